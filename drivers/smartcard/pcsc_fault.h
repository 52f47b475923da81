// PC/SC result codes as faults; the only place that knows what the numbers mean.
#pragma once

#include "kiosk/base/fault.h"

#include <string_view>

namespace balady::smartcard {

/// The fault for a `LONG` that is not SCARD_S_SUCCESS; `operation` is the call that answered it.
[[nodiscard]] Fault pcscFault(long code, std::string_view operation);

} // namespace balady::smartcard
