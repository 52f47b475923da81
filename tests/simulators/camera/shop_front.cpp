#include "tests/simulators/camera/shop_front.h"

#include "tests/simulators/camera/brush.h"

#include <QLinearGradient>
#include <QPainterPath>

namespace balady::scenes {
namespace {

constexpr double kGround = 860; ///< where the wall meets the pavement
constexpr QRectF kShop{330, 330, 1260, 530};

void sky(QPainter& painter) {
    QLinearGradient air(0, 0, 0, kGround);
    air.setColorAt(0, QColor(112, 168, 214));
    air.setColorAt(1, QColor(222, 233, 238));
    painter.fillRect(QRectF(0, 0, kFrame.width(), kGround), air);
}

void building(QPainter& painter, Random& random) {
    const QRectF wall(150, 70, 1620, kGround - 70);
    QLinearGradient plaster(wall.topLeft(), wall.topRight());
    plaster.setColorAt(0, QColor(226, 208, 178));
    plaster.setColorAt(1, QColor(206, 186, 154));
    painter.fillRect(wall, plaster);
    painter.fillRect(QRectF(130, 52, 1660, 26), QColor(190, 168, 134));
    painter.fillRect(QRectF(150, 78, 1620, 8), QColor(0, 0, 0, 30));
    speckle(painter, QPolygonF(wall), 2600, 5, 14, random);
    // The flats above: three shaded windows with a lattice.
    for (int i = 0; i < 3; ++i) {
        const QRectF window(320 + i * 490, 120, 300, 130);
        painter.fillRect(window.adjusted(-12, -12, 12, 16), QColor(240, 228, 204));
        painter.fillRect(window, QColor(74, 88, 98));
        painter.setPen(QPen(QColor(128, 98, 66), 5));
        for (double x = window.left(); x <= window.right(); x += 25)
            painter.drawLine(QPointF(x, window.top()), QPointF(x, window.bottom()));
        for (double y = window.top(); y <= window.bottom(); y += 26)
            painter.drawLine(QPointF(window.left(), y), QPointF(window.right(), y));
    }
}

void sign(QPainter& painter) {
    const QRectF board(kShop.left() - 20, kShop.top() - 50, kShop.width() + 40, 150);
    painter.fillRect(board.translated(0, 10), QColor(0, 0, 0, 50));
    QLinearGradient green(board.topLeft(), board.bottomLeft());
    green.setColorAt(0, QColor(28, 120, 80));
    green.setColorAt(1, QColor(14, 88, 58));
    painter.fillRect(board, green);
    painter.setPen(QPen(QColor(244, 214, 120), 4));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(board.adjusted(9, 9, -9, -9));
    write(painter, board.adjusted(0, 0, 0, -48), QStringLiteral("بقالة الواحة"), 74, Qt::white,
          Qt::AlignCenter, true);
    write(painter, board.adjusted(0, 92, 0, -8), QStringLiteral("AL WAHA GROCERY"), 32,
          QColor(244, 224, 160));
}

void awning(QPainter& painter) {
    constexpr int kStripes = 18;
    const double top = kShop.top() + 100, bottom = top + 96, out = 34;
    const double step = kShop.width() / kStripes, outStep = (kShop.width() + 2 * out) / kStripes;
    // What the awning keeps the sun from.
    QLinearGradient shade(0, bottom, 0, bottom + 84);
    shade.setColorAt(0, QColor(0, 0, 0, 96));
    shade.setColorAt(1, QColor(0, 0, 0, 0));
    painter.fillRect(QRectF(kShop.left(), bottom - 20, kShop.width(), 104), shade);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < kStripes; ++i) {
        const double a = kShop.left() + i * step, b = kShop.left() - out + i * outStep;
        painter.setBrush(i % 2 == 0 ? QColor(196, 60, 48) : QColor(246, 240, 230));
        painter.drawPolygon(QPolygonF({{a, top}, {a + step, top}, {b + outStep, bottom}, {b, bottom}}));
        painter.drawChord(QRectF(b, bottom - 17, outStep, 34), 180 * 16, 180 * 16);
    }
}

void shelves(QPainter& painter, const QRectF& glass, Random& random) {
    const QColor goods[] = {{224, 122, 60}, {70, 140, 170},  {206, 180, 70}, {150, 60, 70},
                            {90, 150, 90},  {230, 220, 200}, {110, 90, 150}};
    for (double y = glass.top() + 108; y < glass.bottom() - 10; y += 92) {
        for (double x = glass.left() + 14; x < glass.right() - 46;) {
            const double width = 22 + random.bounded(24), height = 40 + random.bounded(34);
            painter.fillRect(QRectF(x, y - height, width, height), goods[random.bounded(7)].darker(118));
            painter.fillRect(QRectF(x, y - height * 0.62, width, height * 0.26), QColor(255, 255, 255, 110));
            x += width + 5;
        }
        painter.fillRect(QRectF(glass.left(), y, glass.width(), 8), QColor(120, 92, 62));
    }
}

void glassOver(QPainter& painter, const QRectF& glass) {
    painter.save();
    painter.setClipRect(glass);
    painter.fillRect(glass, QColor(150, 190, 205, 46));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 255, 255, 44));
    for (const double offset : {0.12, 0.3})
        painter.drawPolygon(QPolygonF({{glass.left() + glass.width() * offset, glass.bottom()},
                                       {glass.left() + glass.width() * (offset + 0.1), glass.bottom()},
                                       {glass.left() + glass.width() * (offset + 0.5), glass.top()},
                                       {glass.left() + glass.width() * (offset + 0.4), glass.top()}}));
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(70, 74, 78), 10));
    painter.drawRect(glass);
}

void front(QPainter& painter, Random& random) {
    painter.fillRect(kShop, QColor(92, 84, 76));
    const QRectF left(kShop.left() + 40, kShop.top() + 130, 440, 330);
    const QRectF right(kShop.right() - 480, kShop.top() + 130, 440, 330);
    for (const QRectF& window : {left, right}) {
        QLinearGradient inside(window.topLeft(), window.bottomLeft());
        inside.setColorAt(0, QColor(250, 236, 200));
        inside.setColorAt(1, QColor(196, 170, 128));
        painter.fillRect(window, inside);
        shelves(painter, window, random);
        glassOver(painter, window);
        painter.fillRect(QRectF(window.left() - 10, window.bottom() + 6, window.width() + 20, 64),
                         QColor(150, 134, 112));
    }
    const QRectF door(kShop.center().x() - 120, kShop.top() + 130, 240, kGround - kShop.top() - 130);
    painter.fillRect(door, QColor(238, 222, 186));
    painter.fillRect(QRectF(door.left(), door.bottom() - 110, door.width(), 110), QColor(190, 166, 124));
    for (const double x : {door.left(), door.center().x()})
        glassOver(painter, QRectF(x, door.top(), door.width() / 2, door.height()));
    painter.fillRect(QRectF(door.center().x() - 26, door.center().y() - 10, 8, 96), QColor(210, 190, 120));
    painter.fillRect(QRectF(door.center().x() + 18, door.center().y() - 10, 8, 96), QColor(210, 190, 120));
    const QRectF open(door.left() + 24, door.top() + 128, 76, 44);
    painter.fillRect(open, QColor(250, 250, 246));
    write(painter, open, QStringLiteral("مفتوح"), 24, QColor(27, 131, 84), Qt::AlignCenter, true);
}

void pavement(QPainter& painter, Random& random) {
    QLinearGradient stone(0, kGround, 0, kFrame.height());
    stone.setColorAt(0, QColor(186, 178, 166));
    stone.setColorAt(1, QColor(150, 142, 132));
    const QRectF area(0, kGround, kFrame.width(), kFrame.height() - kGround);
    painter.fillRect(area, stone);
    speckle(painter, QPolygonF(area), 5200, 4, 30, random);
    painter.setPen(QPen(QColor(110, 104, 96, 150), 3));
    for (const double y : {kGround + 46, kGround + 112})
        painter.drawLine(QPointF(0, y), QPointF(kFrame.width(), y));
    for (int i = -6; i <= 14; ++i) { // joints run towards a vanishing point above the door
        const double x = 960 + (i - 4) * 150;
        painter.drawLine(QPointF(x, kGround), QPointF(960 + (x - 960) * 1.5, kFrame.height()));
    }
    painter.fillRect(QRectF(0, kGround, kFrame.width(), 12), QColor(0, 0, 0, 46));
}

void planter(QPainter& painter, double x, Random& random) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 60));
    painter.drawEllipse(QPointF(x + 8, kGround + 70), 84, 16);
    painter.setBrush(QColor(164, 92, 62));
    painter.drawPolygon(QPolygonF(
        {{x - 64, kGround - 40}, {x + 64, kGround - 40}, {x + 48, kGround + 70}, {x - 48, kGround + 70}}));
    painter.setBrush(QColor(188, 112, 78));
    painter.drawRect(QRectF(x - 72, kGround - 56, 144, 24));
    for (int i = 0; i < 260; ++i) {
        const double angle = random.generateDouble() * 6.283, reach = random.generateDouble();
        const QPointF leaf(x + 96 * reach * std::cos(angle), kGround - 130 + 92 * reach * std::sin(angle));
        painter.setBrush(QColor(36 + random.bounded(50), 92 + random.bounded(70), 44 + random.bounded(30)));
        painter.drawEllipse(leaf, 13, 9);
    }
}

} // namespace

QImage drawShopFront() {
    Random random(20261);
    QImage frame = blankFrame(Qt::white);
    QPainter painter(&frame);
    painter.setRenderHint(QPainter::Antialiasing);
    sky(painter);
    building(painter, random);
    front(painter, random);
    awning(painter);
    sign(painter);
    pavement(painter, random);
    planter(painter, 280, random);
    planter(painter, 1650, random);
    painter.end();
    return throughLens(frame, random);
}

} // namespace balady::scenes
