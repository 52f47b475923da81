// Replies: the printer's byte stream taken apart into answers, whoever asked and whatever came uninvited;
// pure.
#pragma once

#include "kiosk/base/bytes.h"
#include "printing/escpos/status.h"

#include <deque>
#include <optional>
#include <variant>

namespace balady::escpos {

/// One byte that has the fixed bits of a DLE EOT answer; only the asker knows to which question.
struct RealTimeReply {
    std::uint8_t byte = 0;
};
/// DLE DC4 8 has been carried out (37h 25h 00h).
struct BuffersCleared {};
/// A byte that begins no answer.
struct Garbage {
    std::uint8_t byte = 0;
};
/// StatusDetails: automatic status back, which nobody asked for.
using Reply = std::variant<RealTimeReply, RollPaper, StatusDetails, BuffersCleared, Garbage>;

/// Every byte ends up in exactly one reply. The first byte's fixed bits tell the kinds apart, as the command
/// reference intends ("Distinguishing transmitted data").
class ReplyStream {
  public:
    void feed(ByteView bytes);
    /// The next whole reply; nothing while bytes of it are missing.
    [[nodiscard]] std::optional<Reply> next();
    /// Forgets a reply that will never become whole; true if there was one.
    bool discardIncomplete();

  private:
    std::deque<std::uint8_t> m_bytes;
};

} // namespace balady::escpos
