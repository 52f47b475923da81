#include "printing/escpos/commands.h"

#include <algorithm>

namespace balady::escpos {
namespace {

constexpr std::uint8_t kEot = 0x04;
constexpr std::uint8_t kEnq = 0x05;
constexpr std::uint8_t kDle = 0x10;
constexpr std::uint8_t kDc4 = 0x14;
constexpr std::uint8_t kEsc = 0x1b;
constexpr std::uint8_t kGs = 0x1d;

constexpr std::uint8_t kTearFeedLines = 5;

} // namespace

Bytes initialise() {
    return {kEsc, '@'};
}

Bytes rasterBand(const Raster& raster, int firstRow, int rowCount) {
    const auto stride = raster.stride();
    const auto from = raster.rows.begin() + static_cast<std::ptrdiff_t>(stride) * firstRow;
    Bytes band;
    band.reserve(8 + stride * static_cast<std::size_t>(rowCount));
    band = {kGs, 'v', '0', 0};
    band.push_back(static_cast<std::uint8_t>(stride & 0xff));
    band.push_back(static_cast<std::uint8_t>(stride >> 8));
    band.push_back(static_cast<std::uint8_t>(rowCount));
    band.push_back(0);
    band.insert(band.end(), from, from + static_cast<std::ptrdiff_t>(stride) * rowCount);
    return band;
}

Bytes feedAndPartialCut() {
    return {kGs, 'V', 66, 0};
}

Bytes feedAndFullCut() {
    return {kGs, 'V', 65, 0};
}

Bytes feedLines(std::uint8_t lines) {
    return {kEsc, 'd', lines};
}

Bytes pulse() {
    return {kEsc, 'p', 0, 50, 50}; // units of 2 ms: on, off
}

Bytes release(const Profile& profile) {
    auto bytes = profile.hasCutter ? feedAndPartialCut() : feedLines(kTearFeedLines);
    if (profile.pulseAtEnd) {
        const auto ring = pulse();
        bytes.insert(bytes.end(), ring.begin(), ring.end());
    }
    return bytes;
}

Bytes cutOff(const Profile& profile) {
    return profile.hasCutter ? feedAndFullCut() : feedLines(kTearFeedLines);
}

Bytes askStatus(RealTimeQuery query) {
    return {kDle, kEot, static_cast<std::uint8_t>(query)};
}

Bytes askRollPaperInTurn() {
    return {kGs, 'r', 1};
}

Bytes reportChanges() {
    return {kGs, 'a', 0x0e};
}

Bytes reportNothing() {
    return {kGs, 'a', 0};
}

Bytes clearBuffers() {
    return {kDle, kDc4, 8, 1, 3, 20, 1, 6, 2, 8};
}

void removeRealTimeCodes(Bytes& rows) {
    for (auto at = std::find(rows.begin(), rows.end(), kDle); at != rows.end();
         at = std::find(at + 1, rows.end(), kDle)) {
        const auto next = at + 1;
        if (next != rows.end() && (*next == kEot || *next == kEnq || *next == kDc4))
            *at = 0;
    }
}

} // namespace balady::escpos
