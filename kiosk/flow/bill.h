// Bill: the SADAD bill is shown and watched until it is paid, or the citizen says "later".
#pragma once

#include "kiosk/flow/stage.h"

#include <string>

namespace balady::flow::bill {

struct State {
    std::string problem; ///< "network_gone" while the backend does not answer; the bill stays on the screen
};

Move enter(State& state, Desk& desk);
Move step(State& state, const Event& event, Desk& desk);

} // namespace balady::flow::bill
