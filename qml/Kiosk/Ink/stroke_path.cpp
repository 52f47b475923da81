#include "qml/Kiosk/Ink/stroke_path.h"

#include <QPainter>

#include "qml/Kiosk/Ink/svg_path.h"

namespace balady::ink {

StrokePath::StrokePath(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setAntialiasing(true);
}

void StrokePath::paint(QPainter* painter) {
    if (m_outline.isEmpty() || m_units <= 0 || width() <= 0)
        return;
    const auto scale = width() / m_units;
    auto transform = QTransform::fromScale(m_flipped ? -scale : scale, scale);
    if (m_flipped)
        transform *= QTransform::fromTranslate(width(), 0);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(m_fill);
    painter->setPen(m_thickness > 0 ? QPen(m_ink, m_thickness, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin)
                                    : QPen(Qt::NoPen));
    painter->drawPath(transform.map(m_outline));
}

void StrokePath::setPath(const QString& path) {
    if (path == m_path)
        return;
    m_path = path;
    m_outline = svgPath(path).value_or(QPainterPath());
    update();
    Q_EMIT pathChanged();
}

void StrokePath::setUnits(qreal units) {
    if (units == m_units)
        return;
    m_units = units;
    update();
    Q_EMIT unitsChanged();
}

void StrokePath::setInk(const QColor& ink) {
    if (ink == m_ink)
        return;
    m_ink = ink;
    update();
    Q_EMIT inkChanged();
}

void StrokePath::setFill(const QColor& fill) {
    if (fill == m_fill)
        return;
    m_fill = fill;
    update();
    Q_EMIT fillChanged();
}

void StrokePath::setThickness(qreal thickness) {
    if (thickness == m_thickness)
        return;
    m_thickness = thickness;
    update();
    Q_EMIT thicknessChanged();
}

void StrokePath::setFlipped(bool flipped) {
    if (flipped == m_flipped)
        return;
    m_flipped = flipped;
    update();
    Q_EMIT flippedChanged();
}

} // namespace balady::ink
