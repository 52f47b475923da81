// Rate: one tap, one to five stars; the citizen never waits for it.
#pragma once

#include "kiosk/flow/stage.h"

namespace balady::flow::rate {

struct State {
    int stars = 0;
};

Move enter(State& state, Desk& desk);
Move step(State& state, const Event& event, Desk& desk);

} // namespace balady::flow::rate
