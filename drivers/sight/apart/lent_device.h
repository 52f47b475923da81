// LentDevice: the kernel's calls for a camera, but for its opening, which the terminal does; private to this folder.
#pragma once

#include "drivers/camera/system_calls.h"
#include "drivers/sight/channel.h"

#include <atomic>

namespace balady::sight {

/// This process may open nothing: it asks for the camera by the channel, while the terminal waits for the reply to a request.
class LentDevice final : public camera::SystemCalls {
  public:
    explicit LentDevice(const Channel& channel) : m_channel(channel) {}
    /// Of the request that is being worked on.
    void answer(std::uint32_t request) { m_request = request; }

    int open(const std::filesystem::path& node) override;
    void close(int file) override { m_kernel.close(file); }
    int ioctl(int file, unsigned long request, void* argument) override {
        return m_kernel.ioctl(file, request, argument);
    }
    int poll(int file, std::chrono::milliseconds patience) override { return m_kernel.poll(file, patience); }
    std::byte* map(int file, std::size_t size, std::size_t offset) override {
        return m_kernel.map(file, size, offset);
    }
    void unmap(std::byte* memory, std::size_t size) override { m_kernel.unmap(memory, size); }
    std::chrono::microseconds now() override { return m_kernel.now(); }

  private:
    const Channel& m_channel;
    camera::SystemCalls& m_kernel = camera::systemCalls();
    std::atomic<std::uint32_t> m_request{0};
};

} // namespace balady::sight
