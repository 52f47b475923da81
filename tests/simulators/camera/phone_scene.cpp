#include "tests/simulators/camera/scenes.h"

#include <QPainter>
#include <QPainterPath>
#include <utility>

namespace balady::simulators {
namespace {

constexpr QSize kScreen{1240, 700};

/// The desk with a telephone on it that shows `picture`.
QImage onPhone(const QImage& picture) {
    auto frame = desk();
    QPainter painter(&frame);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.translate(frame.rect().center());
    painter.rotate(1.5);
    const QRect screen(QPoint(-kScreen.width() / 2, -kScreen.height() / 2), kScreen);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 70));
    painter.drawRoundedRect(screen.adjusted(-30, -26, 50, 54), 80, 80);
    painter.setBrush(QColor(0x18, 0x1b, 0x20));
    painter.drawRoundedRect(screen.adjusted(-40, -40, 40, 40), 80, 80);
    QPainterPath glass;
    glass.addRoundedRect(screen, 40, 40);
    painter.setClipPath(glass);
    painter.drawImage(screen, picture);
    return frame;
}

QImage sky() {
    QImage picture(kScreen, QImage::Format_RGB32);
    QPainter painter(&picture);
    QLinearGradient gradient(0, 0, 0, kScreen.height());
    gradient.setColorAt(0, QColor(0x9c, 0xc7, 0xe8));
    gradient.setColorAt(1, QColor(0xe9, 0xf2, 0xf7));
    painter.fillRect(picture.rect(), gradient);
    return picture;
}

QImage shopFront() {
    auto picture = sky();
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(0, 590, 1240, 110, QColor(0x9a, 0x9a, 0x96));   // pavement
    painter.fillRect(120, 90, 1000, 500, QColor(0xd9, 0xc6, 0xa5));  // wall
    painter.fillRect(120, 110, 1000, 130, QColor(0x10, 0x46, 0x31)); // sign
    QFont font(QStringLiteral("IBM Plex Sans Arabic"));
    font.setPixelSize(84);
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(QRect(120, 110, 1000, 130), Qt::AlignCenter, QStringLiteral("بقالة الواحة"));
    for (int i = 0; i < 20; ++i) // awning
        painter.fillRect(120 + 50 * i, 240, 50, 70,
                         i % 2 == 0 ? QColor(0x1b, 0x83, 0x54) : QColor(Qt::white));
    painter.setPen(QPen(QColor(0x5c, 0x49, 0x33), 10));
    painter.setBrush(QColor(0x7f, 0xa6, 0xb8));
    painter.drawRect(180, 340, 330, 220); // windows and door
    painter.drawRect(730, 340, 330, 220);
    painter.drawRect(550, 330, 140, 260);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < 6; ++i) { // fruit
        painter.setBrush(i % 2 == 0 ? QColor(0xe0, 0x8a, 0x1e) : QColor(0xc2, 0x33, 0x2b));
        painter.drawEllipse(QPoint(215 + 52 * i, 535), 24, 24);
    }
    return picture;
}

QImage street() {
    auto picture = sky();
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (const auto& [left, height] : {std::pair{60, 210}, {280, 150}, {470, 250}, {760, 180}, {980, 230}}) {
        painter.setBrush(QColor(0xcf, 0xbc, 0x9a));
        painter.drawRect(left, 300 - height, 190, height);
        painter.setBrush(QColor(0x6d, 0x86, 0x92));
        for (int y = 320 - height; y < 270; y += 50)
            for (int x = left + 20; x < left + 170; x += 50)
                painter.drawRect(x, y, 26, 30);
    }
    painter.setBrush(QColor(0x55, 0x57, 0x5b)); // road
    painter.drawPolygon(QPolygon({{0, 700}, {420, 300}, {820, 300}, {1240, 700}}));
    painter.setBrush(QColor(0xf2, 0xf2, 0xec)); // lane marks
    for (const auto& [y, size] : {std::pair{320, 18}, {390, 34}, {600, 70}})
        painter.drawPolygon(QPolygon({{620 - size / 6, y},
                                      {620 + size / 6, y},
                                      {620 + size / 5, y + size},
                                      {620 - size / 5, y + size}}));
    painter.setBrush(QColor(0x3a, 0x33, 0x2c)); // the hole, its broken edge and the water in it
    painter.drawPolygon(QPolygon({{400, 560},
                                  {450, 500},
                                  {540, 480},
                                  {640, 500},
                                  {720, 490},
                                  {780, 540},
                                  {740, 590},
                                  {640, 610},
                                  {560, 600},
                                  {470, 615}}));
    painter.setBrush(QColor(0x7d, 0x8c, 0x93));
    painter.drawEllipse(QPoint(590, 560), 110, 30);
    return picture;
}

} // namespace

QImage shopFrontScene() {
    return onPhone(shopFront());
}

QImage streetScene() {
    return onPhone(street());
}

} // namespace balady::simulators
