// FrameSource: where pictures come from, one after another; blocks; one thread; OpenCV's exceptions may pass.
#pragma once

#include "kiosk/base/result.h"

#include <opencv2/core.hpp>

namespace balady::camera {

class FrameSource {
  public:
    virtual ~FrameSource() = default;
    /// Waits for the next picture and writes it to `out` (8-bit BGR): what is in front of the camera now, not what
    /// waited in a buffer. Faults: NoDevice, HardwareError, TimedOut.
    [[nodiscard]] virtual Result<Done> next(cv::Mat& out) = 0;
    /// Lets the device go (its light goes out) until the next call of next().
    virtual void rest() = 0;
};

} // namespace balady::camera
