#include "kiosk/service/paper_forecast.h"

#include <algorithm>

namespace balady::service {
namespace {

using model::PaperState;

/// What a terminal without a near-end sensor calls low: three metres are some twenty receipts.
constexpr std::int64_t kLowWithoutSensor = 3'000;
/// No receipt is shorter; what is left of the roll then is as good as none.
constexpr std::int64_t kShortestReceipt = 100;
constexpr std::chrono::hours kEnoughRecords{24};

} // namespace

PaperState PaperForecast::paper(const Roll& roll) const {
    if (left < kShortestReceipt)
        return PaperState::Out;
    return left < roll.nearEnd.value_or(kLowWithoutSensor) ? PaperState::Low : PaperState::Full;
}

PaperForecast forecast(const Roll& roll, const ports::RollUse& use, PaperState sensor) {
    PaperForecast result;
    result.left = std::max<std::int64_t>(0, roll.length - use.millimetres);
    if (roll.nearEnd && sensor == PaperState::Full)
        result.left = std::max(result.left, *roll.nearEnd);
    if (roll.nearEnd && sensor == PaperState::Low)
        result.left = std::min(result.left, *roll.nearEnd);
    if (use.observed >= kEnoughRecords && use.lately > 0)
        result.hours = static_cast<int>(result.left * use.observed.count() / use.lately / 60);
    return result;
}

std::optional<std::int64_t> correctedUse(const Roll& roll, PaperState before, PaperState now) {
    if (before == PaperState::Out && (now == PaperState::Full || now == PaperState::Low))
        return 0;
    if (roll.nearEnd && before == PaperState::Full && now == PaperState::Low)
        return roll.length - *roll.nearEnd;
    return std::nullopt;
}

} // namespace balady::service
