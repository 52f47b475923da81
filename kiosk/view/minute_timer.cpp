#include "kiosk/view/minute_timer.h"

namespace balady::view {

using std::chrono::milliseconds;
using std::chrono::minutes;

MinuteTimer::MinuteTimer(const Clock& clock, QObject* parent) : QObject(parent), m_clock(clock) {
    // Qt's coarse timers may end early, the coarsest by half a second: short of the minute they would be started
    // again for no time at all, and turn the event loop until the minute has come.
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        wait();
        Q_EMIT turned();
    });
    wait();
}

void MinuteTimer::wait() {
    constexpr milliseconds kIntoMinute{50}; // the two clocks run at slightly different speeds
    const auto now = m_clock.now();
    m_timer.start(std::chrono::floor<minutes>(now) + minutes{1} - now + kIntoMinute);
}

} // namespace balady::view
