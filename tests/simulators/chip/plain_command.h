// PlainCommand: a command APDU taken apart (ISO/IEC 7816-4, 5.2).
#pragma once

#include "kiosk/base/bytes.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace balady::simulators {

struct PlainCommand {
    std::uint8_t cla = 0;
    std::uint8_t ins = 0;
    std::uint8_t p1 = 0;
    std::uint8_t p2 = 0;
    Bytes data;
    std::size_t expected = 0; ///< 0: none
};

/// Nothing where the lengths do not fit: 6700.
[[nodiscard]] std::optional<PlainCommand> parseCommand(ByteView command);

/// The Le that stands in one byte or in two; 0, if there is none, else 1 to 65,536.
[[nodiscard]] std::size_t expectedIn(ByteView le);

} // namespace balady::simulators
