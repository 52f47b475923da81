#include "kiosk/flow/look_up_limit.h"

#include <algorithm>

namespace balady::flow {

std::chrono::seconds LookUpLimit::wait(Moment now) const {
    constexpr Moment::duration kMost = kBurst * kEach;
    const auto counted = std::clamp(m_free - now, Moment::duration{0}, kMost);
    const auto over = counted + kEach - kMost;
    return std::max(std::chrono::seconds{0}, std::chrono::ceil<std::chrono::seconds>(over));
}

void LookUpLimit::began(Claim claim, Moment now) {
    if (claim != Claim::Again)
        m_ofLast = 0;
    if (claim == Claim::Proven)
        return;
    m_free = std::max(m_free, now) + kEach;
    ++m_ofLast;
}

void LookUpLimit::failed() {
    giveBack(std::min(1, m_ofLast));
}

void LookUpLimit::confirmed() {
    giveBack(m_ofLast);
}

void LookUpLimit::goOnFrom(Moment free, Moment now) {
    m_free = std::min(free, now + kBurst * kEach);
    m_ofLast = 0;
}

/// Of tokens that came back by themselves meanwhile, none is given twice: m_free may lie in the past.
void LookUpLimit::giveBack(int tokens) {
    m_free -= tokens * kEach;
    m_ofLast -= tokens;
}

} // namespace balady::flow
