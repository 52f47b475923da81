#include "kiosk/flow/bill.h"

namespace balady::flow::bill {
namespace {

constexpr std::chrono::seconds kPollEvery{3};

bool due(const Folder& folder) {
    return folder.submission && folder.submission->bill &&
           folder.submission->state == model::RequestState::AwaitingPayment;
}

} // namespace

Move enter(State& state, Desk& desk) {
    state = State{};
    if (!due(desk.folder))
        return Forward{};
    desk.ask(StartTimer{Timer::Poll, kPollEvery});
    return Remain{};
}

Move step(State& state, const Event& event, Desk& desk) {
    if (const auto* fired = std::get_if<TimerFired>(&event); fired && fired->timer == Timer::Poll) {
        desk.ask(Refresh{desk.folder.submission->number});
    } else if (const auto* refreshed = std::get_if<Refreshed>(&event)) {
        state.problem = refreshed->reply ? "" : problemOf(refreshed->reply.error());
        if (refreshed->reply && refreshed->reply->value)
            desk.folder.submission = *refreshed->reply->value;
        if (!due(desk.folder))
            return Forward{};
        desk.ask(StartTimer{Timer::Poll, kPollEvery});
    } else if (std::holds_alternative<Skip>(event)) {
        desk.ask(StopTimer{Timer::Poll});
        desk.ask(DropPending{});
        return Forward{};
    }
    return Remain{};
}

} // namespace balady::flow::bill
