#include "drivers/camera/system_calls.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>

namespace balady::camera {
namespace {

int withErrno(int result) {
    return result < 0 ? -errno : result;
}

class Linux final : public SystemCalls {
  public:
    int open(const std::filesystem::path& node) override {
        return withErrno(::open(node.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC));
    }
    void close(int file) override { ::close(file); }
    int ioctl(int file, unsigned long request, void* argument) override {
        return withErrno(::ioctl(file, request, argument));
    }
    int poll(int file, std::chrono::milliseconds patience) override {
        pollfd readable{file, POLLIN, 0};
        return withErrno(::poll(&readable, 1, static_cast<int>(patience.count())));
    }
    std::byte* map(int file, std::size_t size, std::size_t offset) override {
        void* memory =
            ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, static_cast<off_t>(offset));
        return memory == MAP_FAILED ? nullptr : static_cast<std::byte*>(memory);
    }
    void unmap(std::byte* memory, std::size_t size) override { ::munmap(memory, size); }
    std::chrono::microseconds now() override {
        // libstdc++'s steady clock is CLOCK_MONOTONIC.
        return std::chrono::duration_cast<std::chrono::microseconds>(
            std::chrono::steady_clock::now().time_since_epoch());
    }
};

} // namespace

SystemCalls& systemCalls() {
    static Linux calls;
    return calls;
}

} // namespace balady::camera
