// VideoDevice: an open V4L2 camera and the form of its pictures (kernel documentation, "Video for Linux API").
#pragma once

#include "drivers/camera/system_calls.h"
#include "kiosk/base/result.h"

#include <cstddef>
#include <string_view>

namespace balady::camera {

enum class Encoding {
    MotionJpeg, ///< V4L2_PIX_FMT_MJPEG: each picture is a JPEG
    Yuyv,       ///< V4L2_PIX_FMT_YUYV: two pixels in four bytes
};

/// What a camera agreed to deliver.
struct CaptureMode {
    Encoding encoding = Encoding::MotionJpeg;
    int width = 0;
    int height = 0;
    std::size_t bytesPerLine = 0; ///< of Yuyv; a line may be longer than its pixels
};

/// Blocks only as long as the driver does; one thread.
class VideoDevice {
  public:
    /// Faults: NoDevice (nothing there, or it is no camera), DeviceBusy, AccessDenied, HardwareError.
    [[nodiscard]] static Result<VideoDevice> open(SystemCalls& system, const std::filesystem::path& node);
    VideoDevice(VideoDevice&& other) noexcept;
    VideoDevice& operator=(VideoDevice&&) = delete;
    ~VideoDevice();

    /// Asks for what a document needs, and takes the nearest that the camera has. HardwareError when it has nothing
    /// that we can read, and the faults of open().
    [[nodiscard]] Result<CaptureMode> negotiate();

    /// The ioctl, again for as long as a signal interrupts it; 0 or -errno.
    [[nodiscard]] int control(unsigned long request, void* argument) const;
    [[nodiscard]] SystemCalls& system() const { return *m_system; }
    [[nodiscard]] int file() const { return m_file; }

  private:
    VideoDevice(SystemCalls& system, int file) : m_system(&system), m_file(file) {}
    [[nodiscard]] Result<Done> identify() const;
    [[nodiscard]] bool offers(Encoding encoding) const;

    SystemCalls* m_system;
    int m_file;
};

/// The fault that a call's -errno means.
[[nodiscard]] Fault fault(int negativeErrno, std::string_view what);

} // namespace balady::camera
