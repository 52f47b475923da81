// SystemCalls: the few calls that a camera asks of the kernel, so that a test can answer in its place.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>

namespace balady::camera {

/// Each call is made once and returns what the system call of its name does, with -errno in place of -1: also -EINTR.
class SystemCalls {
  public:
    virtual ~SystemCalls() = default;
    /// For reading and writing, without ever blocking; the file's number.
    [[nodiscard]] virtual int open(const std::filesystem::path& node) = 0;
    virtual void close(int file) = 0;
    [[nodiscard]] virtual int ioctl(int file, unsigned long request, void* argument) = 0;
    /// Waits until the file has something to read (1), has failed (1), or the time is over (0).
    [[nodiscard]] virtual int poll(int file, std::chrono::milliseconds patience) = 0;
    /// The device's memory for reading and writing; nullptr when the kernel refuses.
    [[nodiscard]] virtual std::byte* map(int file, std::size_t size, std::size_t offset) = 0;
    virtual void unmap(std::byte* memory, std::size_t size) = 0;
    /// CLOCK_MONOTONIC, the clock of a picture's time stamp.
    [[nodiscard]] virtual std::chrono::microseconds now() = 0;
};

/// Those of the kernel that we run on; any thread.
[[nodiscard]] SystemCalls& systemCalls();

} // namespace balady::camera
