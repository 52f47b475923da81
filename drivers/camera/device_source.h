// DeviceSource: a V4L2 camera.
#pragma once

#include "drivers/camera/frame_source.h"

#include <opencv2/videoio.hpp>

#include <filesystem>

namespace balady::camera {

class DeviceSource final : public FrameSource {
  public:
    /// `device` is a node or a link to one; it is looked at when a picture is wanted, so it may be plugged in later.
    explicit DeviceSource(std::filesystem::path device) : m_device(std::move(device)) {}
    [[nodiscard]] Result<Done> next(cv::Mat& out) override;
    void rest() override { m_capture.release(); }

  private:
    [[nodiscard]] Result<Done> open();
    [[nodiscard]] Result<Done> grabPresent();

    const std::filesystem::path m_device;
    cv::VideoCapture m_capture;
};

} // namespace balady::camera
