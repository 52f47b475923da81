// CaptureStream: a camera that is running, and the present picture of it.
#pragma once

#include "drivers/camera/capture_buffers.h"
#include "drivers/camera/video_device.h"

#include <chrono>
#include <memory>
#include <optional>

namespace balady::camera {

/// From open() to its end the camera is on, and nobody else can have it. One thread. After a fault it is of no more
/// use: the camera is opened anew.
class CaptureStream {
  public:
    /// Faults: NoDevice, DeviceBusy, AccessDenied, HardwareError.
    [[nodiscard]] static Result<std::unique_ptr<CaptureStream>> open(SystemCalls& system,
                                                                     const std::filesystem::path& node);
    CaptureStream(const CaptureStream&) = delete;
    CaptureStream& operator=(const CaptureStream&) = delete;
    ~CaptureStream();

    [[nodiscard]] const CaptureMode& mode() const { return m_mode; }
    /// What is in front of the camera now, not what waited in a buffer; valid until the next call. Waits for it no
    /// longer than `patience`. TimedOut, NoDevice (unplugged), HardwareError.
    [[nodiscard]] Result<ByteView> next(std::chrono::milliseconds patience);

  private:
    CaptureStream(VideoDevice device, CaptureMode mode, CaptureBuffers buffers)
        : m_device(std::move(device)), m_mode(mode), m_buffers(std::move(buffers)) {}
    [[nodiscard]] Result<Done> start();
    [[nodiscard]] Result<Done> release();
    [[nodiscard]] Result<Done> holdNewest();
    [[nodiscard]] bool isPresent(const Filled& filled) const;

    VideoDevice m_device;
    CaptureMode m_mode;
    CaptureBuffers m_buffers;
    std::optional<Filled> m_held; ///< the picture that is looked at; it is ours, not the driver's
    bool m_running = false;
};

} // namespace balady::camera
