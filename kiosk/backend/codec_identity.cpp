#include "kiosk/backend/codec_identity.h"

#include "kiosk/backend/codec_json.h"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

namespace balady::backend {
namespace {

namespace json = boost::json;
using model::ChallengeKind;
using model::ChallengeState;

std::string_view name(ChallengeKind kind) {
    return kind == ChallengeKind::App ? "app" : "sms";
}

std::optional<ChallengeKind> kindFromName(std::string_view text) {
    for (const auto kind : {ChallengeKind::App, ChallengeKind::Sms})
        if (name(kind) == text)
            return kind;
    return std::nullopt;
}

std::optional<ChallengeState> stateFromName(std::string_view text) {
    if (text == "pending")
        return ChallengeState::Pending;
    if (text == "approved")
        return ChallengeState::Approved;
    if (text == "refused")
        return ChallengeState::Refused;
    if (text == "expired")
        return ChallengeState::Expired;
    return std::nullopt;
}

model::Challenge readChallenge(const JsonNode& node) {
    model::Challenge challenge;
    challenge.id = node.at("id").token(64, "-");
    challenge.kind = node.at("kind").named(kindFromName);
    challenge.state = node.at("state").named(stateFromName);
    challenge.expiresAt = node.at("expiresAt").timestamp();
    if (challenge.kind == ChallengeKind::App) {
        challenge.number = node.at("number").token(2, "");
    } else {
        challenge.maskedMobile = node.at("maskedMobile").text(160);
        challenge.attemptsLeft = static_cast<int>(node.at("attemptsLeft").integer(0, 100));
    }
    return challenge;
}

model::Citizen readSession(const JsonNode& node) {
    model::Citizen citizen;
    // RFC 6750 2.1: these characters cannot end the header that the token will stand in.
    citizen.token = SecretText(node.at("token").token(512, "-._~+/="));
    citizen.name = node.at("name").localized();
    citizen.maskedIdentity = node.at("maskedIdentity").text(160);
    citizen.maskedMobile = node.at("maskedMobile").text(160);
    citizen.expiresAt = node.at("expiresAt").timestamp();
    return citizen;
}

} // namespace

WipedText encodeChallengeStart(const model::IdentityNumber& who, ChallengeKind kind) {
    return toText(json::value({{"identityNumber", who.digits()}, {"kind", name(kind)}}, wipedStorage()));
}

WipedText encodeChallengeAnswer(const SecretText& code) {
    return toText(json::value({{"code", code.reveal()}}, wipedStorage()));
}

WipedText encodeSessionStart(std::string_view challengeId) {
    return toText(json::value({{"challengeId", challengeId}}, wipedStorage()));
}

Result<model::Challenge> decodeChallenge(std::string_view body) {
    return decode(body, readChallenge);
}
Result<model::Citizen> decodeSession(std::string_view body) {
    return decode(body, readSession);
}

} // namespace balady::backend
