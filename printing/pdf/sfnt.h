// sfnt: the outer form of a TrueType font: numbers, tables, check sums (ISO/IEC 14496-22, clause 4); pure.
#pragma once

#include "kiosk/base/bytes.h"

#include <vector>

namespace balady::pdf {

/// Big-endian numbers, as every table of a font has them. The caller knows that the bytes are there.
[[nodiscard]] inline std::uint32_t read16(ByteView bytes, std::size_t at) {
    return static_cast<std::uint32_t>(bytes[at]) << 8 | bytes[at + 1];
}
[[nodiscard]] inline std::uint32_t read32(ByteView bytes, std::size_t at) {
    return read16(bytes, at) << 16 | read16(bytes, at + 2);
}
inline void append16(Bytes& bytes, std::uint32_t value) {
    bytes.push_back(static_cast<std::uint8_t>(value >> 8));
    bytes.push_back(static_cast<std::uint8_t>(value));
}
inline void append32(Bytes& bytes, std::uint32_t value) {
    append16(bytes, value >> 16);
    append16(bytes, value & 0xffff);
}

/// One table of a font: a four-letter tag as a number, and its bytes.
struct FontTable {
    std::uint32_t tag = 0;
    Bytes bytes;
};

/// The tables, in tag order, as a TrueType file with right check sums (clause 4.3).
[[nodiscard]] Bytes assembleFont(std::vector<FontTable> tables);

} // namespace balady::pdf
