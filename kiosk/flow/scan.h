// Scan: a printed licence's QR code held under the camera, verified with the keys that the terminal already has.
#pragma once

#include "kiosk/flow/stage.h"

#include <string>
#include <variant>

namespace balady::flow::scan {

struct Looking {
    std::string problem;
};
struct Checking {};
/// A licence of ours; `expired` by the terminal's date.
struct Genuine {
    model::Licence licence;
    bool expired = false;
};
/// Not a licence of ours, or altered: "code_not_ours", "licence_tampered", "licence_key_unknown".
struct Doubtful {
    std::string problem;
};
using State = std::variant<Looking, Checking, Genuine, Doubtful>;

Move enter(State& state, Desk& desk);
Move step(State& state, const Event& event, Desk& desk);

} // namespace balady::flow::scan
