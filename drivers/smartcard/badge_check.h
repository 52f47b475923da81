// BadgeCheck: finds out whether a card is a technician's badge, and lets it prove that (PIV, NIST SP 800-73-4);
// sans-IO.
#pragma once

#include "drivers/smartcard/apdu.h"
#include "drivers/smartcard/conversation.h"
#include "kiosk/base/clock.h"
#include "kiosk/crypto/crypto.h"
#include "kiosk/crypto/revocation_list.h"
#include "kiosk/crypto/signed_data.h"
#include "kiosk/model/badge.h"

#include <variant>

namespace balady::smartcard {

struct BadgeTerms {
    crypto::TrustList trust; ///< who vouches for badges
    WallTime now{};          ///< when certificates must be valid
    crypto::RandomSource random = crypto::randomBytes;
    crypto::RevocationList withdrawn{};
    bool wantsListOfToday =
        true; ///< else an old list is better than none, and the badge says that it was old
};
/// What the check wants next, or how it ended.
using BadgeStep = std::variant<Transmit, Result<model::Badge>>;

/// One look at one card, or one proof. A card without the PIV application gets no second command, one whose certificate
/// is not trusted gets no PIN. Faults: CardRemoved, UnsupportedCard, Malformed. The PIN is wiped with it.
class BadgeCheck {
  public:
    /// Without a PIN it only looks.
    explicit BadgeCheck(BadgeTerms terms, SecretText pin = {})
        : m_terms(std::move(terms)), m_pin(std::move(pin)) {}

    /// The first step. Called once. Malformed for a PIN that is none.
    [[nodiscard]] BadgeStep start();
    /// The step after the card's whole answer (data and status word). Not called after a result.
    [[nodiscard]] BadgeStep resume(ByteView answer);

  private:
    enum class Stage { Select, GetCertificate, CountTries, Verify, Authenticate };

    [[nodiscard]] BadgeStep send(Stage stage, const Command& command);
    [[nodiscard]] BadgeStep fail(FaultCode code, std::string_view why) const;
    [[nodiscard]] BadgeStep end(model::BadgeState state);

    [[nodiscard]] BadgeStep selected(StatusWord status);
    [[nodiscard]] BadgeStep certificateRead(StatusWord status);
    [[nodiscard]] BadgeStep triesCounted(StatusWord status);
    [[nodiscard]] BadgeStep verified(StatusWord status);
    [[nodiscard]] BadgeStep authenticated(StatusWord status);

    BadgeTerms m_terms;
    SecretText m_pin;
    Stage m_stage = Stage::Select;
    SecretBytes m_object; ///< of the answer that is coming in pieces
    int m_pieces = 0;     ///< that came so far, of all answers
    Bytes m_certificate;  ///< DER
    Bytes m_digest;       ///< that the card must sign
    model::Badge m_badge;
};

} // namespace balady::smartcard
