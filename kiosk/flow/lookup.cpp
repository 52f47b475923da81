#include "kiosk/flow/lookup.h"

namespace balady::flow::lookup {
namespace {

Move found(State& state, const Found& event, Desk& desk) {
    if (!event.reply) {
        state = Stuck{problemOf(event.reply.error()), {}};
    } else if (event.reply->value) {
        desk.folder.findings = *event.reply->value;
        state = Shown{};
    } else if (const auto& refusal = event.reply->refusal; refusal.type == "not-found") {
        desk.folder.findings.clear();
        state = Shown{};
    } else {
        if (refusal.type == "validation" && !desk.folder.service->form.empty())
            return ToForm{0, refusal.field, refusal.sentence};
        state = Stuck{refusal.type == "rate-limited" ? "too_many_tries" : "refused", refusal.sentence};
    }
    return Remain{};
}

Move choose(State& state, std::size_t index, Desk& desk) {
    if (index >= desk.folder.findings.size())
        return Remain{};
    const auto& finding = desk.folder.findings[index];
    if (!finding.requestNumber || !desk.folder.citizen)
        return Remain{};
    desk.ask(Refresh{*finding.requestNumber});
    state = Opening{};
    return Remain{};
}

Move opened(State& state, const Refreshed& event, Desk& desk) {
    if (event.reply && event.reply->value) {
        desk.folder.submission = *event.reply->value;
        desk.folder.sent = Sent::Accepted;
        return Forward{};
    }
    state = Shown{event.reply ? "refused" : problemOf(event.reply.error())};
    return Remain{};
}

} // namespace

Move enter(State& state, Desk& desk) {
    const auto& service = *desk.folder.service;
    desk.ask(Inquire{service.inquiry ? service.inquiry->id : service.id, desk.folder.answers});
    state = Asking{};
    return Remain{};
}

Move reenter(State& state, Desk& desk) {
    desk.folder.submission.reset();
    desk.folder.sent = Sent::No;
    return enter(state, desk);
}

Move step(State& state, const Event& event, Desk& desk) {
    if (std::holds_alternative<Back>(event)) {
        desk.ask(DropPending{});
        return Backward{};
    }
    return std::visit(Overloaded{
                          [&](Asking&) -> Move {
                              if (const auto* reply = std::get_if<Found>(&event))
                                  return found(state, *reply, desk);
                              return Remain{};
                          },
                          [&](Shown&) -> Move {
                              if (const auto* chosen = std::get_if<FindingChosen>(&event))
                                  return choose(state, chosen->index, desk);
                              if (std::holds_alternative<PrintSlip>(event) && !desk.folder.findings.empty())
                                  return ToPapers{};
                              return Remain{};
                          },
                          [&](Opening&) -> Move {
                              if (const auto* reply = std::get_if<Refreshed>(&event))
                                  return opened(state, *reply, desk);
                              return Remain{};
                          },
                          [&](Stuck&) -> Move {
                              if (std::holds_alternative<TryAgain>(event))
                                  return enter(state, desk);
                              return Remain{};
                          },
                      },
                      state);
}

} // namespace balady::flow::lookup
