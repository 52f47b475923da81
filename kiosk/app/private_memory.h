// keepMemoryPrivate(): what is in this process stays out of core dumps and of other programs' reach.
#pragma once

#include "kiosk/base/result.h"

namespace balady::app {

/// From here on the kernel writes no core dump of this process, not even to a program that collects them, and lets no other
/// program of the same account read or trace it (prctl(2), PR_SET_DUMPABLE). Children that are forked have it too, until
/// they run another program. Fault: Bug, if the kernel refuses.
[[nodiscard]] Result<Done> keepMemoryPrivate();

} // namespace balady::app
