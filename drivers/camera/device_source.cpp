#include "drivers/camera/device_source.h"

#include "drivers/camera/jpeg.h"
#include "drivers/camera/pixels.h"

#include <opencv2/imgproc.hpp>

#include <chrono>

namespace balady::camera {
namespace {

using namespace std::chrono_literals;

/// A camera that was just switched on measures the light first.
constexpr auto kPatience = 3s;
/// A picture may be damaged on its way (USB sends it without confirmation); the next one mostly is not.
constexpr int kAttempts = 5;

Result<ports::Frame> fromYuyv(ByteView picture, const CaptureMode& mode) {
    if (picture.size() < mode.bytesPerLine * static_cast<std::size_t>(mode.height))
        return Fault{FaultCode::Malformed, "v4l2: picture is too short"};
    // OpenCV takes no constant memory, and does not write to what it converts from.
    const cv::Mat yuyv(mode.height, mode.width, CV_8UC2, const_cast<std::uint8_t*>(picture.data()),
                       mode.bytesPerLine);
    auto pixels = wipedPixels(mode.width, mode.height);
    cv::Mat bgr(mode.height, mode.width, CV_8UC3, pixels->data());
    cv::cvtColor(yuyv, bgr, cv::COLOR_YUV2BGR_YUYV);
    return ports::Frame{mode.width, mode.height, std::move(pixels), 0};
}

} // namespace

Result<ports::Frame> DeviceSource::take() {
    if (!m_stream) {
        auto opened = CaptureStream::open(m_system, m_device);
        if (!opened)
            return opened.error();
        m_stream = std::move(*opened);
    }
    for (int i = 0; i < kAttempts; ++i) {
        const auto picture = m_stream->next(kPatience);
        if (!picture)
            return picture.error();
        auto frame = m_stream->mode().encoding == Encoding::MotionJpeg ? decodeJpeg(*picture)
                                                                       : fromYuyv(*picture, m_stream->mode());
        if (frame)
            return frame;
    }
    return Fault{FaultCode::HardwareError, "v4l2: damaged pictures only"};
}

Result<ports::Frame> DeviceSource::next() {
    auto frame = take();
    // Opened anew next time: it may have been unplugged and come back under the same name.
    if (!frame)
        m_stream.reset();
    return frame;
}

} // namespace balady::camera
