// Review: everything that will be sent, before it is sent; each line can be opened again.
#pragma once

#include "kiosk/flow/stage.h"

namespace balady::flow::review {

struct State {};

inline Move enter(State&, Desk&) {
    return Remain{};
}

inline Move step(State&, const Event& event, Desk&) {
    if (std::holds_alternative<Next>(event))
        return Forward{};
    if (std::holds_alternative<Back>(event))
        return Backward{};
    if (const auto* edit = std::get_if<EditPage>(&event))
        return ToForm{edit->page, "", {}};
    return Remain{};
}

} // namespace balady::flow::review
