// ScriptedKernel: a V4L2 camera that exists only in this process, with a clock of its own and every fault on demand.
#pragma once

#include "drivers/camera/system_calls.h"
#include "kiosk/base/bytes.h"

#include <linux/videodev2.h>

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace balady::tests {

/// What the camera sends.
struct Shot {
    Bytes picture;
    bool damaged = false;                                    ///< V4L2_BUF_FLAG_ERROR
    std::optional<std::uint32_t> claimedSize = std::nullopt; ///< bytesused, if it is not the picture's
};

class ScriptedKernel final : public camera::SystemCalls {
  public:
    static constexpr std::chrono::milliseconds kFrameTime{66};

    // What the camera is.
    std::uint32_t capabilities = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
    std::vector<std::uint32_t> formats{V4L2_PIX_FMT_YUYV, V4L2_PIX_FMT_MJPEG};
    std::uint32_t width = 64; ///< it has this one size, whatever is asked for
    std::uint32_t height = 48;
    std::uint32_t bytesPerLine = 0;
    std::uint32_t bufferSize = 1 << 20;
    std::uint32_t mostBuffers = 8;
    std::uint32_t clock = V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC;
    std::optional<std::uint32_t> formatInsisted; ///< what S_FMT leaves in place of what was asked for
    std::deque<Shot> shots;                      ///< sent in order; the last one again and again

    // What goes wrong.
    int failAt = 0; ///< the number of the call that fails, from 1; 0 is none
    int failWith = 0;
    unsigned long failRequest = 0; ///< the ioctl that fails with failWith each time
    bool interrupts = false;       ///< every second call is interrupted by a signal

    // What was seen.
    int calls = 0;
    int openFiles = 0;
    int mappings = 0;
    bool running = false;
    int buffersWithPictures = 0; ///< given back or unmapped with something still in them
    std::uint32_t format = 0;    ///< agreed upon

    /// Time goes by while nobody asks for a picture: the driver fills what it has.
    void elapse(std::chrono::milliseconds time);

    int open(const std::filesystem::path& node) override;
    void close(int file) override;
    int ioctl(int file, unsigned long request, void* argument) override;
    int poll(int file, std::chrono::milliseconds patience) override;
    std::byte* map(int file, std::size_t size, std::size_t offset) override;
    void unmap(std::byte* memory, std::size_t size) override;
    std::chrono::microseconds now() override { return m_now; }

  private:
    struct Buffer {
        std::vector<std::byte> memory;
        bool queued = false;
        v4l2_buffer filled{};
    };
    [[nodiscard]] std::optional<int> interference();
    [[nodiscard]] bool interrupted(unsigned long call);
    [[nodiscard]] int answer(unsigned long request, void* argument);
    [[nodiscard]] int enumerate(v4l2_fmtdesc& format) const;
    [[nodiscard]] int setFormat(v4l2_format& wanted);
    [[nodiscard]] int requestBuffers(v4l2_requestbuffers& request);
    [[nodiscard]] int queue(const v4l2_buffer& buffer);
    [[nodiscard]] int dequeue(v4l2_buffer& buffer);
    bool fillOne();

    std::vector<Buffer> m_buffers;
    std::deque<std::uint32_t> m_empty;
    std::deque<std::uint32_t> m_filled;
    std::map<unsigned long, bool> m_interrupted; ///< by the call
    std::chrono::microseconds m_now{std::chrono::hours(1)};
};

} // namespace balady::tests
