// Challenges: proofs of identity that run, with their ends; the stand-in for the national identity app and SMS codes.
#pragma once

#include "kiosk/model/citizen.h"
#include "tests/sandbox/platform.h"

#include <optional>
#include <string>
#include <vector>

namespace balady::sandbox {

struct StoredChallenge {
    model::Challenge shown; ///< state as of now: one that ran out is Expired
    std::string identity;
    std::string code; ///< Sms
    bool used = false;
};

/// Throws Refusal (rate-limited). Sends the SMS of an Sms challenge.
[[nodiscard]] StoredChallenge startChallenge(Platform& platform, const std::string& identity,
                                             const std::string& mobile, model::ChallengeKind kind);
[[nodiscard]] std::optional<StoredChallenge> findChallenge(Platform& platform, std::string_view id);
/// Newest first, at most 50.
[[nodiscard]] std::vector<StoredChallenge> recentChallenges(Platform& platform);
/// State, attempts and use.
void updateChallenge(Database& database, const StoredChallenge& challenge);

[[nodiscard]] std::string_view name(model::ChallengeKind kind);
[[nodiscard]] std::string_view name(model::ChallengeState state);

} // namespace balady::sandbox
