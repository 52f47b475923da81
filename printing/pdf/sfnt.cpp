#include "printing/pdf/sfnt.h"

#include <algorithm>
#include <bit>

namespace balady::pdf {
namespace {

constexpr std::uint32_t kTrueType = 0x00010000;
constexpr std::uint32_t kHead = 0x68656164;

std::uint32_t checkSum(ByteView bytes) {
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        sum += static_cast<std::uint32_t>(bytes[i]) << (24 - 8 * (i % 4));
    return sum;
}

} // namespace

Bytes assembleFont(std::vector<FontTable> tables) {
    std::ranges::sort(tables, {}, &FontTable::tag);
    const auto count = static_cast<std::uint32_t>(tables.size());
    const auto power = std::bit_floor(std::max(count, 1U));
    Bytes font;
    append32(font, kTrueType);
    append16(font, count);
    append16(font, power * 16);
    append16(font, static_cast<std::uint32_t>(std::countr_zero(power)));
    append16(font, (count - power) * 16);
    auto offset = static_cast<std::uint32_t>(font.size()) + 16 * count;
    std::uint32_t adjustmentAt = 0;
    for (auto& table : tables) {
        if (table.tag == kHead && table.bytes.size() >= 12) {
            std::fill_n(table.bytes.begin() + 8, 4, std::uint8_t{0});
            adjustmentAt = offset + 8;
        }
        append32(font, table.tag);
        append32(font, checkSum(table.bytes));
        append32(font, offset);
        append32(font, static_cast<std::uint32_t>(table.bytes.size()));
        offset += static_cast<std::uint32_t>((table.bytes.size() + 3) / 4 * 4);
    }
    for (const auto& table : tables) {
        font.insert(font.end(), table.bytes.begin(), table.bytes.end());
        font.resize((font.size() + 3) / 4 * 4);
    }
    if (adjustmentAt != 0) {
        const auto adjustment = 0xb1b0afbaU - checkSum(font);
        for (std::uint32_t i = 0; i < 4; ++i)
            font[adjustmentAt + i] = static_cast<std::uint8_t>(adjustment >> (24 - 8 * i));
    }
    return font;
}

} // namespace balady::pdf
