#include "drivers/camera/video_device.h"

#include "kiosk/base/device_fault.h"

#include <linux/videodev2.h>

#include <cerrno>
#include <cstdint>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

namespace balady::camera {
namespace {

/// What is asked for, best first. A document camera's usual mode shows an A4 page with 6 px/mm across, enough for the
/// code on a licence; without compression USB 2 would carry five such pictures a second.
struct Wish {
    Encoding encoding;
    std::uint32_t width;
    std::uint32_t height;
};
constexpr Wish kWishes[] = {{Encoding::MotionJpeg, 1920, 1080}, {Encoding::Yuyv, 1280, 720}};
/// The preview's pace: more would only be thrown away, and a longer exposure is less noise.
constexpr std::uint32_t kPicturesPerSecond = 15;
/// No document camera has a side of so many pixels; a driver that says so is wrong about other things too.
constexpr std::uint32_t kLongestSide = 16384;
/// Formats that a driver may name before we stop listening.
constexpr std::uint32_t kMostFormats = 64;

std::uint32_t fourcc(Encoding encoding) {
    return encoding == Encoding::MotionJpeg ? V4L2_PIX_FMT_MJPEG : V4L2_PIX_FMT_YUYV;
}

std::optional<CaptureMode> understood(const v4l2_pix_format& given, Encoding encoding) {
    if (given.pixelformat != fourcc(encoding) || given.width == 0 || given.height == 0 ||
        given.width > kLongestSide || given.height > kLongestSide)
        return std::nullopt;
    if (encoding == Encoding::Yuyv && (given.width % 2 != 0 || given.bytesperline < given.width * 2))
        return std::nullopt;
    return CaptureMode{encoding, static_cast<int>(given.width), static_cast<int>(given.height),
                       given.bytesperline};
}

/// What is no camera is none.
FaultCode faultCode(int error) {
    return error == ENOTTY ? FaultCode::NoDevice : deviceFault(error);
}

} // namespace

Fault fault(int negativeErrno, std::string_view what) {
    return {faultCode(-negativeErrno),
            "v4l2: " + std::string(what) + ": " + std::generic_category().message(-negativeErrno)};
}

Result<VideoDevice> VideoDevice::open(SystemCalls& system, const std::filesystem::path& node) {
    int file = 0;
    do
        file = system.open(node);
    while (file == -EINTR);
    if (file < 0)
        return fault(file, "open");
    VideoDevice device(system, file);
    if (auto identified = device.identify(); !identified)
        return identified.error();
    return device;
}

VideoDevice::VideoDevice(VideoDevice&& other) noexcept
    : m_system(other.m_system), m_file(std::exchange(other.m_file, -1)) {}

VideoDevice::~VideoDevice() {
    if (m_file >= 0)
        m_system->close(m_file);
}

int VideoDevice::control(unsigned long request, void* argument) const {
    int result = 0;
    do
        result = m_system->ioctl(m_file, request, argument);
    while (result == -EINTR);
    return result;
}

/// A camera has several nodes, of which one gives pictures; other devices have nodes of the same kind.
Result<Done> VideoDevice::identify() const {
    v4l2_capability capability{};
    if (const int error = control(VIDIOC_QUERYCAP, &capability); error < 0)
        return fault(error, "capabilities");
    const auto able = (capability.capabilities & V4L2_CAP_DEVICE_CAPS) != 0 ? capability.device_caps
                                                                            : capability.capabilities;
    if ((able & V4L2_CAP_VIDEO_CAPTURE) == 0 || (able & V4L2_CAP_STREAMING) == 0)
        return Fault{FaultCode::NoDevice, "v4l2: a node that gives no pictures"};
    return Done{};
}

bool VideoDevice::offers(Encoding encoding) const {
    for (std::uint32_t i = 0; i < kMostFormats; ++i) {
        v4l2_fmtdesc format{};
        format.index = i;
        format.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
        if (control(VIDIOC_ENUM_FMT, &format) < 0)
            return false;
        if (format.pixelformat == fourcc(encoding))
            return true;
    }
    return false;
}

Result<CaptureMode> VideoDevice::negotiate() {
    for (const auto& wish : kWishes) {
        if (!offers(wish.encoding))
            continue;
        v4l2_format format{};
        format.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
        format.fmt.pix.width = wish.width;
        format.fmt.pix.height = wish.height;
        format.fmt.pix.pixelformat = fourcc(wish.encoding);
        format.fmt.pix.field = V4L2_FIELD_NONE;
        if (const int error = control(VIDIOC_S_FMT, &format); error < 0)
            return fault(error, "set format");
        const auto mode = understood(format.fmt.pix, wish.encoding);
        if (!mode)
            continue;
        v4l2_streamparm pace{};
        pace.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
        pace.parm.capture.timeperframe = {1, kPicturesPerSecond};
        // A wish: a camera of one pace does not know this call.
        if (const int error = control(VIDIOC_S_PARM, &pace); error == -ENODEV)
            return fault(error, "set pace");
        return *mode;
    }
    return Fault{FaultCode::HardwareError, "v4l2: neither motion JPEG nor YUYV"};
}

} // namespace balady::camera
