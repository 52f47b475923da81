#include "kiosk/app/private_memory.h"

#include <sys/prctl.h>

namespace balady::app {

Result<Done> keepMemoryPrivate() {
    if (::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
        return Fault{FaultCode::Bug, "forbid core dumps"};
    return Done{};
}

} // namespace balady::app
