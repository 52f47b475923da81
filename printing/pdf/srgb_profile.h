// sRGB profile: the small ICC profile that says what a sheet's colours mean (ISO 19005-2, 6.2.4.2).
#pragma once

#include "kiosk/base/bytes.h"

namespace balady::pdf {

/// IEC 61966-2-1 as an ICC version 4 display profile (ISO 15076-1); the same bytes every time.
[[nodiscard]] Bytes sRgbProfile();

} // namespace balady::pdf
