#include "tests/simulators/receipt_printer/paper_picture.h"

#include <QImage>
#include <QPainter>
#include <QPolygon>

namespace balady::simulators {
namespace {

constexpr int kSide = 32;  // the paper is 4 mm wider than the head on each side
constexpr int kHead = 40;  // the blank between the cutter and the head
constexpr int kTable = 24; // what the paper lies on
constexpr int kTooth = 8;

constexpr QRgb kPaperColour = 0xfffcfbf6;
constexpr QRgb kInkColour = 0xff23211d;
constexpr QRgb kTableColour = 0xffb9bec6;

} // namespace

bool savePaperPicture(const Paper& paper, const std::filesystem::path& file) {
    const auto width = paper.widthDots + 2 * kSide;
    const auto height = paper.heightDots + 2 * kHead;
    QImage image(width + 2 * kTable, height + 2 * kTable, QImage::Format_RGB32);
    image.fill(kTableColour);

    // The cutter's teeth; a partial cut leaves a bridge in the middle, torn by hand.
    QPolygon outline;
    for (int x = 0; x <= width; x += kTooth)
        outline << QPoint(kTable + x, kTable + (x / kTooth % 2 == 0 ? 0 : kTooth / 2));
    for (int x = width; x >= 0; x -= kTooth)
        outline << QPoint(kTable + x, kTable + height - (x / kTooth % 2 == 0 ? 0 : kTooth / 2));

    QPainter painter(&image);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 40));
    painter.drawPolygon(outline.translated(4, 5));
    painter.setBrush(QColor(kPaperColour));
    painter.drawPolygon(outline);
    if (paper.partialCut)
        painter.drawRect(kTable + width / 2 - 5, kTable + height - 4, 10, 8);
    painter.end();

    const auto stride = static_cast<std::size_t>(paper.widthDots) / 8;
    for (int y = 0; y < paper.heightDots; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(kTable + kHead + y)) + kTable + kSide;
        for (int x = 0; x < paper.widthDots; ++x) {
            const auto byte =
                paper.rows[static_cast<std::size_t>(y) * stride + static_cast<std::size_t>(x) / 8];
            if (byte >> (7 - x % 8) & 1)
                line[x] = kInkColour;
        }
    }
    return image.save(QString::fromStdString(file.string()), "PNG");
}

} // namespace balady::simulators
