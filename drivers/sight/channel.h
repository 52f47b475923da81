// Channel: one end of the line between the terminal and the process that sees for it: whole messages, and descriptors with them.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/descriptor.h"

#include <chrono>
#include <optional>
#include <utility>

namespace balady::sight {

/// A socket of unix(7), SOCK_SEQPACKET. One thread at a time.
class Channel {
  public:
    /// Both ends; neither outlives an exec.
    [[nodiscard]] static Result<std::pair<Channel, Channel>> pair();
    explicit Channel(Descriptor socket) : m_socket(std::move(socket)) {}

    /// Never waits. With `descriptor`, unless it is negative: the other end has it then too. ConnectionLost when nobody is at
    /// the other end, or takes anything.
    [[nodiscard]] Result<Done> send(ByteView message, int descriptor = -1) const;

    struct Message {
        Bytes bytes;
        Descriptor descriptor; ///< none, unless the other end sent one and it was wanted
    };
    enum class With { Nothing, Descriptor };
    /// Waits no longer than `patience`, for ever without one. A descriptor that is not wanted is not taken. TimedOut,
    /// ConnectionLost, Malformed (longer than kLongestMessage).
    [[nodiscard]] Result<Message> receive(std::optional<std::chrono::milliseconds> patience,
                                          With with = With::Nothing) const;

    /// Nobody is at the other end any more, for either side. Any thread.
    void hangUp() const;

    [[nodiscard]] int file() const { return m_socket.number(); }

  private:
    [[nodiscard]] Result<Done> await(std::optional<std::chrono::milliseconds> patience) const;
    Descriptor m_socket;
};

} // namespace balady::sight
