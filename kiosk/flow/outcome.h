// Outcome: what became of the request, as far as it is known, before the papers come.
#pragma once

#include "kiosk/flow/stage.h"

namespace balady::flow::outcome {

struct State {};

inline Move enter(State&, Desk&) {
    return Remain{};
}

inline Move step(State&, const Event& event, Desk&) {
    if (std::holds_alternative<Next>(event))
        return Forward{};
    if (std::holds_alternative<Back>(event))
        return Backward{}; // only where the journey allows it: an opened request of an inquiry
    return Remain{};
}

} // namespace balady::flow::outcome
