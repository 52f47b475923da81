// Camera: looks at documents, scenes and codes; core thread.
#pragma once

#include "kiosk/ports/frame.h"
#include "kiosk/ports/task.h"

#include <cstdint>
#include <vector>

namespace balady::ports {

/// What a picture is not good enough for; `None` means take it.
enum class PictureProblem { None, TooDark, TooBright, Blurred, Empty };

struct Still {
    std::vector<std::uint8_t> jpeg; ///< EXIF-free, at most 2 MiB
    PictureProblem problem = PictureProblem::None;
};

class Camera {
  public:
    virtual ~Camera() = default;
    /// The next preview frame (about 15 a second). Faults: NoDevice, HardwareError, TimedOut.
    virtual Task<Frame> nextFrame() = 0;
    /// The present picture, judged and compressed.
    virtual Task<Still> takeStill() = 0;
};

/// Finds codes in a picture.
class CodeReader {
  public:
    virtual ~CodeReader() = default;
    /// Texts of the QR codes in the frame, none if there is none. Never fails on a bad picture.
    virtual Task<std::vector<std::string>> read(Frame frame) = 0;
};

} // namespace balady::ports
