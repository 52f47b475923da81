#include "tests/kernel/projector.h"

#include <fcntl.h>
#include <linux/videodev2.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <stdexcept>
#include <string>
#include <system_error>

namespace balady::kernel {
namespace {

/// As every call about a buffer begins.
constexpr v4l2_buffer kBuffer = [] {
    v4l2_buffer buffer{};
    buffer.type = V4L2_BUF_TYPE_VIDEO_OUTPUT;
    buffer.memory = V4L2_MEMORY_MMAP;
    return buffer;
}();

std::uint8_t byte(double value) {
    return static_cast<std::uint8_t>(std::clamp(value + 0.5, 0.0, 255.0));
}

/// Two pixels share a colour (ITU-R BT.601, narrow range, as the driver undoes it).
std::vector<std::uint8_t> yuyvOf(const Slide& slide) {
    std::vector<std::uint8_t> out;
    out.reserve(slide.bgr.size() / 3 * 2);
    for (std::size_t i = 0; i + 5 < slide.bgr.size(); i += 6) {
        const auto luma = [&](std::size_t at) {
            return 16 +
                   (24.966 * slide.bgr[at] + 128.553 * slide.bgr[at + 1] + 65.481 * slide.bgr[at + 2]) / 255;
        };
        const double blue = (slide.bgr[i] + slide.bgr[i + 3]) / 2.0;
        const double green = (slide.bgr[i + 1] + slide.bgr[i + 4]) / 2.0;
        const double red = (slide.bgr[i + 2] + slide.bgr[i + 5]) / 2.0;
        out.push_back(byte(luma(i)));
        out.push_back(byte(128 + (112.0 * blue - 74.203 * green - 37.797 * red) / 255));
        out.push_back(byte(luma(i + 3)));
        out.push_back(byte(128 + (112.0 * red - 93.786 * green - 18.214 * blue) / 255));
    }
    return out;
}

} // namespace

void Slide::paint(int x, int y, std::uint8_t blue, std::uint8_t green, std::uint8_t red) {
    const auto at =
        (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 3;
    bgr[at] = blue;
    bgr[at + 1] = green;
    bgr[at + 2] = red;
}

Projector::Projector(const std::filesystem::path& output, const Slide& slide)
    : m_file(::open(output.c_str(), O_RDWR | O_CLOEXEC)) {
    try {
        start(yuyvOf(slide), slide.width, slide.height);
    } catch (...) {
        ::close(m_file);
        throw;
    }
    // A buffer that was shown is shown again, at the pace of the output.
    m_showing = std::jthread([file = m_file](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            v4l2_buffer buffer = kBuffer;
            if (::ioctl(file, VIDIOC_DQBUF, &buffer) == 0)
                ::ioctl(file, VIDIOC_QBUF, &buffer);
            else if (errno != EINTR)
                return;
        }
    });
}

Projector::~Projector() {
    m_showing.request_stop();
    m_showing.join();
    ::close(m_file);
}

void Projector::start(const std::vector<std::uint8_t>& picture, int width, int height) const {
    v4l2_format format{};
    format.type = kBuffer.type;
    format.fmt.pix.width = static_cast<std::uint32_t>(width);
    format.fmt.pix.height = static_cast<std::uint32_t>(height);
    format.fmt.pix.pixelformat = V4L2_PIX_FMT_YUYV;
    format.fmt.pix.field = V4L2_FIELD_NONE;
    ask(VIDIOC_S_FMT, &format);
    v4l2_requestbuffers request{};
    request.count = 4;
    request.type = kBuffer.type;
    request.memory = kBuffer.memory;
    ask(VIDIOC_REQBUFS, &request);
    for (std::uint32_t i = 0; i < request.count; ++i) {
        v4l2_buffer buffer = kBuffer;
        buffer.index = i;
        ask(VIDIOC_QUERYBUF, &buffer);
        if (buffer.length != picture.size())
            throw std::runtime_error("the output takes no such pictures");
        void* memory = ::mmap(nullptr, buffer.length, PROT_WRITE, MAP_SHARED, m_file, buffer.m.offset);
        if (memory == MAP_FAILED)
            throw std::runtime_error("the output's memory cannot be had");
        std::copy(picture.begin(), picture.end(), static_cast<std::uint8_t*>(memory));
        ::munmap(memory, buffer.length);
        buffer.bytesused = buffer.length;
        buffer.field = V4L2_FIELD_NONE;
        ask(VIDIOC_QBUF, &buffer);
    }
    int type = kBuffer.type;
    ask(VIDIOC_STREAMON, &type);
}

void Projector::ask(unsigned long request, void* argument) const {
    if (::ioctl(m_file, request, argument) != 0)
        throw std::runtime_error("the output refuses: " + std::generic_category().message(errno));
}

} // namespace balady::kernel
