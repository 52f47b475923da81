// Identify: who is the citizen: by chip card or typed number, always confirmed by the backend's challenge.
#pragma once

#include "kiosk/flow/stage.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace balady::flow::identify {

/// Card or number. Left out when the reader is gone: the number is asked at once.
struct Choose {};
/// "Show the back of your card to the camera", or to the hand scanner: its machine readable zone opens the chip, and nothing
/// has to be typed.
struct ShowCard {};
/// "Put your card on the reader." What was typed or shown already opens the card as soon as it is there.
struct AwaitCard {
    model::Answers typed;
};
/// The three things printed on the card that open its chip (BAC). Typed texts by field id.
struct CardDetails {
    model::Answers typed;
    std::vector<model::FieldProblem> problems;
};
struct Reading {
    model::Answers typed;
};
struct TypeIdentity {
    std::string typed;
    std::string problem;
};
struct Starting {
    model::IdentityNumber who;
    model::ChallengeKind kind;
    std::optional<model::Authenticity> card =
        {}; ///< what passive authentication said; none: no card was read
};
struct AwaitApp {
    model::IdentityNumber who;
    model::Challenge challenge;
    std::optional<model::Authenticity> card = {}; ///< as above
};
struct EnterCode {
    model::IdentityNumber who;
    model::Challenge challenge;
    std::string problem;
    bool checking = false;
};
struct SigningIn {};
/// Something went wrong that the citizen can choose a way around. `sentence` is the backend's own, if it gave one.
struct Stuck {
    std::string problem;
    model::LocalizedText sentence;
    std::optional<model::IdentityNumber> who; ///< set where a new challenge may be tried
    /// What opens the card that was in the reader; kept where the same card put back may be read at once.
    model::Answers typed = {};
    /// What trying again asks the platform for, and what stands behind `who` then.
    model::ChallengeKind retry = model::ChallengeKind::App;
    Claim claim = Claim::Again;
};
using State = std::variant<Choose, ShowCard, AwaitCard, CardDetails, Reading, TypeIdentity, Starting,
                           AwaitApp, EnterCode, SigningIn, Stuck>;

/// The questions of CardDetails: ids "document-number", "birth-date", "expiry-date".
[[nodiscard]] const model::FormPage& cardForm();

Move enter(State& state, Desk& desk);
Move step(State& state, const Event& event, Desk& desk);

} // namespace balady::flow::identify
