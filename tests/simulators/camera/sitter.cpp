#include "tests/simulators/camera/sitter.h"

#include "tests/simulators/camera/brush.h"

#include <QLinearGradient>
#include <QPainterPath>
#include <QRadialGradient>

namespace balady::scenes {
namespace {

// Drawn in hundredths of the distance of the eyes, with the point between them at the origin. The proportions are an
// average face's: the head is 3.6 such distances high and 2.3 wide.
constexpr double kUnit = 100;
const QColor kSkin(206, 164, 134), kShade(158, 112, 86), kHair(44, 36, 32);

/// Something soft: a shade or a light that fades to its rim.
void soft(QPainter& painter, QPointF middle, double across, double down, const QColor& colour) {
    painter.save();
    painter.translate(middle);
    painter.scale(across, down);
    QRadialGradient fading(QPointF(0, 0), 1);
    fading.setColorAt(0, colour);
    fading.setColorAt(0.55, QColor(colour.red(), colour.green(), colour.blue(), colour.alpha() * 6 / 10));
    fading.setColorAt(1, QColor(colour.red(), colour.green(), colour.blue(), 0));
    painter.setPen(Qt::NoPen);
    painter.setBrush(fading);
    painter.drawEllipse(QPointF(0, 0), 1, 1);
    painter.restore();
}

void wall(QPainter& painter) {
    QLinearGradient light(0, 0, kFrame.width(), kFrame.height());
    light.setColorAt(0, QColor(214, 219, 222));
    light.setColorAt(1, QColor(196, 202, 206));
    painter.fillRect(QRectF({0, 0}, QSizeF(kFrame)), light);
}

/// Neck and shoulders stay upright however the head leans.
void body(QPainter& painter) {
    painter.save();
    painter.translate(0, -58);
    painter.setPen(Qt::NoPen);
    QPainterPath shoulders({-400, 900});
    shoulders.cubicTo({-390, 420}, {-240, 330}, {-95, 285});
    shoulders.lineTo({95, 285});
    shoulders.cubicTo({240, 330}, {390, 420}, {400, 900});
    painter.setBrush(QColor(236, 238, 240));
    painter.drawPath(shoulders);
    painter.setBrush(kShade);
    painter.drawRoundedRect(QRectF(-72, 110, 144, 190), 40, 40);
    painter.setBrush(QColor(246, 247, 248));
    painter.drawPolygon(QPolygonF({{-100, 262}, {-10, 318}, {-30, 372}, {-138, 300}}));
    painter.drawPolygon(QPolygonF({{100, 262}, {10, 318}, {30, 372}, {138, 300}}));
    painter.restore();
}

QPainterPath face() {
    QPainterPath path({-110, -60});
    path.cubicTo({-114, 40}, {-104, 110}, {-66, 156});
    path.cubicTo({-40, 184}, {40, 184}, {66, 156});
    path.cubicTo({104, 110}, {114, 40}, {110, -60});
    path.cubicTo({106, -150}, {-106, -150}, {-110, -60});
    return path;
}

void head(QPainter& painter, double lampFromTheSide) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(kHair);
    QPainterPath hair({-118, 20});
    hair.cubicTo({-140, -120}, {-96, -184}, {0, -184});
    hair.cubicTo({96, -184}, {140, -120}, {118, 20});
    hair.closeSubpath();
    painter.drawPath(hair);
    painter.setBrush(kSkin.darker(112));
    painter.drawEllipse(QPointF(-116, 22), 16, 34);
    painter.drawEllipse(QPointF(116, 22), 16, 34);
    painter.setBrush(kSkin);
    painter.drawPath(face());
    painter.save();
    painter.setClipPath(face());
    soft(painter, {0, -70}, 110, 60, QColor(255, 240, 224, 90)); // the forehead
    for (const double side : {-1.0, 1.0}) {
        soft(painter, {side * 60, 56}, 46, 34, QColor(255, 232, 214, 110)); // cheeks
        soft(painter, {side * 112, 40}, 40, 130,
             QColor(kShade.red(), kShade.green(), kShade.blue(), 150));  // sides
        soft(painter, {side * 48, -4}, 42, 26, QColor(96, 62, 48, 120)); // sockets
    }
    soft(painter, {0, 178}, 90, 34, QColor(kShade.red(), kShade.green(), kShade.blue(), 130));
    if (lampFromTheSide > 0) {
        QLinearGradient dark(-110, 0, 110, 0);
        dark.setColorAt(0.35, QColor(0, 0, 0, 0));
        dark.setColorAt(0.65, QColor(20, 10, 6, static_cast<int>(210 * lampFromTheSide)));
        painter.fillRect(QRectF(-130, -200, 260, 400), dark);
    }
    painter.restore();
    painter.setBrush(kHair); // the fringe, over the forehead's upper edge
    QPainterPath fringe({-114, -52});
    fringe.cubicTo({-100, -140}, {-40, -118}, {0, -122});
    fringe.cubicTo({40, -118}, {100, -140}, {114, -52});
    fringe.cubicTo({116, -190}, {-116, -190}, {-114, -52});
    painter.drawPath(fringe);
}

void brow(QPainter& painter, double side) {
    painter.setPen(QPen(QColor(50, 38, 32), 11, Qt::SolidLine, Qt::RoundCap));
    QPainterPath path({side * 24, -29});
    path.quadTo({side * 52, -46}, {side * 82, -28});
    painter.strokePath(path, painter.pen());
}

void openEye(QPainter& painter, double side) {
    QPainterPath almond({side * 50 - 26, 2});
    almond.quadTo({side * 50, -25}, {side * 50 + 26, 1});
    almond.quadTo({side * 50, 19}, {side * 50 - 26, 2});
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(238, 234, 230));
    painter.drawPath(almond);
    painter.setClipPath(almond);
    painter.setBrush(QColor(60, 40, 28));
    painter.drawEllipse(QPointF(side * 50, -2), 12.5, 12.5);
    painter.setBrush(QColor(10, 8, 8));
    painter.drawEllipse(QPointF(side * 50, -2), 6, 6);
    painter.setBrush(QColor(255, 255, 255, 210));
    painter.drawEllipse(QPointF(side * 50 + 4, -6), 2.6, 2.6);
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(38, 26, 22), 5, Qt::SolidLine, Qt::RoundCap)); // lashes
    QPainterPath lid({side * 50 - 27, 2});
    lid.quadTo({side * 50, -25}, {side * 50 + 27, 1});
    painter.drawPath(lid);
    painter.setPen(QPen(QColor(120, 80, 62, 150), 3, Qt::SolidLine, Qt::RoundCap));
    QPainterPath below({side * 50 - 24, 4});
    below.quadTo({side * 50, 20}, {side * 50 + 24, 3});
    painter.drawPath(below);
}

void shutEye(QPainter& painter, double side) {
    soft(painter, {side * 50, -2}, 36, 22, QColor(214, 172, 142, 255)); // the lid
    soft(painter, {side * 50, -2}, 34, 19, QColor(214, 172, 142, 255));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(118, 84, 66), 3, Qt::SolidLine, Qt::RoundCap));
    QPainterPath lid({side * 50 - 25, 7});
    lid.quadTo({side * 50, 15}, {side * 50 + 25, 7});
    painter.drawPath(lid);
}

void noseAndMouth(QPainter& painter) {
    soft(painter, {0, 20}, 12, 52, QColor(255, 238, 220, 130));
    soft(painter, {-20, 46}, 12, 44, QColor(110, 72, 54, 70));
    soft(painter, {20, 46}, 12, 44, QColor(110, 72, 54, 70));
    soft(painter, {-13, 66}, 9, 6, QColor(70, 40, 32, 220));
    soft(painter, {13, 66}, 9, 6, QColor(70, 40, 32, 220));
    soft(painter, {0, 72}, 28, 8, QColor(90, 56, 44, 120));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(156, 88, 78));
    QPainterPath lips({-40, 105});
    lips.quadTo({-14, 92}, {0, 97});
    lips.quadTo({14, 92}, {40, 105});
    lips.quadTo({0, 130}, {-40, 105});
    painter.drawPath(lips);
    painter.setPen(QPen(QColor(92, 46, 42), 4, Qt::SolidLine, Qt::RoundCap));
    QPainterPath line({-38, 105});
    line.quadTo({0, 110}, {38, 105});
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(line);
    soft(painter, {0, 134}, 30, 9, QColor(110, 72, 54, 120));
}

void sit(QPainter& painter, const Sitter& sitter) {
    painter.save();
    painter.translate(sitter.middle);
    painter.scale(sitter.eyeDistance / kUnit, sitter.eyeDistance / kUnit);
    body(painter);
    painter.rotate(sitter.degrees);
    head(painter, sitter.lampFromTheSide);
    for (const double side : {-1.0, 1.0}) {
        brow(painter, side);
        if (sitter.eyesOpen)
            openEye(painter, side);
        else
            shutEye(painter, side);
    }
    noseAndMouth(painter);
    if (sitter.lampFromTheSide > 0) { // over the features too
        painter.setClipPath(face());
        QLinearGradient dark(-110, 0, 110, 0);
        dark.setColorAt(0.4, QColor(0, 0, 0, 0));
        dark.setColorAt(0.62, QColor(20, 10, 6, static_cast<int>(130 * sitter.lampFromTheSide)));
        painter.fillRect(QRectF(-130, -200, 260, 400), dark);
    }
    painter.restore();
}

} // namespace

QImage drawSitters(const std::vector<Sitter>& sitters) {
    Random random(20269);
    QImage frame = blankFrame(Qt::white);
    QPainter painter(&frame);
    painter.setRenderHint(QPainter::Antialiasing);
    wall(painter);
    for (const auto& sitter : sitters)
        sit(painter, sitter);
    painter.end();
    return throughLens(frame, random);
}

} // namespace balady::scenes
