// findPage: where a sheet of paper lies under the camera, in one picture; pure; OpenCV's exceptions may pass.
#pragma once

#include "kiosk/model/page_sight.h"
#include "kiosk/ports/frame.h"

namespace balady::camera {

/// Looks for one sheet, card or telephone that stands out from what it lies on, which is to be seen around it. Takes a
/// few milliseconds.
[[nodiscard]] model::PageSight findPage(const ports::Frame& picture);

} // namespace balady::camera
