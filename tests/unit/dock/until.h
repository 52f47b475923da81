// until: runs the event loop of a test until something is so.
#pragma once

#include <QCoreApplication>
#include <QDeadlineTimer>

namespace balady::tests {

/// False when it was not so within a time that is generous to busy machines.
template <class Condition>
[[nodiscard]] bool until(Condition condition) {
    for (QDeadlineTimer limit(20'000); !condition();) {
        if (limit.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    }
    return true;
}

} // namespace balady::tests
