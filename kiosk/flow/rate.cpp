#include "kiosk/flow/rate.h"

#include <string>

namespace balady::flow::rate {
namespace {

/// A rating journey asks first which service is meant; any other one rates itself.
std::string ratedService(const Folder& folder) {
    const auto it = folder.answers.find("service");
    return folder.service->kind == model::ServiceKind::Rating && it != folder.answers.end()
               ? it->second
               : folder.service->id;
}

} // namespace

Move enter(State& state, Desk& desk) {
    state = State{};
    if (desk.folder.sent == Sent::Kept)
        return Forward{}; // stars cannot be sent either, and are not worth keeping
    return Remain{};
}

Move step(State& state, const Event& event, Desk& desk) {
    if (const auto* stars = std::get_if<Stars>(&event);
        stars && state.stars == 0 && stars->count >= 1 && stars->count <= 5) {
        state.stars = stars->count;
        desk.ask(SendRating{ratedService(desk.folder),
                            desk.folder.submission ? desk.folder.submission->number : "", stars->count});
        return Forward{};
    }
    if (std::holds_alternative<Skip>(event))
        return Forward{};
    if (std::holds_alternative<Back>(event))
        return Backward{};
    return Remain{};
}

} // namespace balady::flow::rate
