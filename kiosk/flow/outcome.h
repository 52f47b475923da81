// Outcome: what became of the request, as far as it is known, before the papers come.
#pragma once

#include "kiosk/flow/stage.h"

namespace balady::flow::outcome {

struct State {};

/// The service that takes a complaint about the request on show; null unless that is past its promised day.
[[nodiscard]] const model::Service* complaintFor(const Folder& folder);

Move enter(State& state, Desk& desk);
Move step(State& state, const Event& event, Desk& desk);

} // namespace balady::flow::outcome
