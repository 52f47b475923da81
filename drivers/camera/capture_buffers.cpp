#include "drivers/camera/capture_buffers.h"

#include "kiosk/base/secret.h"

#include <linux/videodev2.h>

#include <cerrno>

namespace balady::camera {
namespace {

/// One is filled, one is looked at, and two wait, so that none is lost while a picture is decoded.
constexpr std::uint32_t kWanted = 4;
constexpr std::uint32_t kLeast = 2;

v4l2_buffer blank(std::uint32_t index = 0) {
    v4l2_buffer buffer{};
    buffer.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    buffer.memory = V4L2_MEMORY_MMAP;
    buffer.index = index;
    return buffer;
}

std::optional<std::chrono::microseconds> takenAt(const v4l2_buffer& buffer) {
    if ((buffer.flags & V4L2_BUF_FLAG_TIMESTAMP_MASK) != V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC)
        return std::nullopt;
    return std::chrono::seconds(buffer.timestamp.tv_sec) +
           std::chrono::microseconds(buffer.timestamp.tv_usec);
}

} // namespace

Result<CaptureBuffers> CaptureBuffers::map(const VideoDevice& device) {
    v4l2_requestbuffers request{};
    request.count = kWanted;
    request.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    request.memory = V4L2_MEMORY_MMAP;
    if (const int error = device.control(VIDIOC_REQBUFS, &request); error < 0)
        return fault(error, "request buffers");
    if (request.count < kLeast)
        return Fault{FaultCode::HardwareError, "v4l2: too few buffers"};
    CaptureBuffers buffers(device.system());
    for (std::uint32_t i = 0; i < request.count; ++i) {
        auto buffer = blank(i);
        if (const int error = device.control(VIDIOC_QUERYBUF, &buffer); error < 0)
            return fault(error, "query buffer");
        auto* memory = device.system().map(device.file(), buffer.length, buffer.m.offset);
        if (memory == nullptr)
            return Fault{FaultCode::HardwareError, "v4l2: buffer cannot be mapped"};
        buffers.m_places.push_back({memory, buffer.length});
    }
    return buffers;
}

CaptureBuffers::~CaptureBuffers() {
    for (const auto& place : m_places) {
        wipe(place.memory, place.size);
        m_system->unmap(place.memory, place.size);
    }
}

Result<Done> CaptureBuffers::queue(const VideoDevice& device, std::uint32_t index) {
    auto buffer = blank(index);
    if (const int error = device.control(VIDIOC_QBUF, &buffer); error < 0)
        return fault(error, "queue buffer");
    return Done{};
}

Result<Done> CaptureBuffers::queueAll(const VideoDevice& device) const {
    for (std::uint32_t i = 0; i < m_places.size(); ++i)
        if (auto queued = queue(device, i); !queued)
            return queued;
    return Done{};
}

Result<Done> CaptureBuffers::queue(const VideoDevice& device, const Filled& filled) const {
    wipe(m_places[filled.index].memory, filled.size);
    return queue(device, filled.index);
}

Result<std::optional<Filled>> CaptureBuffers::dequeue(const VideoDevice& device) const {
    auto buffer = blank();
    const int error = device.control(VIDIOC_DQBUF, &buffer);
    if (error == -EAGAIN)
        return std::optional<Filled>{};
    if (error < 0)
        return fault(error, "dequeue buffer");
    if (buffer.index >= m_places.size() || buffer.bytesused > m_places[buffer.index].size)
        return Fault{FaultCode::HardwareError, "v4l2: picture outside of its buffer"};
    return std::optional(
        Filled{buffer.index, buffer.bytesused, (buffer.flags & V4L2_BUF_FLAG_ERROR) != 0, takenAt(buffer)});
}

ByteView CaptureBuffers::picture(const Filled& filled) const {
    return {reinterpret_cast<const std::uint8_t*>(m_places[filled.index].memory), filled.size};
}

} // namespace balady::camera
