// Pictures: judging whether one is good enough to send, and compressing it; pure.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/ports/camera.h"

#include <opencv2/core.hpp>

#include <cstdint>
#include <vector>

namespace balady::camera {

/// The first thing that is wrong with an 8-bit BGR picture, or None.
[[nodiscard]] ports::PictureProblem judge(const cv::Mat& bgr);

/// Baseline JPEG without any metadata, longest side at most 2400 px, at most 2 MiB. HardwareError if the codec
/// refuses, which it has no reason to.
[[nodiscard]] Result<std::vector<std::uint8_t>> compress(const cv::Mat& bgr);

} // namespace balady::camera
