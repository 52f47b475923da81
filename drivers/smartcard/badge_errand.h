// BadgeErrand: one look at a card that may be a badge, or one proof, as an errand.
#pragma once

#include "drivers/smartcard/badge_check.h"
#include "drivers/smartcard/card_errand.h"

#include <memory>
#include <optional>
#include <string>

namespace balady::smartcard {

/// Made with make(): its memory is wiped when both threads have let go of it.
class BadgeErrand final : public CardErrand {
  public:
    /// Without a PIN it only looks.
    BadgeErrand(BadgeTerms terms, SecretText pin, std::string readerName,
                const std::shared_ptr<Bell>& whenDone)
        : CardErrand(std::move(readerName), whenDone), m_terms(std::move(terms)), m_pin(std::move(pin)) {}

    /// The time of `terms` is set when the errand begins.
    [[nodiscard]] static std::shared_ptr<BadgeErrand>
    make(BadgeTerms terms, SecretText pin, std::string reader, const std::shared_ptr<Bell>& bell);
    void run() override;

    std::optional<Result<model::Badge>> result; ///< written before `bell` rings, read after

  private:
    [[nodiscard]] Result<model::Badge> check();

    BadgeTerms m_terms;
    SecretText m_pin;
};

} // namespace balady::smartcard
