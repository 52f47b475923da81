// Bound pages: photographs of pages as one PDF, a page each, their bytes as they are.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"

#include <span>

namespace balady::pdf {

/// Each page is as large as its picture's longer side would be on A4; nothing of the clock, of the pictures' makers or of
/// the program goes in. Faults: Malformed if one is no JPEG of three components (ITU-T T.81, B.2.2), or there is none.
[[nodiscard]] Result<Bytes> bindPages(std::span<const ByteView> jpegs);

} // namespace balady::pdf
