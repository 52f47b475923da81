// Brush: what the demo scenes share: a camera's frame size, texture from fixed randomness, light and lens.
#pragma once

#include <QColor>
#include <QImage>
#include <QPainter>
#include <QPointF>
#include <QPolygonF>
#include <QRandomGenerator>
#include <QSize>
#include <QString>

namespace balady::scenes {

/// The picture of a 1080p document camera.
inline constexpr QSize kFrame{1920, 1080};

/// Every run draws the same: the generator starts at a fixed place for each scene.
using Random = QRandomGenerator;

/// An empty frame of one colour.
[[nodiscard]] QImage blankFrame(const QColor& colour);

/// Speckles of up to `size` px inside `area`, lighter and darker than what they lie on.
void speckle(QPainter& painter, const QPolygonF& area, int count, double size, int strength, Random& random);

/// One line of text in the application's font, about the middle of `box` or at one of its sides.
void write(QPainter& painter, const QRectF& box, const QString& text, double pixels, const QColor& colour,
           Qt::Alignment alignment = Qt::AlignCenter, bool bold = false);

/// What a lens and a sensor do to a drawing: darker corners, a breath of blur, grain.
[[nodiscard]] QImage throughLens(const QImage& drawn, Random& random);

/// Out of focus by `radius` px.
[[nodiscard]] QImage blurred(const QImage& sharp, int radius);
/// As bright as `share` of the original, with the grain that amplification brings.
[[nodiscard]] QImage dimmed(const QImage& bright, double share, Random& random);

} // namespace balady::scenes
