// ChipPace: the chip's half of PACE with generic mapping over an elliptic curve (Doc 9303-11, 4.4).
#pragma once

#include "drivers/smartcard/pace.h"
#include "kiosk/base/bytes.h"

#include <map>
#include <optional>

namespace balady::simulators {

/// One object, one power cycle: a wrong password or a step out of order starts it over.
class ChipPace {
  public:
    using Passwords = std::map<smartcard::PacePassword::Kind, SecretBytes>;
    ChipPace(smartcard::PaceOffer offer, Passwords passwords, crypto::RandomSource random);

    /// MSE:Set AT's data objects. Status word 9000, 6a80 or 6a88.
    [[nodiscard]] Bytes setTemplate(ByteView data);
    /// GENERAL AUTHENTICATE's data; data and status word. session() is there after the last one has succeeded.
    [[nodiscard]] Bytes authenticate(ByteView data);
    /// The session that has just been opened; asked once.
    [[nodiscard]] std::optional<smartcard::Session> session();

  private:
    [[nodiscard]] Bytes sendNonce();
    [[nodiscard]] Bytes map(ByteView terminalKey);
    [[nodiscard]] Bytes agree(ByteView terminalKey);
    [[nodiscard]] Bytes checkToken(ByteView token);
    [[nodiscard]] Bytes tokenOver(ByteView publicKey) const;

    smartcard::PaceOffer m_offer;
    Passwords m_passwords;
    crypto::RandomSource m_random;
    std::optional<smartcard::PacePassword::Kind> m_password;
    std::uint32_t m_expected = 0; ///< tag of the object that the next command must bring, 0: none is awaited
    Bytes m_nonce;
    SecretBytes m_generator;
    SecretBytes m_terminalKey;
    SecretBytes m_publicKey;
    smartcard::KeyPair m_keys;
    std::optional<smartcard::Session> m_session;
};

} // namespace balady::simulators
