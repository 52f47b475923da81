#include "drivers/camera/capture_stream.h"

#include <linux/videodev2.h>

#include <cerrno>
#include <utility>

namespace balady::camera {
namespace {

using namespace std::chrono_literals;

/// An older picture waited in a buffer. At fifteen pictures a second the newest one is not older.
constexpr auto kPresent = 100ms;

} // namespace

Result<std::unique_ptr<CaptureStream>> CaptureStream::open(SystemCalls& system,
                                                           const std::filesystem::path& node) {
    auto device = VideoDevice::open(system, node);
    if (!device)
        return device.error();
    const auto mode = device->negotiate();
    if (!mode)
        return mode.error();
    auto buffers = CaptureBuffers::map(*device);
    if (!buffers)
        return buffers.error();
    std::unique_ptr<CaptureStream> stream(new CaptureStream(std::move(*device), *mode, std::move(*buffers)));
    if (auto started = stream->start(); !started)
        return started.error();
    return stream;
}

CaptureStream::~CaptureStream() {
    int type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    if (m_running)
        (void)m_device.control(VIDIOC_STREAMOFF, &type); // an unplugged camera has stopped by itself
}

Result<Done> CaptureStream::start() {
    if (auto queued = m_buffers.queueAll(m_device); !queued)
        return queued;
    int type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    if (const int error = m_device.control(VIDIOC_STREAMON, &type); error < 0)
        return fault(error, "start");
    m_running = true;
    return Done{};
}

Result<Done> CaptureStream::release() {
    if (const auto held = std::exchange(m_held, std::nullopt))
        return m_buffers.queue(m_device, *held);
    return Done{};
}

/// Takes all that the driver has filled, and keeps the newest that is whole.
Result<Done> CaptureStream::holdNewest() {
    for (;;) {
        const auto filled = m_buffers.dequeue(m_device);
        if (!filled)
            return filled.error();
        if (!*filled)
            return Done{};
        const bool whole = !(*filled)->damaged && (*filled)->size > 0;
        if (whole)
            if (auto released = release(); !released)
                return released;
        if (whole)
            m_held = **filled;
        else if (auto queued = m_buffers.queue(m_device, **filled); !queued)
            return queued;
    }
}

bool CaptureStream::isPresent(const Filled& filled) const {
    return filled.takenAt && m_device.system().now() - *filled.takenAt <= kPresent;
}

Result<ByteView> CaptureStream::next(std::chrono::milliseconds patience) {
    auto& system = m_device.system();
    const auto deadline = system.now() + patience;
    if (auto released = release(); !released)
        return released.error();
    for (bool waited = false;; waited = true) {
        if (auto held = holdNewest(); !held)
            return held.error();
        // One that was waited for is present whatever a driver's time stamp says.
        if (m_held && (waited || isPresent(*m_held)))
            return m_buffers.picture(*m_held);
        if (auto released = release(); !released)
            return released.error();
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - system.now());
        if (left <= 0ms)
            return Fault{FaultCode::TimedOut, "v4l2: no picture"};
        if (const int ready = system.poll(m_device.file(), left); ready < 0 && ready != -EINTR)
            return fault(ready, "wait");
    }
}

} // namespace balady::camera
