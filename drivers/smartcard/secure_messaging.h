// Secure messaging: each command and answer of an open session encrypted and authenticated (Doc 9303-11,
// 9.8).
#pragma once

#include "drivers/smartcard/apdu.h"
#include "drivers/smartcard/session_keys.h"

namespace balady::smartcard {

/// The terminal's end of one session. Every command must be followed by its answer: both advance the counter.
class SecureMessaging {
  public:
    /// Bytes in an answer that still fit the 256 of a short one when they are protected: DO'87' of 228 with either cipher's
    /// blocks, DO'99' of 4, DO'8E' of 10.
    static constexpr std::size_t kLongestShort = 223;

    explicit SecureMessaging(Session session) : m_session(std::move(session)) {}

    /// The command with DO'87' (data), DO'97' (Le) and DO'8E' (MAC).
    [[nodiscard]] Result<Command> protect(const Command& plain);

    /// An opened answer; `data` is wiped with it.
    struct Opened {
        SecretBytes data;
        StatusWord status;
    };
    /// Checks DO'8E' and that DO'99' repeats the status, then decrypts DO'87'. Malformed if an object is
    /// missing or out of order (a bare 6987 or 6988 means that the chip dropped the session), Tampered on a
    /// wrong MAC.
    [[nodiscard]] Result<Opened> open(const Response& response);

  private:
    void countUp() noexcept;

    Session m_session;
};

} // namespace balady::smartcard
