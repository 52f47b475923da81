// Bitmap: a picture of dots as a thermal printer takes it: one bit a dot, black or white.
#pragma once

#include "kiosk/base/bytes.h"

namespace balady::layout {

/// Rows from the top, each (widthDots + 7) / 8 bytes, the leftmost dot in bit 7, 1 is black, padding is
/// white.
struct Bitmap {
    int widthDots = 0;
    int heightDots = 0;
    Bytes rows;

    [[nodiscard]] std::size_t stride() const { return static_cast<std::size_t>(widthDots + 7) / 8; }
    [[nodiscard]] bool isBlack(int x, int y) const {
        const auto byte = rows[static_cast<std::size_t>(y) * stride() + static_cast<std::size_t>(x) / 8];
        return (byte >> (7 - x % 8) & 1) != 0;
    }
    friend bool operator==(const Bitmap&, const Bitmap&) = default;
};

} // namespace balady::layout
