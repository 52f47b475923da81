// Lookup: the answer to an inquiry, and one of its requests opened.
#pragma once

#include "kiosk/flow/stage.h"

#include <string>
#include <variant>

namespace balady::flow::lookup {

struct Asking {};
/// The findings are in the folder; none is an answer too.
struct Shown {
    std::string problem;
};
struct Opening {};
struct Stuck {
    std::string problem;
    model::LocalizedText sentence;
};
using State = std::variant<Asking, Shown, Opening, Stuck>;

Move enter(State& state, Desk& desk);
/// Back from an opened request: the findings are still there.
Move reenter(State& state, Desk& desk);
Move step(State& state, const Event& event, Desk& desk);

} // namespace balady::flow::lookup
