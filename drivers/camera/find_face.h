// findFace: where a portrait of the person before the camera would be in one picture; pure; OpenCV's exceptions may pass.
#pragma once

#include "kiosk/model/page_sight.h"
#include "kiosk/ports/frame.h"

namespace balady::camera {

/// Width to height of a portrait (ICAO Doc 9303-3: 35 mm by 45 mm).
inline constexpr float kPortraitShape = 35.0F / 45;

/// The outline is that of the portrait: of kPortraitShape, upright with the eyes, which are a quarter of its width apart and
/// as far below its top as 0.6 of its width (ISO/IEC 19794-5: token frontal image). An average head then takes
/// 71 % of its height (Doc 9303-3 wants 70 to 80). There is none without a face, and a guess where the eyes are shut.
/// Takes a few hundredths of a second.
[[nodiscard]] model::PageSight findFace(const ports::Frame& picture);

} // namespace balady::camera
