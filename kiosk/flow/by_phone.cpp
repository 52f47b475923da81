#include "kiosk/flow/by_phone.h"

#include <algorithm>

namespace balady::flow::by_phone {
namespace {

using namespace std::chrono_literals;
constexpr auto kPollEvery = 2s;

void given(State& state, const TicketGiven& event, Desk& desk) {
    if (!event.reply) {
        state = Stuck{problemOf(event.reply.error()), {}};
    } else if (!event.reply->value || event.code.size == 0) {
        state = Stuck{"refused", event.reply->refusal.sentence};
    } else {
        state = Waiting{*event.reply->value, event.code, {}};
        desk.ask(StartTimer{Timer::Poll, kPollEvery});
    }
}

void told(State& state, Waiting& waiting, const TicketTold& event, Desk& desk) {
    const auto* ticket = event.reply && event.reply->value ? &*event.reply->value : nullptr;
    if (ticket != nullptr && ticket->state == model::TicketState::Received && ticket->received) {
        state = Came{*ticket->received};
        desk.ask(StartTimer{Timer::Idle, desk.world.terminal.idle}); // the hands are free again
        return;
    }
    if (!event.reply && event.reply.error().code == FaultCode::Unauthorised) {
        state = Stuck{problemOf(event.reply.error()), {}};
        return;
    }
    const bool lost = !event.reply && event.reply.error().code != FaultCode::NotFound;
    if (!lost && (ticket == nullptr || ticket->state != model::TicketState::Waiting)) {
        state = Stuck{"ticket_expired", {}};
        return;
    }
    waiting.problem = event.reply ? "" : problemOf(event.reply.error());
    desk.ask(StartTimer{Timer::Poll, kPollEvery}); // a lost question is no answer: ask again
}

} // namespace

bool works(const World& world) {
    return !world.terminal.phoneOrigin.empty() && world.conditions.works(model::DeviceRole::Network);
}

void begin(State& state, Desk& desk, const std::string& documentId) {
    desk.ask(AskTicket{desk.folder.service->id, documentId});
    desk.ask(StartTimer{Timer::Idle, std::max<std::chrono::seconds>(desk.world.terminal.idle, kIdle)});
    state = Asking{};
}

void leave(Desk& desk) {
    desk.ask(StopTimer{Timer::Poll});
    desk.ask(DropPending{});
    desk.ask(StartTimer{Timer::Idle, desk.world.terminal.idle});
}

void step(State& state, const Event& event, Desk& desk, const std::string& documentId) {
    std::visit(Overloaded{
                   [&](Asking&) {
                       if (const auto* reply = std::get_if<TicketGiven>(&event))
                           given(state, *reply, desk);
                   },
                   [&](Waiting& waiting) {
                       if (const auto* fired = std::get_if<TimerFired>(&event);
                           fired != nullptr && fired->timer == Timer::Poll)
                           desk.ask(PollTicket{waiting.ticket.id});
                       else if (const auto* reply = std::get_if<TicketTold>(&event))
                           told(state, waiting, *reply, desk);
                   },
                   [&](Came&) {
                       if (std::holds_alternative<TryAgain>(event)) // another file, or somebody else's
                           begin(state, desk, documentId);
                   },
                   [&](Stuck&) {
                       if (std::holds_alternative<TryAgain>(event))
                           begin(state, desk, documentId);
                   },
               },
               state);
}

} // namespace balady::flow::by_phone
