#include "printing/layout/dot_canvas.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace balady::layout {
namespace {

constexpr int kGrowRows = 512; // 64 mm at once

} // namespace

DotCanvas::DotCanvas(int widthDots) : m_roll{widthDots, 0, {}} {}

std::uint8_t* DotCanvas::row(int y) {
    if (y >= m_roll.heightDots) {
        m_roll.heightDots = (y / kGrowRows + 1) * kGrowRows;
        m_roll.rows.resize(m_roll.stride() * static_cast<std::size_t>(m_roll.heightDots));
    }
    return m_roll.rows.data() + m_roll.stride() * static_cast<std::size_t>(y);
}

void DotCanvas::span(int left, int right, int y, bool black) {
    left = std::max(left, 0);
    right = std::min(right, m_roll.widthDots);
    if (y < 0 || left >= right)
        return;
    auto* const bytes = row(y);
    const auto paint = [&](int at, unsigned dots) {
        auto& byte = bytes[at];
        byte = static_cast<std::uint8_t>(black ? byte | dots : byte & ~dots);
    };
    const auto first = left / 8, last = (right - 1) / 8;
    const auto from = 0xffU >> left % 8, to = 0xff00U >> ((right - 1) % 8 + 1) & 0xffU;
    if (first == last)
        return paint(first, from & to);
    paint(first, from);
    std::fill(bytes + first + 1, bytes + last, std::uint8_t{black ? std::uint8_t{0xff} : std::uint8_t{0}});
    paint(last, to);
}

void DotCanvas::bar(int left, int top, int width, int height, bool black) {
    for (int y = top; y < top + height; ++y)
        span(left, left + width, y, black);
}

void DotCanvas::roundedBar(int left, int top, int width, int height, int radius, bool black) {
    for (int y = 0; y < height; ++y) {
        // From the middle of this row of dots to the middle of the corner's circle.
        const auto away = std::max(radius - std::min(y, height - 1 - y) - 0.5, 0.0);
        const auto inset = static_cast<int>(std::lround(radius - std::sqrt(radius * radius - away * away)));
        span(left + inset, left + width - inset, top + y, black);
    }
}

void DotCanvas::stamp(const Bitmap& stamp, int left, int top) {
    const auto stride = static_cast<int>(m_roll.stride());
    const auto first = left >= 0 ? left / 8 : -((7 - left) / 8); // the byte that holds the stamp's left edge
    const auto shift = static_cast<unsigned>(left - first * 8);
    const auto* from = stamp.rows.data();
    const auto bytes = static_cast<int>(stamp.stride());
    for (int y = top; y < top + stamp.heightDots; ++y, from += bytes) {
        if (y < 0)
            continue;
        auto* const to = row(y);
        for (int i = 0; i < bytes; ++i) {
            const auto dots = static_cast<unsigned>(from[i]) << (8 - shift);
            if (const auto at = first + i; at >= 0 && at < stride)
                to[at] |= static_cast<std::uint8_t>(dots >> 8);
            if (const auto at = first + i + 1; at >= 0 && at < stride)
                to[at] |= static_cast<std::uint8_t>(dots);
        }
    }
}

Bitmap DotCanvas::cutOff(int height) {
    m_roll.rows.resize(m_roll.stride() * static_cast<std::size_t>(height));
    m_roll.heightDots = height;
    return std::exchange(m_roll, Bitmap{m_roll.widthDots, 0, {}});
}

} // namespace balady::layout
