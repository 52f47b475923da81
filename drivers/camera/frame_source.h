// FrameSource: where pictures come from, one after another; blocks; one thread; OpenCV's exceptions may pass.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/ports/frame.h"

namespace balady::camera {

class FrameSource {
  public:
    virtual ~FrameSource() = default;
    /// Waits for the picture that is in front of the camera now; its number is not set yet. Faults: NoDevice,
    /// DeviceBusy, AccessDenied, HardwareError, TimedOut.
    [[nodiscard]] virtual Result<ports::Frame> next() = 0;
    /// Lets the device go (its light goes out) until the next call of next().
    virtual void rest() = 0;
};

} // namespace balady::camera
