#include "kiosk/flow/farewell.h"

#include <algorithm>

namespace balady::flow {

void add(Traces& traces, const Journey& journey) {
    const auto& folder = journey.folder;
    traces.identity |= folder.citizen.has_value();
    traces.answers |= !folder.answers.empty();
    traces.pictures |= !folder.pictures.empty();
    switch (folder.sent) {
    case Sent::No: break;
    case Sent::Accepted:
        // Elsewhere a request that the platform has already is only looked at.
        traces.request |=
            std::find(journey.plan.begin(), journey.plan.end(), StageKind::Submit) != journey.plan.end();
        break;
    case Sent::Unknown: traces.unconfirmed = true; break;
    case Sent::Kept: traces.keptHere = true; break;
    }
    if (const auto* papers = std::get_if<papers::State>(&journey.stage))
        traces.paper |= !papers->out.empty();
}

} // namespace balady::flow
