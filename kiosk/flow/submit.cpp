#include "kiosk/flow/submit.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace balady::flow::submit {
namespace {

using namespace std::chrono_literals;
constexpr std::array<std::chrono::milliseconds, kReconcileAttempts> kWaits{1s, 2s, 4s, 8s};

/// The terminal can keep only what it has: a file that came by telephone it never had.
bool mayKeep(const Desk& desk) {
    const auto& pictures = desk.folder.pictures;
    return mayBeKept(*desk.folder.service, desk.world) &&
           std::none_of(pictures.begin(), pictures.end(),
                        [](const Picture& picture) { return picture.received.has_value(); });
}

/// Faults after which the backend certainly has nothing; after every other one it may have the request.
bool certainlyNotSent(FaultCode code) {
    switch (code) {
    case FaultCode::Unreachable:
    case FaultCode::RateLimited:
    case FaultCode::Unauthorised:
    case FaultCode::Refused:
    case FaultCode::StorageFull:
    case FaultCode::StorageCorrupt: return true;
    default: return false;
    }
}

Move send(State& state, Desk& desk, std::vector<std::string> attachmentIds, int asked = 0) {
    const auto& service = *desk.folder.service;
    desk.ask(
        Submit{{service.kind, service.id, desk.folder.answers, attachmentIds}, desk.folder.idempotencyKey});
    state = Sending{std::move(attachmentIds), asked};
    return Remain{};
}

/// What came by telephone is with the platform already.
Move upload(State& state, Desk& desk, std::size_t index, std::vector<std::string> attachmentIds) {
    for (; index < desk.folder.pictures.size() && desk.folder.pictures[index].received; ++index)
        attachmentIds.push_back(desk.folder.pictures[index].received->attachmentId);
    if (index >= desk.folder.pictures.size())
        return send(state, desk, std::move(attachmentIds));
    const auto& picture = desk.folder.pictures[index];
    desk.ask(Upload{picture});
    state = Uploading{index, std::move(attachmentIds)};
    return Remain{};
}

Move ask(State& state, Desk& desk, int attempt, std::vector<std::string> attachmentIds) {
    if (attempt >= kReconcileAttempts) {
        desk.folder.sent = Sent::Unknown;
        return Forward{};
    }
    desk.ask(StartTimer{Timer::Retry, kWaits[static_cast<std::size_t>(attempt)]});
    state = Asking{attempt, std::move(attachmentIds)};
    return Remain{};
}

Move keep(State& state, Desk& desk) {
    const auto& service = *desk.folder.service;
    Keep wish;
    wish.draft = {service.kind, service.id, desk.folder.answers, {}};
    wish.pictures = desk.folder.pictures;
    wish.idempotencyKey = desk.folder.idempotencyKey;
    wish.priority = service.offline->priority;
    desk.ask(std::move(wish));
    state = Keeping{};
    return Remain{};
}

Move kept(State& state, const Kept& event, Desk& desk) {
    if (event.reference) {
        desk.folder.sent = Sent::Kept;
        desk.folder.keptReference = *event.reference;
        return Forward{};
    }
    state = Stuck{"not_kept", {}, "", true, 0, {}};
    return Remain{};
}

Move accepted(Desk& desk, const model::Submission& submission) {
    desk.folder.submission = submission;
    desk.folder.sent = Sent::Accepted;
    return Forward{};
}

/// The page on which the field is asked; the review has no better place to mend it.
std::optional<std::size_t> pageOf(const model::Service& service, const std::string& fieldId) {
    for (std::size_t page = 0; page < service.form.size(); ++page)
        for (const auto& field : service.form[page].fields)
            if (field.id == fieldId)
                return page;
    return std::nullopt;
}

Move refused(State& state, Desk& desk, const model::Refusal& refusal,
             std::vector<std::string> attachmentIds) {
    if (const auto page = pageOf(*desk.folder.service, refusal.field))
        return ToForm{*page, refusal.field, refusal.sentence};
    Stuck stuck;
    stuck.problem = refusal.type == "gate-not-met"   ? "gate_not_met"
                    : refusal.type == "rate-limited" ? "too_many_tries"
                    : refusal.type == "unauthorised" ? "sign_in_ended"
                                                     : "refused";
    stuck.sentence = refusal.sentence;
    stuck.gate = refusal.serviceId;
    stuck.mayRetry = refusal.type == "rate-limited";
    stuck.uploaded = desk.folder.pictures.size();
    stuck.attachmentIds = std::move(attachmentIds);
    state = std::move(stuck);
    return Remain{};
}

Move uploaded(State& state, Uploading& uploading, const Uploaded& event, Desk& desk) {
    const auto index = uploading.index;
    auto ids = std::move(uploading.attachmentIds);
    if (!event.reply) {
        const auto problem = problemOf(event.reply.error());
        if (problem == "network_gone" && mayKeep(desk))
            return keep(state, desk); // pictures alone are no request: nothing can have been accepted
        state = Stuck{problem, {}, "", true, index, std::move(ids)};
        return Remain{};
    }
    if (!event.reply->value) {
        const auto& refusal = event.reply->refusal;
        if (refusal.type == "file-refused")
            return ToDocuments{desk.folder.pictures[index].documentId, refusal.sentence};
        return refused(state, desk, refusal, std::move(ids));
    }
    ids.push_back(*event.reply->value);
    return upload(state, desk, index + 1, std::move(ids));
}

Move answered(State& state, Sending& sending, const Submitted& event, Desk& desk) {
    auto ids = std::move(sending.attachmentIds);
    const int asked = sending.asked;
    if (event.reply && event.reply->value)
        return accepted(desk, *event.reply->value);
    if (event.reply && (asked == 0 || event.reply->refusal.type != "rate-limited"))
        return refused(state, desk, event.reply->refusal, std::move(ids));
    // What is certain of the second sending says nothing of the first.
    if (event.reply || asked > 0 || !certainlyNotSent(event.reply.error().code))
        return ask(state, desk, asked, std::move(ids));
    const auto& fault = event.reply.error();
    if (fault.code == FaultCode::Unreachable && mayKeep(desk))
        return keep(state, desk);
    state = Stuck{fault.code == FaultCode::Unreachable ? "not_sent" : problemOf(fault),
                  {},
                  "",
                  true,
                  desk.folder.pictures.size(),
                  std::move(ids)};
    return Remain{};
}

Move reconciled(State& state, Asking& asking, const Reconciled& event, Desk& desk) {
    auto ids = std::move(asking.attachmentIds);
    const int attempt = asking.attempt;
    if (event.reply && event.reply->value)
        return accepted(desk, *event.reply->value);
    const bool neverSeen = event.reply ? event.reply->refusal.type == "not-found"
                                       : event.reply.error().code == FaultCode::NotFound;
    if (neverSeen && attempt + 1 < kReconcileAttempts)
        return send(state, desk, std::move(ids), attempt + 1);
    return ask(state, desk, attempt + 1, std::move(ids));
}

} // namespace

Move enter(State& state, Desk& desk) {
    if (!desk.world.conditions.works(model::DeviceRole::Network) && mayKeep(desk))
        return keep(state, desk);
    return upload(state, desk, 0, {});
}

Move step(State& state, const Event& event, Desk& desk) {
    return std::visit(Overloaded{
                          [&](Uploading& uploading) -> Move {
                              if (const auto* up = std::get_if<Uploaded>(&event))
                                  return uploaded(state, uploading, *up, desk);
                              return Remain{};
                          },
                          [&](Sending& sending) -> Move {
                              if (const auto* submitted = std::get_if<Submitted>(&event))
                                  return answered(state, sending, *submitted, desk);
                              return Remain{};
                          },
                          [&](Asking& asking) -> Move {
                              if (const auto* fired = std::get_if<TimerFired>(&event);
                                  fired && fired->timer == Timer::Retry)
                                  desk.ask(Reconcile{desk.folder.idempotencyKey});
                              else if (const auto* told = std::get_if<Reconciled>(&event))
                                  return reconciled(state, asking, *told, desk);
                              return Remain{};
                          },
                          [&](Keeping&) -> Move {
                              if (const auto* written = std::get_if<Kept>(&event))
                                  return kept(state, *written, desk);
                              return Remain{};
                          },
                          [&](Stuck& stuck) -> Move {
                              if (std::holds_alternative<TryAgain>(event) && stuck.mayRetry) {
                                  const auto from = stuck.uploaded;
                                  auto ids = std::move(stuck.attachmentIds);
                                  return upload(state, desk, from, std::move(ids));
                              }
                              if (std::holds_alternative<StartGate>(event) && !stuck.gate.empty())
                                  return Begin{stuck.gate};
                              if (std::holds_alternative<Back>(event))
                                  return Backward{};
                              return Remain{};
                          },
                      },
                      state);
}

} // namespace balady::flow::submit
