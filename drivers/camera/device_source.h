// DeviceSource: the pictures of a V4L2 camera.
#pragma once

#include "drivers/camera/capture_stream.h"
#include "drivers/camera/frame_source.h"

#include <filesystem>
#include <memory>

namespace balady::camera {

class DeviceSource final : public FrameSource {
  public:
    /// `device` is a node or a link to one; it is looked at when a picture is wanted, so it may be plugged in later.
    explicit DeviceSource(std::filesystem::path device, SystemCalls& system = systemCalls())
        : m_device(std::move(device)), m_system(system) {}
    [[nodiscard]] Result<ports::Frame> next() override;
    void rest() override { m_stream.reset(); }

  private:
    [[nodiscard]] Result<ports::Frame> take();

    const std::filesystem::path m_device;
    SystemCalls& m_system;
    std::unique_ptr<CaptureStream> m_stream;
};

} // namespace balady::camera
