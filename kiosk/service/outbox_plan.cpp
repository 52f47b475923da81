#include "kiosk/service/outbox_plan.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_set>

namespace balady::service::outbox {
namespace {

using model::KeptEntry;
using model::KeptState;
using std::chrono::milliseconds;

/// The first of each visit that is not parked: only these may be sent now.
std::vector<const KeptEntry*> heads(const std::vector<KeptEntry>& entries) {
    std::vector<const KeptEntry*> first;
    std::unordered_set<std::string_view> seen;
    for (const auto& entry : entries) // oldest first
        if (entry.state != KeptState::Parked && seen.insert(entry.visit).second)
            first.push_back(&entry);
    return first;
}

/// A clock that was put back must not make anything wait for a year.
milliseconds waitOf(const KeptEntry& entry, const Now& now, const Pace& pace) {
    const auto wait = std::max(entry.notBefore - now.time, milliseconds{0});
    return wait > pace.longestWait ? milliseconds{0} : wait;
}

bool comesBefore(const KeptEntry& a, const KeptEntry& b) {
    return a.priority != b.priority ? a.priority < b.priority : a.number < b.number;
}

} // namespace

Step nextStep(const std::vector<KeptEntry>& entries, const Now& now, const Pace& pace) {
    if (!now.networkWorks)
        return Rest{};
    // A clock under which the platform's certificate holds can be believed about months, and so can what was noted under
    // one: when it was sent or parked. When it was accepted, the clock may have been wrong by years.
    for (const auto& entry : entries)
        if (entry.state == KeptState::Parked && now.time - entry.notBefore > pace.forgotten)
            return Drop{entry};
    const auto first = heads(entries);
    for (const auto* entry : first)
        if (entry->state == KeptState::Unknown && now.time - entry->notBefore > pace.oldest)
            return Park{*entry, "too_old"};
    if (first.empty())
        return Rest{};
    if (now.citizenTalks)
        return Wait{pace.whileTalking};
    if (const auto since = now.time - now.lastSent; since >= milliseconds{0} && since < pace.between)
        return Wait{pace.between - since};
    const KeptEntry* next = nullptr;
    auto soonest = milliseconds::max();
    for (const auto* entry : first) {
        const auto wait = waitOf(*entry, now, pace);
        soonest = std::min(soonest, wait);
        if (wait == milliseconds{0} && (next == nullptr || comesBefore(*entry, *next)))
            next = entry;
    }
    if (next == nullptr)
        return Wait{soonest};
    if (next->state == KeptState::Unknown)
        return Ask{*next};
    return Send{*next};
}

WallTime believable(WallTime acceptedAt, WallTime now, const Pace& pace) {
    return std::clamp(acceptedAt, now - pace.oldest, now);
}

Verdict verdictOf(const Fault& fault, bool mayHaveArrived) {
    switch (fault.code) {
    case FaultCode::Unreachable:
    case FaultCode::RateLimited:
    case FaultCode::Cancelled: return {Fate::Again};
    case FaultCode::Refused:
    case FaultCode::Unauthorised:
    case FaultCode::NotFound:
    case FaultCode::Bug: return {Fate::Parked, std::string(name(fault.code))};
    default: return {mayHaveArrived ? Fate::Unknown : Fate::Again};
    }
}

Verdict verdictOf(const model::Refusal& refusal) {
    if (refusal.type == "rate-limited" || refusal.type == "unavailable")
        return {Fate::Again};
    return {Fate::Parked, refusal.type};
}

KeptEntry after(KeptEntry entry, const Verdict& verdict, WallTime now, const Pace& pace, double chance) {
    entry.notBefore = now;
    switch (verdict.fate) {
    case Fate::Delivered: return entry;
    case Fate::Parked:
        entry.state = KeptState::Parked;
        entry.reason = verdict.reason;
        return entry;
    case Fate::Again: entry.state = KeptState::Waiting; break;
    case Fate::Unknown: entry.state = KeptState::Unknown; break;
    }
    ++entry.attempts;
    // Without a network nobody counts: the tenth day of a cut line is not the request's fault.
    if (verdict.fate == Fate::Unknown && entry.attempts >= pace.attempts) {
        entry.state = KeptState::Parked;
        entry.reason = "no_answer";
        return entry;
    }
    const auto doubled = pace.firstWait * (std::int64_t{1} << std::min(entry.attempts - 1, 20));
    const auto longest = std::min<milliseconds>(doubled, pace.longestWait);
    entry.notBefore = now + longest / 2 +
                      milliseconds{static_cast<std::int64_t>(std::clamp(chance, 0.0, 1.0) *
                                                             static_cast<double>((longest / 2).count()))};
    return entry;
}

} // namespace balady::service::outbox
