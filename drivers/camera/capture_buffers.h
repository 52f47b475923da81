// CaptureBuffers: the memory that we share with the driver, one picture in each part (V4L2, "Streaming I/O (Memory
// Mapping)").
#pragma once

#include "drivers/camera/video_device.h"
#include "kiosk/base/bytes.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace balady::camera {

/// A buffer that the driver has filled.
struct Filled {
    std::uint32_t index = 0;
    std::size_t size = 0; ///< bytes that the picture takes; not more than the buffer has
    bool damaged = false; ///< the driver says so
    /// When it was taken, if the driver's clock is ours (CLOCK_MONOTONIC).
    std::optional<std::chrono::microseconds> takenAt;
};

/// What was in a buffer is overwritten before it goes back to the driver, and at the end: it was a citizen's picture.
class CaptureBuffers {
  public:
    /// Maps what the driver gives. Faults: DeviceBusy, NoDevice, HardwareError.
    [[nodiscard]] static Result<CaptureBuffers> map(const VideoDevice& device);
    CaptureBuffers(CaptureBuffers&& other) noexcept = default;
    CaptureBuffers& operator=(CaptureBuffers&&) = delete;
    ~CaptureBuffers();

    /// Gives all of them to the driver, to be filled.
    [[nodiscard]] Result<Done> queueAll(const VideoDevice& device) const;
    [[nodiscard]] Result<Done> queue(const VideoDevice& device, const Filled& filled) const;
    /// The oldest filled buffer; nothing when there is none yet.
    [[nodiscard]] Result<std::optional<Filled>> dequeue(const VideoDevice& device) const;
    /// The picture in a buffer that dequeue() gave, until it is queued again.
    [[nodiscard]] ByteView picture(const Filled& filled) const;

  private:
    struct Place {
        std::byte* memory = nullptr;
        std::size_t size = 0;
    };
    explicit CaptureBuffers(SystemCalls& system) : m_system(&system) {}
    [[nodiscard]] static Result<Done> queue(const VideoDevice& device, std::uint32_t index);

    SystemCalls* m_system;
    std::vector<Place> m_places;
};

} // namespace balady::camera
