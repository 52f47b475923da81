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
constexpr int kQuickly = 85; // to Qt a quality; for this format it packs less, in a third of the time

enum Colour : uchar { Table, Shadow, PaperWhite, Ink };
const QList<QRgb> kColours{0xffb9bec6, 0xff9ca0a7, 0xfffcfbf6, 0xff23211d};

/// What a picture of greys takes for a grey, and one with a palette for a place in it.
QColor place(Colour colour) {
    return {colour, colour, colour};
}

} // namespace

bool savePaperPicture(const Paper& paper, const std::filesystem::path& file) {
    const auto width = paper.widthDots + 2 * kSide;
    const auto height = paper.heightDots + 2 * kHead;
    // With a palette in the end: libpng takes ten times as long for three bytes a dot. QPainter draws on none, so on greys.
    QImage image(width + 2 * kTable, height + 2 * kTable, QImage::Format_Grayscale8);
    image.fill(Table);

    // The cutter's teeth; a partial cut leaves a bridge in the middle, torn by hand.
    QPolygon outline;
    for (int x = 0; x <= width; x += kTooth)
        outline << QPoint(kTable + x, kTable + (x / kTooth % 2 == 0 ? 0 : kTooth / 2));
    for (int x = width; x >= 0; x -= kTooth)
        outline << QPoint(kTable + x, kTable + height - (x / kTooth % 2 == 0 ? 0 : kTooth / 2));

    QPainter painter(&image);
    painter.setPen(Qt::NoPen);
    painter.setBrush(place(Shadow));
    painter.drawPolygon(outline.translated(4, 5));
    painter.setBrush(place(PaperWhite));
    painter.drawPolygon(outline);
    if (paper.partialCut)
        painter.drawRect(kTable + width / 2 - 5, kTable + height - 4, 10, 8);
    painter.end();

    const auto stride = static_cast<std::size_t>(paper.widthDots) / 8;
    for (int y = 0; y < paper.heightDots; ++y) {
        auto* line = image.scanLine(kTable + kHead + y) + kTable + kSide;
        for (int x = 0; x < paper.widthDots; ++x) {
            const auto byte =
                paper.rows[static_cast<std::size_t>(y) * stride + static_cast<std::size_t>(x) / 8];
            if (byte >> (7 - x % 8) & 1)
                line[x] = Ink;
        }
    }
    image.reinterpretAsFormat(QImage::Format_Indexed8);
    image.setColorTable(kColours);
    return image.save(QString::fromStdString(file.string()), "PNG", kQuickly);
}

} // namespace balady::simulators
