#include "drivers/receipt_printer/readiness.h"

#include <poll.h>

#include <algorithm>
#include <cerrno>

namespace balady::receipt_printer {

bool becomesReady(int descriptor, short event, std::chrono::milliseconds patience) {
    using std::chrono::milliseconds;
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (true) {
        const auto left =
            std::chrono::ceil<milliseconds>(deadline - std::chrono::steady_clock::now()).count();
        pollfd wanted{descriptor, event, 0};
        const auto ready = ::poll(&wanted, 1, static_cast<int>(std::max<long>(0, left)));
        if (ready > 0)
            return true;
        if (ready == 0 || errno != EINTR)
            return false;
    }
}

} // namespace balady::receipt_printer
