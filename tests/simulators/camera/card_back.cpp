#include "tests/simulators/camera/card_back.h"

#include "tests/simulators/camera/brush.h"
#include "tests/simulators/camera/desk.h"

#include <QFile>
#include <QFont>
#include <QFontInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainterPath>
#include <cmath>

namespace balady::scenes {
namespace {

// Millimetres: ID-1 (ISO/IEC 7810), and Doc 9303-5's zone with OCR-B size 1 (ISO 1073-2).
constexpr double kCardWidth = 85.6, kCardHeight = 53.98, kRounding = 3.18;
constexpr double kPitch = 2.54, kLine = 4.3, kCapital = 2.6, kFirstBase = 36.5, kLeft = 4.7;

/// The faint waves of security printing.
void guilloche(QPainter& painter) {
    painter.setPen(QPen(QColor(150, 190, 170, 90), 0.12));
    for (auto wave = 0; wave < 26; ++wave) {
        QPainterPath path({0, wave * 2.2});
        for (auto x = 0.0; x < kCardWidth; x += 0.8)
            path.lineTo(x, wave * 2.2 + 1.4 * std::sin(x / 5 + wave * 0.7));
        painter.drawPath(path);
    }
}

bool zone(QPainter& painter, const QStringList& lines) {
    QFont font(QStringLiteral("OCR B"));
    constexpr auto kCapitalOfEm = 0.72;
    constexpr auto kFine = 100.0; // fonts are made in whole px
    font.setPixelSize(static_cast<int>(kCapital / kCapitalOfEm * kFine));
    if (!QFontInfo(font).exactMatch())
        return false;
    painter.setPen(QColor(20, 22, 24));
    painter.setFont(font);
    auto base = kFirstBase;
    for (const auto& line : lines) {
        auto at = kLeft;
        for (const auto& letter : line) {
            painter.save();
            painter.translate(at, base);
            painter.scale(1 / kFine, 1 / kFine);
            painter.drawText(QPointF(0, 0), QString(letter));
            painter.restore();
            at += kPitch;
        }
        base += kLine;
    }
    return true;
}

} // namespace

QStringList zoneOf(const QString& cardFile) {
    QFile file(cardFile);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList lines;
    for (const auto& line : QJsonDocument::fromJson(file.readAll())["mrz"].toArray())
        lines.append(line.toString());
    return lines;
}

QImage drawCardBack(const QStringList& lines) {
    constexpr auto kPixelsPerMillimetre = 20.0;
    QImage card(QSizeF(kCardWidth * kPixelsPerMillimetre, kCardHeight * kPixelsPerMillimetre).toSize(),
                QImage::Format_ARGB32_Premultiplied);
    card.fill(Qt::transparent);
    QPainter painter(&card);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(kPixelsPerMillimetre, kPixelsPerMillimetre);
    QPainterPath outline;
    outline.addRoundedRect(QRectF(0, 0, kCardWidth, kCardHeight), kRounding, kRounding);
    painter.setClipPath(outline);
    painter.fillRect(QRectF(0, 0, kCardWidth, kCardHeight), QColor(226, 236, 228));
    guilloche(painter);
    painter.fillRect(QRectF(0, 4, kCardWidth, 9), QColor(46, 48, 50)); // the magnetic stripe
    painter.fillRect(QRectF(0, 32, kCardWidth, kCardHeight - 32), QColor(238, 243, 238, 215));
    if (!zone(painter, lines))
        return {};
    painter.end();
    return drawCardOnDesk(card);
}

} // namespace balady::scenes
