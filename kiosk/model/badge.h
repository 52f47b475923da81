// Badge: what a technician's badge in the card reader has shown of itself so far.
#pragma once

#include <string>
#include <string_view>

namespace balady::model {

enum class BadgeState {
    None,      ///< another card, or a badge at a terminal that trusts none
    Waiting,   ///< it carries the certificate of a badge; nobody has typed its PIN
    Proven,    ///< the PIN is right, and the key in the card has signed what this terminal drew by lot
    WrongPin,  ///< and the card says how many tries are left
    Blocked,   ///< too many wrong PINs: only its issuer helps
    Expired,   ///< its certificate is not valid yet or any more
    Unknown,   ///< nobody whom this terminal trusts vouches for it
    Withdrawn, ///< its issuer has withdrawn it
    ListOld,   ///< it may be withdrawn: the list is not of today, and the settings want one that is
    Forged     ///< it does not have the key that its certificate speaks of
};
/// Stable lower_snake name for logs, the audit trail and sentences ("wrong_pin").
[[nodiscard]] std::string_view name(BadgeState state);

struct Badge {
    BadgeState state = BadgeState::None;
    int triesLeft = -1; ///< for the PIN; -1 where the card does not say
    std::string mark; ///< tells badges apart and names nobody: half of its certificate's SHA-256, hexadecimal
    bool listIsOld = false; ///< believed although the list of withdrawn badges is not of today
};

/// What a badge takes as a PIN (NIST SP 800-73-4 part 2, 2.4.3): six to eight digits.
[[nodiscard]] bool mayBePin(std::string_view text);

} // namespace balady::model
