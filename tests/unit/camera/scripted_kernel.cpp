#include "tests/unit/camera/scripted_kernel.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace balady::tests {
namespace {

constexpr int kFile = 7;
// No ioctl has these numbers.
constexpr unsigned long kOpen = 1;
constexpr unsigned long kPoll = 2;

bool isBlank(const std::vector<std::byte>& memory) {
    return std::ranges::all_of(memory, [](auto byte) { return byte == std::byte{0}; });
}

} // namespace

std::optional<int> ScriptedKernel::interference() {
    ++calls;
    if (calls == failAt)
        return failWith;
    return std::nullopt;
}

/// Every second time that this call is made.
bool ScriptedKernel::interrupted(unsigned long call) {
    return interrupts && (m_interrupted[call] = !m_interrupted[call]);
}

int ScriptedKernel::open(const std::filesystem::path&) {
    if (interrupted(kOpen))
        return -EINTR;
    if (const auto error = interference())
        return *error;
    ++openFiles;
    return kFile;
}

void ScriptedKernel::close(int) {
    --openFiles;
    running = false;
}

int ScriptedKernel::ioctl(int file, unsigned long request, void* argument) {
    if (interrupted(request))
        return -EINTR;
    if (const auto error = interference())
        return *error;
    if (file != kFile || openFiles == 0)
        return -EBADF;
    return request == failRequest ? failWith : answer(request, argument);
}

int ScriptedKernel::answer(unsigned long request, void* argument) {
    switch (request) {
    case VIDIOC_QUERYCAP: {
        auto& capability = *static_cast<v4l2_capability*>(argument);
        // The device as a whole has more than this node of it.
        capability.capabilities =
            V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_META_CAPTURE | V4L2_CAP_STREAMING | V4L2_CAP_DEVICE_CAPS;
        capability.device_caps = capabilities;
        return 0;
    }
    case VIDIOC_ENUM_FMT: return enumerate(*static_cast<v4l2_fmtdesc*>(argument));
    case VIDIOC_S_FMT: return setFormat(*static_cast<v4l2_format*>(argument));
    case VIDIOC_S_PARM: return 0;
    case VIDIOC_REQBUFS: return requestBuffers(*static_cast<v4l2_requestbuffers*>(argument));
    case VIDIOC_QUERYBUF: {
        auto& buffer = *static_cast<v4l2_buffer*>(argument);
        buffer.length = bufferSize;
        buffer.m.offset = buffer.index * bufferSize;
        return buffer.index < m_buffers.size() ? 0 : -EINVAL;
    }
    case VIDIOC_QBUF: return queue(*static_cast<v4l2_buffer*>(argument));
    case VIDIOC_DQBUF: return dequeue(*static_cast<v4l2_buffer*>(argument));
    case VIDIOC_STREAMON: running = true; return 0;
    case VIDIOC_STREAMOFF: running = false; return 0;
    default: return -ENOTTY;
    }
}

int ScriptedKernel::enumerate(v4l2_fmtdesc& description) const {
    if (description.index >= formats.size())
        return -EINVAL;
    description.pixelformat = formats[description.index];
    return 0;
}

int ScriptedKernel::setFormat(v4l2_format& wanted) {
    auto& pix = wanted.fmt.pix;
    pix.pixelformat = formatInsisted.value_or(pix.pixelformat);
    pix.width = width;
    pix.height = height;
    pix.bytesperline = bytesPerLine;
    format = pix.pixelformat;
    return 0;
}

int ScriptedKernel::requestBuffers(v4l2_requestbuffers& request) {
    request.count = std::min(request.count, mostBuffers);
    m_empty.clear();
    m_filled.clear();
    m_buffers.assign(request.count, {std::vector<std::byte>(bufferSize), false, {}});
    return 0;
}

int ScriptedKernel::queue(const v4l2_buffer& buffer) {
    if (buffer.index >= m_buffers.size() || m_buffers[buffer.index].queued)
        return -EINVAL;
    auto& own = m_buffers[buffer.index];
    buffersWithPictures += isBlank(own.memory) ? 0 : 1;
    own.queued = true;
    m_empty.push_back(buffer.index);
    return 0;
}

int ScriptedKernel::dequeue(v4l2_buffer& buffer) {
    if (!running)
        return -EINVAL;
    if (m_filled.empty())
        return -EAGAIN;
    auto& own = m_buffers[m_filled.front()];
    m_filled.pop_front();
    own.queued = false;
    buffer = own.filled;
    return 0;
}

bool ScriptedKernel::fillOne() {
    if (!running || m_empty.empty() || shots.empty())
        return false;
    const auto shot = shots.front();
    if (shots.size() > 1)
        shots.pop_front();
    const auto index = m_empty.front();
    m_empty.pop_front();
    auto& own = m_buffers[index];
    if (!shot.picture.empty())
        std::memcpy(own.memory.data(), shot.picture.data(), std::min(shot.picture.size(), own.memory.size()));
    own.filled = {};
    own.filled.index = index;
    own.filled.bytesused = shot.claimedSize.value_or(static_cast<std::uint32_t>(shot.picture.size()));
    own.filled.flags = clock | (shot.damaged ? V4L2_BUF_FLAG_ERROR : 0U);
    own.filled.timestamp = {m_now.count() / 1'000'000, m_now.count() % 1'000'000};
    m_filled.push_back(index);
    return true;
}

void ScriptedKernel::elapse(std::chrono::milliseconds time) {
    const auto end = m_now + time;
    while (m_now + kFrameTime <= end && fillOne())
        m_now += kFrameTime;
    m_now = end;
}

int ScriptedKernel::poll(int, std::chrono::milliseconds patience) {
    if (interrupted(kPoll))
        return -EINTR;
    if (const auto error = interference())
        return *error;
    if (!m_filled.empty())
        return 1;
    m_now += std::min<std::chrono::microseconds>(patience, kFrameTime);
    if (kFrameTime <= patience && fillOne())
        return 1;
    m_now += std::max<std::chrono::microseconds>(patience - kFrameTime, std::chrono::microseconds(0));
    return 0;
}

std::byte* ScriptedKernel::map(int, std::size_t, std::size_t offset) {
    if (interference())
        return nullptr;
    ++mappings;
    return m_buffers[offset / bufferSize].memory.data();
}

void ScriptedKernel::unmap(std::byte* memory, std::size_t) {
    --mappings;
    for (const auto& own : m_buffers)
        if (own.memory.data() == memory)
            buffersWithPictures += isBlank(own.memory) ? 0 : 1;
}

} // namespace balady::tests
