// SharedRoom: memory that the terminal and the process that sees for it both have, for pixels; any thread.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/descriptor.h"

#include <span>

namespace balady::sight {

/// Enough for 16 million pixels. What nobody wrote to takes no memory.
inline constexpr std::size_t kRoomBytes = std::size_t{48} * 1024 * 1024;

/// A file without a name (memfd_create(2)) whose size nobody can change any more: neither end can make it grow, nor pull
/// away the ground under the other. Gone, with all that was in it, when both ends have let it go.
class SharedRoom {
  public:
    /// The terminal's end, which only reads. HardwareError without memory.
    [[nodiscard]] static Result<SharedRoom> make();
    /// The other end, which writes. HardwareError likewise.
    [[nodiscard]] static Result<SharedRoom> of(Descriptor file);
    SharedRoom(SharedRoom&& other) noexcept
        : m_file(std::move(other.m_file)), m_memory(std::exchange(other.m_memory, nullptr)) {}
    SharedRoom& operator=(SharedRoom&&) = delete;
    ~SharedRoom();

    [[nodiscard]] int file() const { return m_file.number(); }
    [[nodiscard]] ByteView bytes() const { return {m_memory, kRoomBytes}; }
    /// Only of one that was made by of().
    [[nodiscard]] std::span<std::uint8_t> writable() { return {m_memory, kRoomBytes}; }

  private:
    [[nodiscard]] static Result<SharedRoom> mapped(Descriptor file, int protection);
    SharedRoom(Descriptor file, std::uint8_t* memory) : m_file(std::move(file)), m_memory(memory) {}

    Descriptor m_file;
    std::uint8_t* m_memory;
};

} // namespace balady::sight
