#include "printing/layout/licence_ornaments.h"

#include <cmath>
#include <numbers>

namespace balady::layout {
namespace {

using pdf::Path;
using pdf::Point;
using std::numbers::pi;

/// Appends the curve `at(t)`, t from 0 to 1, in `pieces` cubics that have its direction at both ends.
template <class Curve>
void trace(Path& path, int pieces, const Curve& at) {
    constexpr double kStep = 1e-5;
    const auto slope = [&](double t) {
        const auto before = at(t - kStep), after = at(t + kStep);
        return Point{(after.x - before.x) / (2 * kStep), (after.y - before.y) / (2 * kStep)};
    };
    auto from = at(0.0);
    auto direction = slope(0.0);
    path.moveTo(from);
    const double third = 1.0 / (3 * pieces);
    for (int i = 1; i <= pieces; ++i) {
        const double t = static_cast<double>(i) / pieces;
        const auto to = at(t);
        const auto next = slope(t);
        path.curveTo({from.x + direction.x * third, from.y + direction.y * third},
                     {to.x - next.x * third, to.y - next.y * third}, to);
        from = to;
        direction = next;
    }
}

constexpr int kPiecesPerWave = 4; // of a sine; the error is under a hundredth of its height

/// Strands from `from` along `length`, swinging across the band; `across` and `along` are unit vectors.
void weave(Path& path, Point from, Point along, Point across, double length, double breadth) {
    constexpr int kStrands = 8;
    const int count = std::max(1, static_cast<int>(std::lround(length / (breadth * 1.45))));
    for (int strand = 0; strand < kStrands; ++strand) {
        const double phase = 2 * pi * strand / kStrands;
        const double height = breadth / 2 * 0.92;
        trace(path, 2 * kPiecesPerWave * count, [&](double t) {
            const double angle = 2 * pi * count * t;
            // Two waves beat against each other: the band opens and closes like a cord.
            const double swing = height * std::sin(angle / 2 + phase) * (0.72 + 0.28 * std::cos(angle));
            return Point{from.x + along.x * length * t + across.x * swing,
                         from.y + along.y * length * t + across.y * swing};
        });
    }
}

} // namespace

Path rosette(Point centre, double inner, double outer, int petals, int strands) {
    Path path;
    const double middle = (inner + outer) / 2, swing = (outer - inner) / 2;
    for (int strand = 0; strand < strands; ++strand) {
        const double phase = 2 * pi * strand / strands;
        trace(path, 2 * kPiecesPerWave * petals, [&](double t) {
            const double angle = 2 * pi * t;
            const double radius = middle + swing * std::sin(petals * angle + phase);
            return Point{centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)};
        });
        path.close();
    }
    return path;
}

Path guillocheFrame(double sheetWidth, double sheetHeight, double inset, double breadth) {
    Path path;
    const double near = inset + breadth / 2;
    const double right = sheetWidth - near, bottom = sheetHeight - near;
    const double corner = breadth * 0.62;
    const double wide = sheetWidth - 2 * (near + corner), high = sheetHeight - 2 * (near + corner);
    weave(path, {near + corner, near}, {1, 0}, {0, 1}, wide, breadth);
    weave(path, {near + corner, bottom}, {1, 0}, {0, -1}, wide, breadth);
    weave(path, {near, near + corner}, {0, 1}, {1, 0}, high, breadth);
    weave(path, {right, near + corner}, {0, 1}, {-1, 0}, high, breadth);
    for (const Point centre :
         {Point{near, near}, Point{right, near}, Point{near, bottom}, Point{right, bottom}}) {
        const auto flower = rosette(centre, breadth * 0.16, breadth * 0.58, 8, 2);
        path.append(flower);
    }
    return path;
}

Path waves(Point corner, double width, double height, double spacing) {
    Path path;
    const int lines = static_cast<int>(height / spacing) + 4;
    const int count = static_cast<int>(std::lround(width / 30));
    for (int line = 0; line < lines; ++line) {
        const double y = corner.y + (line - 1.5) * spacing;
        const double phase = line * 0.22;
        trace(path, kPiecesPerWave * count, [&](double t) {
            return Point{corner.x + width * t, y + spacing * 1.1 * std::sin(2 * pi * count * t + phase)};
        });
    }
    return path;
}

Mark municipalMark(Point centre, double radius) {
    Mark mark;
    const double half = radius / std::numbers::sqrt2;
    for (const double scale : {1.0, 0.86}) {
        Path square;
        square.rectangle({centre.x - half * scale, centre.y - half * scale}, 2 * half * scale,
                         2 * half * scale);
        mark.outline.append(square);
        square.rotate(centre, pi / 4);
        mark.outline.append(square);
    }
    for (const double angle : {0.0, pi / 4}) {
        Path square;
        square.rectangle({centre.x - half * 0.5, centre.y - half * 0.5}, half, half);
        square.rotate(centre, angle);
        mark.solid.append(square);
    }
    mark.heart.circle(centre, radius * 0.2);
    return mark;
}

} // namespace balady::layout
