// Answers: how a simulated chip puts its answers together.
#pragma once

#include "kiosk/base/bytes.h"

#include <initializer_list>

namespace balady::simulators {

[[nodiscard]] inline Bytes status(std::uint16_t word) {
    return {static_cast<std::uint8_t>(word >> 8), static_cast<std::uint8_t>(word)};
}

[[nodiscard]] inline Bytes joined(std::initializer_list<ByteView> parts) {
    Bytes out;
    for (const auto part : parts)
        out.insert(out.end(), part.begin(), part.end());
    return out;
}

} // namespace balady::simulators
