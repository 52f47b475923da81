#include "drivers/camera/device_source.h"

#include <chrono>

namespace balady::camera {
namespace {

using namespace std::chrono_literals;

/// A document camera's usual mode: an A4 page is 6 px/mm across, enough for the code on a licence. As motion JPEG,
/// because USB 2 carries it raw at five pictures a second only.
constexpr int kWidth = 1920;
constexpr int kHeight = 1080;
/// The driver keeps up to four pictures; a grab that returns at once gave an old one.
constexpr int kBuffered = 4;
constexpr auto kHadToWait = 4ms;

} // namespace

Result<Done> DeviceSource::open() {
    std::error_code error;
    const auto node = std::filesystem::canonical(m_device, error);
    if (error)
        return Fault{FaultCode::NoDevice, "no camera at its place"};
    if (!m_capture.open(node.string(), cv::CAP_V4L2))
        return Fault{FaultCode::NoDevice, "camera does not open"};
    m_capture.set(cv::CAP_PROP_FOURCC, cv::VideoWriter::fourcc('M', 'J', 'P', 'G'));
    m_capture.set(cv::CAP_PROP_FRAME_WIDTH, kWidth);
    m_capture.set(cv::CAP_PROP_FRAME_HEIGHT, kHeight);
    return Done{};
}

Result<Done> DeviceSource::grabPresent() {
    for (int i = 0; i <= kBuffered; ++i) {
        const auto start = std::chrono::steady_clock::now();
        if (!m_capture.grab())
            return Fault{FaultCode::HardwareError, "camera gives no picture"};
        if (std::chrono::steady_clock::now() - start > kHadToWait)
            break;
    }
    return Done{};
}

Result<Done> DeviceSource::next(cv::Mat& out) {
    if (!m_capture.isOpened())
        if (auto opened = open(); !opened)
            return opened;
    auto grabbed = grabPresent();
    if (grabbed && m_capture.retrieve(out) && !out.empty())
        return Done{};
    // Opened anew next time: it may have been unplugged and come back under the same name.
    m_capture.release();
    if (!std::filesystem::exists(m_device))
        return Fault{FaultCode::NoDevice, "camera was unplugged"};
    return Fault{FaultCode::HardwareError, "camera gives no picture"};
}

} // namespace balady::camera
