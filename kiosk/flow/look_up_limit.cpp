#include "kiosk/flow/look_up_limit.h"

#include <algorithm>

namespace balady::flow {

using std::chrono::duration;
using std::chrono::seconds;

std::chrono::seconds LookUpLimit::wait(Moment now) const {
    const double over = spent(now) + 1 - kBurst;
    if (over <= 0)
        return seconds{0};
    return std::chrono::ceil<seconds>(over * duration<double>(kEach));
}

void LookUpLimit::began(Claim claim, Moment now) {
    if (claim != Claim::Again)
        m_ofLast = 0;
    if (claim == Claim::Proven)
        return;
    m_spent = spent(now) + 1;
    m_at = now;
    ++m_ofLast;
}

void LookUpLimit::failed() {
    giveBack(std::min(1, m_ofLast));
}

void LookUpLimit::confirmed() {
    giveBack(m_ofLast);
}

double LookUpLimit::spent(Moment now) const {
    const duration<double> passed = std::max(now, m_at) - m_at;
    return std::max(0.0, m_spent - passed / duration<double>(kEach));
}

/// Of tokens that came back by themselves meanwhile, none is given twice.
void LookUpLimit::giveBack(int tokens) {
    m_spent = std::max(0.0, m_spent - tokens);
    m_ofLast -= tokens;
}

} // namespace balady::flow
