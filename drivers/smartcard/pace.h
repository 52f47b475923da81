// PACE: opens a chip with a short printed password over an agreed secret, so that a listener learns nothing (Doc
// 9303-11, 4.4).
#pragma once

#include "drivers/smartcard/apdu.h"
#include "drivers/smartcard/security_infos.h"
#include "drivers/smartcard/session_keys.h"
#include "kiosk/base/result.h"
#include "kiosk/base/secret.h"
#include "kiosk/crypto/crypto.h"
#include "kiosk/ports/card_reader.h"

#include <string_view>
#include <variant>

namespace balady::smartcard {

/// The password, as the protocol wants it (Doc 9303-11, 9.7.3).
struct PacePassword {
    enum class Kind : std::uint8_t { Mrz = 1, CardAccessNumber = 2 }; ///< DO'83' of MSE:Set AT
    Kind kind = Kind::Mrz;
    SecretBytes secret;
};

/// The card access number if there is one, else the three things of the MRZ. Malformed if they cannot be printed on
/// a card.
[[nodiscard]] Result<PacePassword> pacePassword(const ports::AccessKey& printed);

/// The terminal's half of PACE with generic mapping over an elliptic curve. One object, one attempt.
class PaceHandshake {
  public:
    PaceHandshake(PaceOffer offer, PacePassword password, crypto::RandomSource random)
        : m_offer(offer), m_password(std::move(password)), m_random(std::move(random)) {}

    /// MSE:Set AT. Called once; resume() wants its answer.
    [[nodiscard]] Command start() const;
    /// The next command, or the session that is open now. UnsupportedCard if the chip does not know what it
    /// offered itself, AccessDenied if it does not accept the password, Tampered if it does not know the password
    /// itself, Malformed on anything else.
    [[nodiscard]] Result<std::variant<Command, Session>> resume(const Response& response);

    /// The command whose answer is awaited, for logs.
    [[nodiscard]] std::string_view stepName() const;

  private:
    enum class Step { SetTemplate, Nonce, Mapping, Agreement, Tokens };

    [[nodiscard]] Result<Command> nonceReceived(ByteView cryptogram);
    [[nodiscard]] Result<Command> mappingKeyReceived(ByteView chipKey);
    [[nodiscard]] Result<Command> agreementKeyReceived(ByteView chipKey);
    [[nodiscard]] Result<Session> tokenReceived(ByteView token);
    [[nodiscard]] Result<Bytes> tokenOver(ByteView publicKey) const;

    PaceOffer m_offer;
    PacePassword m_password;
    crypto::RandomSource m_random;
    Step m_step = Step::SetTemplate;
    SecretBytes m_nonce;
    SecretBytes m_secret;    ///< the private key of the exchange under way
    SecretBytes m_publicKey; ///< its public key, which the chip gets
    KeyPair m_sessionKeys;
};

} // namespace balady::smartcard
