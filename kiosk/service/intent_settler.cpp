#include "kiosk/service/intent_settler.h"

#include "kiosk/base/log.h"

namespace balady::service {

ports::Task<Done> IntentSettler::settleAll() {
    auto unsettled = co_await m_devices.journal.unsettled();
    if (!unsettled)
        co_return unsettled.error();
    for (const auto& intent : *unsettled) {
        if (m_inUse(intent.idempotencyKey))
            continue;
        const auto settled = co_await settle(intent);
        if (!settled)
            co_return settled.error();
    }
    co_return Done{};
}

ports::Task<Done> IntentSettler::settle(const ports::Intent& intent) {
    // The contract lets a terminal ask by key without a citizen's token: the certificate and the key are the right to ask.
    SecretText nobody;
    auto reply = co_await m_devices.backend.submissionByKey(std::move(nobody), intent.idempotencyKey);
    if (!reply && reply.error().code != FaultCode::NotFound)
        co_return reply.error();
    const bool arrived = reply && reply->value;
    const bool neverSeen = !reply || reply->refusal.type == "not-found";
    if (!arrived && !neverSeen)
        co_return Fault{FaultCode::Refused, "intent: the platform does not say"};
    // A clock that was put back says nothing about age: then it is taken for old.
    const auto age = m_devices.clock.now() - intent.begunAt;
    if (!arrived && age >= WallTime::duration::zero() && age < kOnItsWay)
        co_return Done{};
    log::write(log::Level::Info, "intents", arrived ? "had_arrived" : "never_arrived",
               {{"service", log::Plain{intent.serviceId}}});
    const auto settled = co_await m_devices.journal.settle(
        intent.idempotencyKey, arrived ? ports::Settlement::Accepted : ports::Settlement::NeverArrived);
    if (!settled && settled.error().code != FaultCode::Refused) // a session that had the answer was quicker
        co_return settled.error();
    co_return Done{};
}

} // namespace balady::service
