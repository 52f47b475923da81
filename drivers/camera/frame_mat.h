// matOf: a frame as OpenCV takes it; private to this folder.
#pragma once

#include "kiosk/ports/frame.h"

#include <opencv2/core.hpp>

namespace balady::camera {

/// The frame's own pixels: OpenCV takes no constant memory, and does not write to what it reads from.
[[nodiscard]] inline cv::Mat matOf(const ports::Frame& frame) {
    return {frame.height, frame.width, CV_8UC3, const_cast<std::uint8_t*>(frame.bgr->data())};
}

} // namespace balady::camera
