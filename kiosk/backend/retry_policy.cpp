#include "kiosk/backend/retry_policy.h"

#include <algorithm>

namespace balady::backend {

AttemptEnd attemptEnd(const Result<HttpResponse>& outcome) {
    if (outcome) {
        if (outcome->status == 503)
            return AttemptEnd::NoEffect;
        return outcome->status >= 500 ? AttemptEnd::Unknown : AttemptEnd::Final;
    }
    switch (outcome.error().code) {
    case FaultCode::Unreachable: return AttemptEnd::NoEffect;
    case FaultCode::ConnectionLost: return AttemptEnd::Unknown;
    default: return AttemptEnd::Final;
    }
}

std::optional<std::chrono::milliseconds> waitBound(const RetrySettings& settings, AttemptEnd end,
                                                   Repeat repeat, int made) {
    const bool harmless =
        end == AttemptEnd::NoEffect || (end == AttemptEnd::Unknown && repeat == Repeat::Safe);
    if (!harmless || made >= settings.attempts)
        return std::nullopt;
    auto bound = std::min(settings.firstWait, settings.longestWait);
    for (int doubled = 1; doubled < made && bound < settings.longestWait; ++doubled)
        bound = std::min(bound * 2, settings.longestWait);
    return bound;
}

std::chrono::milliseconds jittered(std::chrono::milliseconds bound, double random) {
    return std::chrono::milliseconds{static_cast<std::int64_t>(static_cast<double>(bound.count()) * random)};
}

} // namespace balady::backend
