// OutboxPlan: which kept request is sent next, when, and what an answer means for it; pure, without clocks or threads.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/model/kept_request.h"
#include "kiosk/model/refusal.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace balady::service::outbox {

/// How patiently the outbox is emptied.
struct Pace {
    std::chrono::milliseconds between{1'000};    ///< at least, from one request to the next: 3600 an hour
    std::chrono::milliseconds whileTalking{250}; ///< a citizen's own questions go first; then look again
    std::chrono::milliseconds firstWait{30'000}; ///< after an attempt without an answer, doubled each time
    std::chrono::milliseconds longestWait{1'800'000};
    int attempts = 12; ///< without an answer, until somebody must look: about five hours
    /// The platform takes what is up to 90 days old, and knows keys as long: so one that may have arrived is parked then.
    std::chrono::hours oldest{24 * 60};
    /// So long after it was parked it is erased: it can serve nobody any more.
    std::chrono::hours forgotten{24 * 90};
};

/// What is known of the rest of the terminal.
struct Now {
    WallTime time{};
    bool networkWorks = true;  ///< the platform has answered, so its certificate holds at this time
    bool citizenTalks = false; ///< a citizen waits for the platform at this moment
    WallTime lastSent{};       ///< when the last request went out
};

struct Rest {}; ///< nothing to do until something changes
struct Wait {
    std::chrono::milliseconds time;
};
struct Send {
    model::KeptEntry entry;
};
/// It may have arrived: ask by its key.
struct Ask {
    model::KeptEntry entry;
};
struct Park {
    model::KeptEntry entry;
    std::string reason;
};
struct Drop {
    model::KeptEntry entry;
};
using Step = std::variant<Rest, Wait, Send, Ask, Park, Drop>;

/// The requests of one visit go out in their order; among the visits the more urgent goes first, then the older. One that
/// is parked holds up nobody.
[[nodiscard]] Step nextStep(const std::vector<model::KeptEntry>& entries, const Now& now, const Pace& pace);

/// When the platform is told that it was accepted. One that seems of tomorrow, or older than `oldest`, was accepted while
/// the clock was wrong, as it is where no certificate holds, or lay here without a network: no reason to lose it.
[[nodiscard]] WallTime believable(WallTime acceptedAt, WallTime now, const Pace& pace);

enum class Fate {
    Delivered,
    Again,   ///< certainly nothing arrived, and it is not the request's fault
    Unknown, ///< it may have arrived
    Parked   ///< the platform says no to what it holds
};
struct Verdict {
    Fate fate = Fate::Unknown;
    std::string reason{}; ///< of Parked: the refusal's type
};

/// What an answer to sending means; for an attachment `mayHaveArrived` is false: nothing is accepted by it.
[[nodiscard]] Verdict verdictOf(const Fault& fault, bool mayHaveArrived);
[[nodiscard]] Verdict verdictOf(const model::Refusal& refusal);

/// The entry as it is to be written down. `chance` is from 0 to 1: half of a wait is left to it, so that the terminals of a
/// town do not all come back in the same second.
[[nodiscard]] model::KeptEntry after(model::KeptEntry entry, const Verdict& verdict, WallTime now,
                                     const Pace& pace, double chance);

} // namespace balady::service::outbox
