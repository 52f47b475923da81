#include "kiosk/service/certificate_plan.h"

#include <algorithm>

namespace balady::service::certificate {
namespace {

using std::chrono::milliseconds;
using Validity = ports::TerminalCertificate::Validity;

milliseconds lifeOf(const Validity& validity) {
    return std::max<milliseconds>(validity.until - validity.from, milliseconds{0});
}

milliseconds part(milliseconds whole, double share) {
    return milliseconds{
        static_cast<std::int64_t>(static_cast<double>(whole.count()) * std::clamp(share, 0.0, 1.0))};
}

} // namespace

WallTime renewalFrom(const Validity& validity, double chance) {
    const auto third = lifeOf(validity) / 3;
    return validity.until - third + part(third / 10, chance);
}

milliseconds waitAfter(int failures, const Pace& pace, double chance) {
    const auto doubled = pace.firstWait * (std::int64_t{1} << std::clamp(failures - 1, 0, 20));
    const auto longest = std::min(doubled, pace.longestWait);
    return longest / 2 + part(longest / 2, chance);
}

model::Trouble troubleOf(const Validity& validity, WallTime now, bool answerRefused) {
    if (now < validity.from || now > validity.until)
        return model::Trouble::Broken;
    if (answerRefused)
        return model::Trouble::SetAside;
    return validity.until - now < lifeOf(validity) / 6 ? model::Trouble::EndsSoon : model::Trouble::None;
}

} // namespace balady::service::certificate
