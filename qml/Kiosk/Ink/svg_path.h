// Reads SVG path data (SVG 1.1, 8.3) into a painter path; pure, any thread.
#pragma once

#include <QPainterPath>
#include <QStringView>
#include <optional>

namespace balady::ink {

/// Understands M L H V C S Q T A Z in both cases, with arcs whose x-axis rotation is 0 (all that our drawings use).
/// Nothing when the data breaks the grammar.
[[nodiscard]] std::optional<QPainterPath> svgPath(QStringView data);

} // namespace balady::ink
