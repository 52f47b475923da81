// Papers: what the citizen takes away, one paper after the other; a paper that did not come out is said honestly.
#pragma once

#include "kiosk/flow/stage.h"

#include <optional>
#include <string>
#include <vector>

namespace balady::flow::papers {

enum class Paper { Receipt, Licence };

enum class Phase {
    Fetching, ///< the licence is being fetched and its signature checked
    Printing,
    Trouble, ///< `problem` says which; the citizen tries again or goes on without
    Ready,   ///< all is out, or was left out knowingly
};

/// Whether the code on the fresh licence can be read: the citizen may hold it under the camera before they leave.
struct Check {
    enum class Phase {
        NotWished,
        Looking, ///< `problem` says why nothing can be seen
        Verifying,
        Binding,  ///< the sheet's number is written down and told
        Doubtful, ///< `problem` says what the camera saw instead
        Good,
    };
    Phase phase = Phase::NotWished;
    std::string problem;
    bool licenceSeen = false; ///< on numbered paper: the code was read, and is this licence's
    std::string sheet{};      ///< on numbered paper: its number, once it was read
};

struct State {
    std::vector<Paper> papers;
    std::size_t at = 0;
    Phase phase = Phase::Printing;
    std::string problem;
    std::vector<Paper> out;     ///< what the printers took
    std::vector<Paper> leftOut; ///< what the citizen went on without
    bool secondTry = false; ///< an earlier try of the present paper may have come out: the next says "copy"
    model::CodeSquare forPhone; ///< in trouble with the receipt: the same for the citizen's telephone
    Check check;
    std::optional<model::SheetFate> sheet; ///< of the licence that is out, where its paper is numbered
};

/// Whether the citizen can show the licence to the camera: it came out, and the camera works.
[[nodiscard]] bool offersCheck(const State& state, const World& world);
/// Whether a licence on numbered paper is out of which nobody knows on which sheet it is.
[[nodiscard]] bool owesSheet(const State& state, const World& world);
/// Whether the camera is waiting for the licence, or has seen something.
[[nodiscard]] bool isChecking(const State& state);

Move enter(State& state, Desk& desk);
Move step(State& state, const Event& event, Desk& desk);

} // namespace balady::flow::papers
