#include "tests/simulators/camera/street.h"

#include "tests/simulators/camera/brush.h"

#include <QLinearGradient>
#include <QPainterPath>
#include <QRadialGradient>
#include <cmath>

namespace balady::scenes {
namespace {

constexpr double kHorizon = 250;
constexpr QPointF kHole{1000, 735};

/// An outline around `centre` that no tool has made.
QPolygonF ragged(QPointF centre, double width, double height, double roughness, Random& random) {
    QPolygonF out;
    constexpr int kCorners = 46;
    double reach = 1;
    for (int i = 0; i < kCorners; ++i) {
        reach += (random.generateDouble() - 0.5) * roughness;
        reach += (1 - reach) * 0.35; // stays near the ellipse
        const double angle = 6.283185 * i / kCorners;
        out << QPointF(centre.x() + width * reach * std::cos(angle),
                       centre.y() + height * reach * std::sin(angle));
    }
    return out;
}

void background(QPainter& painter, Random& random) {
    QLinearGradient air(0, 0, 0, kHorizon);
    air.setColorAt(0, QColor(150, 188, 218));
    air.setColorAt(1, QColor(232, 228, 214));
    painter.fillRect(QRectF(0, 0, kFrame.width(), kHorizon), air);
    double x = -30;
    while (x < kFrame.width()) { // low houses of a quiet quarter
        const double width = 150 + random.bounded(150), height = 70 + random.bounded(110);
        const QRectF house(x, kHorizon - height, width, height);
        const int shade = 176 + random.bounded(46);
        painter.fillRect(house, QColor(shade, shade - 14, shade - 40));
        painter.fillRect(QRectF(house.left(), house.top(), width, 8),
                         QColor(shade - 30, shade - 44, shade - 66));
        for (double w = house.left() + 22; w < house.right() - 34; w += 46)
            painter.fillRect(QRectF(w, house.top() + 28, 20, 28), QColor(92, 104, 112));
        x += width + 6;
    }
}

void road(QPainter& painter, Random& random) {
    QLinearGradient asphalt(0, kHorizon, 0, kFrame.height());
    asphalt.setColorAt(0, QColor(140, 138, 136));
    asphalt.setColorAt(1, QColor(82, 82, 84));
    const QRectF area(0, kHorizon, kFrame.width(), kFrame.height() - kHorizon);
    painter.fillRect(area, asphalt);
    speckle(painter, QPolygonF(area), 26000, 5, 60, random);
    // The other side: kerb and pavement, painted in the black and white of "no parking".
    const QPolygonF pavement({{0, kHorizon}, {520, kHorizon}, {0, 640}});
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(196, 184, 164));
    painter.drawPolygon(pavement);
    speckle(painter, pavement, 1500, 4, 30, random);
    constexpr int kBlocks = 12;
    for (int i = 0; i < kBlocks; ++i) {
        const auto at = [](double t) { return QPointF(520 - 520 * t, kHorizon + 390 * t); };
        const double a = std::pow(i / double(kBlocks), 1.6), b = std::pow((i + 1) / double(kBlocks), 1.6);
        painter.setBrush(i % 2 == 0 ? QColor(232, 228, 220) : QColor(52, 52, 54));
        painter.drawPolygon(QPolygonF({at(a), at(b), at(b) + QPointF(12 + 26 * b, 14 + 26 * b),
                                       at(a) + QPointF(12 + 26 * a, 14 + 26 * a)}));
    }
    // The lane's broken line.
    for (const double t : {0.04, 0.16, 0.36, 0.7}) {
        const auto at = [](double s, double side) {
            return QPointF(1120 + 640 * s + side * (6 + 26 * s), kHorizon + (kFrame.height() - kHorizon) * s);
        };
        const double end = t + 0.06 + t * 0.24;
        painter.setBrush(QColor(226, 224, 214, 215));
        painter.drawPolygon(QPolygonF({at(t, -1), at(t, 1), at(end, 1), at(end, -1)}));
    }
}

void cracks(QPainter& painter, Random& random) {
    for (int i = 0; i < 9; ++i) {
        double angle = 6.283 * i / 9 + random.generateDouble() * 0.4;
        QPointF at = kHole + QPointF(330 * std::cos(angle), 138 * std::sin(angle));
        QPainterPath path(at);
        for (int step = 0; step < 5 + random.bounded(5); ++step) {
            angle += (random.generateDouble() - 0.5) * 1.1;
            at += QPointF(44 * std::cos(angle), 20 * std::sin(angle));
            path.lineTo(at);
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(QColor(34, 32, 32, 200), 4));
        painter.drawPath(path);
        painter.setPen(QPen(QColor(170, 168, 164, 60), 2));
        painter.drawPath(path.translated(3, 3));
    }
}

void hole(QPainter& painter, Random& random) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(62, 60, 60));
    painter.drawPolygon(ragged(kHole, 375, 160, 0.3, random)); // broken rim
    const QPolygonF edge = ragged(kHole + QPointF(0, 6), 330, 132, 0.26, random);
    QPainterPath clip;
    clip.addPolygon(edge);
    clip.closeSubpath();
    painter.setBrush(QColor(26, 24, 24));
    painter.drawPath(clip);
    painter.save();
    painter.setClipPath(clip);
    QRadialGradient floor(kHole + QPointF(20, 60), 320);
    floor.setColorAt(0, QColor(138, 114, 86));
    floor.setColorAt(0.75, QColor(96, 78, 60));
    floor.setColorAt(1, QColor(50, 42, 36));
    painter.setBrush(floor);
    painter.drawPolygon(ragged(kHole + QPointF(6, 42), 312, 112, 0.22, random));
    for (int i = 0; i < 420; ++i) { // gravel
        const double angle = random.generateDouble() * 6.283, reach = std::sqrt(random.generateDouble());
        const QPointF at =
            kHole + QPointF(6 + 290 * reach * std::cos(angle), 46 + 96 * reach * std::sin(angle));
        const double size = 2 + random.generateDouble() * 9;
        const int grey = 84 + random.bounded(90);
        painter.setBrush(QColor(20, 16, 14, 120));
        painter.drawEllipse(at + QPointF(2, 3), size, size * 0.6);
        painter.setBrush(QColor(grey, grey - 10, grey - 22));
        painter.drawEllipse(at, size, size * 0.6);
    }
    painter.setBrush(QColor(118, 136, 148, 150)); // a puddle that mirrors the sky
    painter.drawEllipse(kHole + QPointF(70, 70), 130, 30);
    painter.setBrush(QColor(226, 234, 238, 130));
    painter.drawEllipse(kHole + QPointF(100, 62), 62, 9);
    painter.restore();
    for (int i = 0; i < 90; ++i) { // what cars have thrown out
        const double angle = random.generateDouble() * 6.283, reach = 1.15 + random.generateDouble() * 0.7;
        const QPointF at = kHole + QPointF(350 * reach * std::cos(angle), 150 * reach * std::sin(angle));
        const double size = 2 + random.generateDouble() * 6;
        painter.setBrush(QColor(40, 38, 38));
        painter.drawEllipse(at + QPointF(2, 2), size, size * 0.6);
        painter.setBrush(QColor(120, 116, 112));
        painter.drawEllipse(at, size, size * 0.6);
    }
}

void cone(QPainter& painter, QPointF foot, double height) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 80));
    painter.drawEllipse(foot + QPointF(height * 0.22, 4), height * 0.5, height * 0.09);
    painter.setBrush(QColor(196, 74, 26));
    painter.drawPolygon(QPolygonF({foot + QPointF(-height * 0.34, 0), foot + QPointF(height * 0.34, 0),
                                   foot + QPointF(height * 0.28, -height * 0.1),
                                   foot + QPointF(-height * 0.28, -height * 0.1)}));
    const auto slice = [&](double from, double to, const QColor& colour) {
        const auto half = [&](double t) { return height * (0.21 - 0.165 * t); };
        const auto up = [&](double t) { return -height * (0.1 + 0.9 * t); };
        QLinearGradient round(foot + QPointF(-half(from), 0), foot + QPointF(half(from), 0));
        round.setColorAt(0, colour.darker(135));
        round.setColorAt(0.35, colour.lighter(112));
        round.setColorAt(1, colour.darker(155));
        painter.setBrush(round);
        painter.drawPolygon(
            QPolygonF({foot + QPointF(-half(from), up(from)), foot + QPointF(half(from), up(from)),
                       foot + QPointF(half(to), up(to)), foot + QPointF(-half(to), up(to))}));
    };
    slice(0, 1, QColor(232, 98, 36));
    slice(0.28, 0.48, QColor(240, 238, 232));
    slice(0.66, 0.82, QColor(240, 238, 232));
}

} // namespace

QImage drawStreet() {
    Random random(20262);
    QImage frame = blankFrame(Qt::white);
    QPainter painter(&frame);
    painter.setRenderHint(QPainter::Antialiasing);
    background(painter, random);
    road(painter, random);
    cracks(painter, random);
    hole(painter, random);
    cone(painter, {560, 600}, 190);
    painter.end();
    return throughLens(frame, random);
}

} // namespace balady::scenes
