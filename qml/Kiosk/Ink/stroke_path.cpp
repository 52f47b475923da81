#include "qml/Kiosk/Ink/stroke_path.h"

#include <QPainter>
#include <QQuickWindow>
#include <QSGImageNode>

#include "qml/Kiosk/Ink/svg_path.h"

namespace balady::ink {
namespace {

/// One colour, from nothing of it to all of it.
QList<QRgb> shades(QColor colour) {
    QList<QRgb> shades(256);
    for (auto alpha = 0; alpha < shades.size(); ++alpha)
        shades[alpha] = qRgba(colour.red(), colour.green(), colour.blue(), alpha);
    return shades;
}

} // namespace

StrokePath::StrokePath(QQuickItem* parent) : QQuickItem(parent) {
    setFlag(ItemHasContents);
    setAntialiasing(true);
}

QTransform StrokePath::onItem() const {
    const auto scale = width() / m_units;
    auto transform = QTransform::fromScale(m_flipped ? -scale : scale, scale);
    if (m_flipped)
        transform *= QTransform::fromTranslate(width(), 0);
    return transform;
}

QPen StrokePath::pen() const {
    return m_thickness > 0 ? QPen(m_ink, m_thickness, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin)
                           : QPen(Qt::NoPen);
}

QRect StrokePath::inked() const {
    if (m_outline.isEmpty() || m_units <= 0)
        return {};
    const auto margin = m_thickness / 2 + 1; // smoothed edges reach into the next pixel
    const auto bounds =
        onItem().mapRect(m_outline.controlPointRect()).adjusted(-margin, -margin, margin, margin);
    return (bounds & boundingRect()).toAlignedRect();
}

bool StrokePath::hasOneColour() const {
    return m_thickness <= 0 || m_fill.alpha() == 0 || m_fill == m_ink;
}

QImage StrokePath::picture(QRect part, qreal pixelRatio) const {
    QImage canvas((QSizeF(part.size()) * pixelRatio).toSize(),
                  hasOneColour() ? QImage::Format_Alpha8 : QImage::Format_ARGB32_Premultiplied);
    canvas.fill(Qt::transparent);
    QPainter painter(&canvas);
    painter.scale(pixelRatio, pixelRatio);
    painter.translate(-part.topLeft());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(m_fill);
    painter.setPen(pen());
    painter.drawPath(onItem().map(m_outline));
    painter.end();
    auto picture = canvas.copy(); // an image that was painted on keeps its paint engine
    if (hasOneColour()) {
        picture.reinterpretAsFormat(QImage::Format_Indexed8);
        picture.setColorTable(shades(m_thickness > 0 ? m_ink : m_fill));
    }
    return picture;
}

QSGNode* StrokePath::updatePaintNode(QSGNode* old, UpdatePaintNodeData*) {
    const auto part = inked();
    if (part.isEmpty()) {
        delete old;
        return nullptr;
    }
    auto* node = static_cast<QSGImageNode*>(old);
    if (node == nullptr) {
        node = window()->createImageNode();
        node->setOwnsTexture(true);
    }
    const auto image = picture(part, window()->effectiveDevicePixelRatio());
    node->setTexture(window()->createTextureFromImage(image, QQuickWindow::TextureHasAlphaChannel));
    node->setSourceRect(image.rect());
    node->setRect(part);
    node->setFiltering(smooth() ? QSGTexture::Linear : QSGTexture::Nearest);
    return node;
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
