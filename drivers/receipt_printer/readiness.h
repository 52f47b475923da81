// Readiness: waits until a descriptor can be read or written. Private to this folder.
#pragma once

#include <chrono>

namespace balady::receipt_printer {

/// True when `event` (poll(2)) has come, or the descriptor is broken, which the next call tells; false when the time is over.
[[nodiscard]] bool becomesReady(int descriptor, short event, std::chrono::milliseconds patience);

} // namespace balady::receipt_printer
