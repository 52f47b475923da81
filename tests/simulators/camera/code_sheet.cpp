#include "tests/simulators/camera/code_sheet.h"

#include "tests/simulators/camera/brush.h"

#include <qrencode.h>

#include <memory>

namespace balady::scenes {

namespace {

/// Modules of white around a code (ISO/IEC 18004, 6.3.8).
constexpr int kQuietZone = 4;

} // namespace

std::optional<QImage> drawCodeSheet(const std::string& text) {
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (!code)
        return std::nullopt;
    constexpr int kPixelsPerMillimetre = 10;
    QImage sheet(210 * kPixelsPerMillimetre, 297 * kPixelsPerMillimetre, QImage::Format_RGB32);
    sheet.fill(QColor(247, 246, 242));
    QPainter painter(&sheet);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(0, 0, sheet.width(), 500), QColor(7, 77, 49));
    painter.fillRect(QRectF(0, 500, sheet.width(), 14), QColor(245, 189, 2));
    write(painter, {0, 110, double(sheet.width()), 170}, QStringLiteral("رخصة"), 140, Qt::white,
          Qt::AlignCenter, true);
    write(painter, {0, 290, double(sheet.width()), 110}, QStringLiteral("LICENCE - SPECIMEN"), 76,
          QColor(244, 224, 160));

    const double side = 90 * kPixelsPerMillimetre, left = (sheet.width() - side) / 2, top = 1850;
    const double module = side / (code->width + 2 * kQuietZone);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRectF(left, top, side, side), Qt::white);
    for (int row = 0; row < code->width; ++row)
        for (int column = 0; column < code->width; ++column)
            if ((code->data[row * code->width + column] & 1) != 0)
                painter.fillRect(QRectF(left + (column + kQuietZone) * module,
                                        top + (row + kQuietZone) * module, module, module)
                                     .toAlignedRect(),
                                 Qt::black);
    write(painter, {0, top - 130, double(sheet.width()), 90}, QStringLiteral("امسح الرمز للتحقق"), 68,
          QColor(13, 18, 28));
    return sheet;
}

} // namespace balady::scenes
