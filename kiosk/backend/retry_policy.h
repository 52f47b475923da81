// Retry policy: what is tried again, how often and after how long; pure.
#pragma once

#include "kiosk/backend/http_message.h"

#include <chrono>
#include <optional>

namespace balady::backend {

struct RetrySettings {
    int attempts = 3; ///< in all, the first one included
    std::chrono::milliseconds firstWait{200};
    std::chrono::milliseconds longestWait{2'000};
};

/// What one attempt came to, as far as trying again goes.
enum class AttemptEnd {
    Final,    ///< an answer, or a failure that another attempt would only repeat
    NoEffect, ///< the server certainly did nothing: unreachable, or 503 of the contract
    Unknown,  ///< it may have acted: the connection was lost, or another 5xx
};

/// A deadline that passed is final: the citizen has already stood there for all of it, and a server that is
/// that slow is not helped by more requests.
[[nodiscard]] AttemptEnd attemptEnd(const Result<HttpResponse>& outcome);

/// The most to wait before the next attempt, or nothing if there is none. `made` attempts have ended so far.
/// After an unknown effect only requests that may safely arrive twice are tried again.
[[nodiscard]] std::optional<std::chrono::milliseconds> waitBound(const RetrySettings& settings,
                                                                 AttemptEnd end, Repeat repeat, int made);

/// Full jitter: evenly between nothing and the bound, so that a thousand terminals do not come back together.
/// `random` is in [0, 1).
[[nodiscard]] std::chrono::milliseconds jittered(std::chrono::milliseconds bound, double random);

} // namespace balady::backend
