// Maintenance: a technician at the terminal: the badge's PIN, then one page that says what is wrong and proves that it is
// right again; pure.
#pragma once

#include "kiosk/flow/effect.h"
#include "kiosk/flow/world.h"

#include <chrono>
#include <optional>
#include <string>
#include <variant>

namespace balady::flow::maintenance {

struct AskPin {
    int triesLeft = -1; ///< -1: the badge does not say
    std::string problem{};
    bool checking = false;
};
/// `problem` is the key of the sentence that says why.
struct Refused {
    std::string problem;
};
/// The one page. What stands about the devices is in the world.
struct Bench {
    std::optional<model::RollLeft> roll; ///< nothing: not known yet, or not foretold at this terminal
    bool newRoll = false;                ///< said on this visit
    bool printing = false;
    std::optional<model::PaperOutcome> test; ///< of the last test receipt
    bool listIsOld = false;                  ///< of withdrawn badges: this one was believed all the same
};
using State = std::variant<AskPin, Refused, Bench>;

/// How long the page stays without a touch: a roll is not changed in a minute, and the badge in the reader says whose
/// terminal it is.
inline constexpr std::chrono::minutes kIdle{5};

} // namespace balady::flow::maintenance

namespace balady::flow {

/// The badge stays in the reader all the while: when it is taken out, the session ends.
struct Maintenance {
    maintenance::State state;
    std::string badge; ///< its mark
};

namespace maintenance {

/// What follows from a card that turned out to be a badge (any state but None).
[[nodiscard]] Maintenance begin(const model::Badge& badge, Effects& effects);

enum class Going { Stays, Leaves, ToServices };
[[nodiscard]] Going step(Maintenance& at, const Event& event, const World& world, model::Language language,
                         Effects& effects);

/// Before the session ends, in whatever way.
void leave(const Maintenance& at, Effects& effects);

/// The paper that proves the printer: which terminal, when, what stands about its devices. Nothing of anybody.
[[nodiscard]] model::Receipt testReceipt(const World& world, model::Language language);

} // namespace maintenance
} // namespace balady::flow
