// Citizen: who has been confirmed by the backend, and the establishments that they may act for.
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/secret.h"
#include "kiosk/model/identity.h"
#include "kiosk/model/language.h"

#include <optional>
#include <string>
#include <vector>

namespace balady::model {

/// How the backend makes sure that the person is who they say.
enum class ChallengeKind { App, Sms };
enum class ChallengeState { Pending, Approved, Refused, Expired };

/// A running challenge. `number` is the two-digit number to choose in the app (App only).
struct Challenge {
    std::string id;
    ChallengeKind kind = ChallengeKind::App;
    ChallengeState state = ChallengeState::Pending;
    std::string number;
    std::string maskedMobile; ///< where the code went (Sms only)
    int attemptsLeft = 3;     ///< Sms only
    WallTime expiresAt{};
};

/// A signed-in citizen. Lives in one session and nowhere else.
struct Citizen {
    SecretText token; ///< bearer token of the contract
    LocalizedText name;
    std::string maskedIdentity;
    std::string maskedMobile;
    WallTime expiresAt{};
};

} // namespace balady::model
