#include "printing/layout/receipt_shapes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace balady::layout {
namespace {

constexpr int kFrameThickness = 3; // under three dots a thermal head leaves gaps
constexpr int kFrameRadius = 14;
constexpr int kDotPitch = 8;
constexpr int kDot = 2;

/// A square on its side and one on its corner, in one another.
void fillStar(DotCanvas& canvas, int middleX, int middleY, double radius, bool black) {
    const auto side = radius * std::numbers::sqrt2 / 2;
    for (int row = -static_cast<int>(radius); row < radius; ++row) {
        const auto away = std::abs(row + 0.5);
        const auto half = std::lround(std::max(radius - away, away <= side ? side : 0.0));
        canvas.span(middleX - static_cast<int>(half), middleX + static_cast<int>(half), middleY + row, black);
    }
}

} // namespace

void drawFrame(DotCanvas& canvas, int left, int top, int width, int height) {
    canvas.roundedBar(left, top, width, height, kFrameRadius);
    canvas.roundedBar(left + kFrameThickness, top + kFrameThickness, width - 2 * kFrameThickness,
                      height - 2 * kFrameThickness, kFrameRadius - kFrameThickness, false);
}

void drawDottedLine(DotCanvas& canvas, int left, int top, int length) {
    for (int x = 0; x + kDot <= length; x += kDotPitch)
        canvas.bar(left + x, top, kDot, kDot);
}

void drawBullet(DotCanvas& canvas, int middleX, int middleY, int radius) {
    canvas.roundedBar(middleX - radius, middleY - radius, 2 * radius, 2 * radius, radius);
}

void drawStar(DotCanvas& canvas, int middleX, int middleY, int radius) {
    fillStar(canvas, middleX, middleY, radius, true);
    fillStar(canvas, middleX, middleY, radius * 0.84, false);
    fillStar(canvas, middleX, middleY, radius * 0.76, true);
    const auto unit = std::max(1, radius / 10);
    const auto ground = middleY + 4 * unit;
    const auto house = [&](int left, int width, int height) {
        canvas.bar(middleX + left * unit, ground - height * unit, width * unit, height * unit, false);
    };
    house(-5, 2, 4);
    house(-2, 1, 6);
    house(0, 2, 9);
    house(3, 2, 5);
}

void drawCode(DotCanvas& canvas, const QrCode& code, int left, int top, int module) {
    for (int row = 0; row < code.size; ++row)
        for (int first = 0; first < code.size; ++first) {
            if (!code.isDark(row, first))
                continue;
            auto end = first + 1;
            while (end < code.size && code.isDark(row, end))
                ++end;
            canvas.bar(left + first * module, top + row * module, (end - first) * module, module);
            first = end;
        }
}

} // namespace balady::layout
