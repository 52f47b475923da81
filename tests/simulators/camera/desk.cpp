#include "tests/simulators/camera/desk.h"

#include "tests/simulators/camera/brush.h"

#include <QLinearGradient>
#include <QPainterPath>

namespace balady::scenes {
namespace {

constexpr double kSheetWidth = 210, kSheetHeight = 297; // millimetres

/// The terminal's mat: matt and dark, so that paper stands out and an empty one gives a lens nothing to hold on to.
void mat(QPainter& painter) {
    QLinearGradient light(0, 0, kFrame.width(), kFrame.height());
    light.setColorAt(0, QColor(80, 92, 91));
    light.setColorAt(1, QColor(70, 81, 81));
    painter.fillRect(QRectF({0, 0}, QSizeF(kFrame)), light);
}

/// What lies on the mat, softly: `area` in the painter's coordinates.
void shadow(QPainter& painter, const QRectF& area, double rounding) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 11));
    for (int i = 12; i > 0; --i)
        painter.drawRoundedRect(area.adjusted(-i + 4, -i + 6, i + 6, i + 9), rounding + i, rounding + i);
}

void aim(QPainter& painter, const Placing& placing) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(QPointF(kFrame.width() / 2.0, kFrame.height() / 2.0) + placing.shift);
    painter.rotate(placing.degrees);
}

/// Before any lens.
QImage sheetOnMat(const QImage& sheet, const Placing& placing) {
    QImage frame = blankFrame(Qt::white);
    QPainter painter(&frame);
    mat(painter);
    aim(painter, placing);
    const QSizeF size(kSheetWidth * placing.pixelsPerMillimetre, kSheetHeight * placing.pixelsPerMillimetre);
    const QRectF area({-size.width() / 2, -size.height() / 2}, size);
    shadow(painter, area, 0);
    // Scaled beforehand: QPainter's own scaling looks at four pixels only and would drop lines.
    painter.drawImage(area, sheet.scaled(size.toSize(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    QLinearGradient light(area.topLeft(), area.bottomRight());
    light.setColorAt(0, QColor(255, 250, 235, 20));
    light.setColorAt(1, QColor(30, 24, 10, 36));
    painter.fillRect(area, light);
    return frame;
}

/// From the frame's lower right corner, its thumb on the sheet.
void hand(QPainter& painter) {
    const QColor skin(186, 142, 112), shade(158, 116, 90), nail(222, 190, 170);
    const auto limb = [&](QPointF from, QPointF to, double width, const QColor& colour) {
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(from, to);
    };
    painter.setRenderHint(QPainter::Antialiasing);
    limb({1790, 1150}, {1420, 985}, 190, shade);
    limb({1800, 1140}, {1425, 970}, 176, skin);
    limb({1380, 950}, {1240, 905}, 62, shade);
    limb({1382, 946}, {1242, 901}, 54, skin);
    limb({1238, 899}, {1226, 895}, 30, nail);
}

} // namespace

QImage drawEmptyDesk() {
    Random random(20263);
    QImage frame = blankFrame(Qt::white);
    QPainter painter(&frame);
    mat(painter);
    painter.end();
    return throughLens(frame, random);
}

QImage drawSheetOnDesk(const QImage& sheet, const Placing& placing) {
    Random random(20264);
    return throughLens(sheetOnMat(sheet, placing), random);
}

QImage drawHeldSheetOnDesk(const QImage& sheet, const Placing& placing) {
    Random random(20267);
    QImage frame = sheetOnMat(sheet, placing);
    QPainter painter(&frame);
    hand(painter);
    painter.end();
    return throughLens(frame, random);
}

QImage drawCardOnDesk(const QImage& card) {
    Random random(20268);
    QImage frame = blankFrame(Qt::white);
    QPainter painter(&frame);
    mat(painter);
    aim(painter, {10, 2.1, {-24, 12}});
    const QSizeF size(856, 540);
    const QRectF area({-size.width() / 2, -size.height() / 2}, size);
    shadow(painter, area, 32);
    painter.drawImage(area, card.scaled(size.toSize(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    painter.end();
    return throughLens(frame, random);
}

QImage drawPhoneOnDesk(const QImage& photo) {
    Random random(20266);
    QImage frame = blankFrame(Qt::white);
    QPainter painter(&frame);
    mat(painter);
    aim(painter, {1, -2.2, {10, 6}});
    const QRectF screen(-704, -396, 1408, 792);
    const QRectF body = screen.adjusted(-46, -34, 46, 34);
    shadow(painter, body, 76);
    painter.setBrush(QColor(22, 24, 27));
    painter.setPen(QPen(QColor(104, 110, 114), 5));
    painter.drawRoundedRect(body, 76, 76);
    QPainterPath glass;
    glass.addRoundedRect(screen, 44, 44);
    painter.setClipPath(glass);
    painter.drawImage(screen,
                      photo.scaled(screen.size().toSize(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 255, 255, 15)); // a lamp above, in the glass
    painter.drawPolygon(QPolygonF({{-520, -396}, {-180, -396}, {-420, 396}, {-760, 396}}));
    painter.setClipping(false);
    painter.setBrush(QColor(12, 13, 15));
    painter.drawRoundedRect(QRectF(screen.left() + 20, -48, 22, 96), 11, 11); // its own camera
    painter.end();
    return throughLens(frame, random);
}

} // namespace balady::scenes
