// straighten: a sheet as if it had been seen from straight above; pure; OpenCV's exceptions may pass.
#pragma once

#include "kiosk/model/page_sight.h"
#include "kiosk/ports/frame.h"

namespace balady::camera {

/// What is inside the outline, as a picture of its own that is as large as the sheet was in the first; its top is the
/// side that was at the top.
[[nodiscard]] ports::Frame straighten(const ports::Frame& picture, const model::Outline& outline);

} // namespace balady::camera
