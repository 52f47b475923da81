// Forget: empties a text so that nothing of it stays where it was; what is freed is overwritten anyway (ADR 0016), but a
// scanner's texts live as long as the terminal.
#pragma once

#include "kiosk/base/secret.h"

#include <string>

namespace balady::scanner {

/// Also a text that was moved from: a short one is copied, and stays.
inline void forget(std::string& text) {
    text.resize(text.capacity());
    wipe(text.data(), text.size());
    text.clear();
}

} // namespace balady::scanner
