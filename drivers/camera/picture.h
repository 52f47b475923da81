// Pictures: judging whether one is good enough to send, and compressing it; pure; OpenCV's exceptions may pass.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/ports/camera.h"

namespace balady::camera {

/// The first thing that is wrong with a picture, or None.
[[nodiscard]] ports::PictureProblem judge(const ports::Frame& picture);

/// What a flaw of a page is in a picture of it.
[[nodiscard]] ports::PictureProblem problemOf(model::PageFlaw flaw);

/// Baseline JPEG without any metadata, longest side at most 2400 px, at most 2 MiB. HardwareError if the codec
/// refuses, which it has no reason to.
[[nodiscard]] Result<Bytes> compress(const ports::Frame& picture);

} // namespace balady::camera
