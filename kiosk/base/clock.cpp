#include "kiosk/base/clock.h"

#include <sys/timex.h>

namespace balady {

bool SystemClock::isSynchronised() const {
    timex state{};
    const int answer = ::adjtimex(&state); // changes nothing: no mode is set
    return answer >= 0 && answer != TIME_ERROR;
}

} // namespace balady
