// Challenges and sessions of the contract as JSON; any thread.
#pragma once

#include "kiosk/backend/http_message.h"
#include "kiosk/model/citizen.h"

namespace balady::backend {

[[nodiscard]] WipedText encodeChallengeStart(const model::IdentityNumber& who, model::ChallengeKind kind);
[[nodiscard]] WipedText encodeChallengeAnswer(const SecretText& code);
[[nodiscard]] WipedText encodeSessionStart(std::string_view challengeId);

[[nodiscard]] Result<model::Challenge> decodeChallenge(std::string_view body);
[[nodiscard]] Result<model::Citizen> decodeSession(std::string_view body);

} // namespace balady::backend
