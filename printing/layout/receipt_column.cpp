#include "printing/layout/receipt_column.h"

#include <QImage>
#include <QPainter>
#include <algorithm>

namespace balady::layout {
namespace {

constexpr int kGap = 12;           // least space between a label and its value
constexpr int kFrameThickness = 3; // under three dots a thermal head leaves gaps
constexpr int kFramePadding = 10;
constexpr int kFrameRadius = 14;

// The roll is painted in bands that stay in the processor's cache; a whole receipt in 32 bits a dot would
// not, and this is the format that Qt is fastest on. Shapes of fewer than 96 rows also stay on the calling
// thread.
constexpr int kBandRows = 80;
constexpr QImage::Format kCanvas = QImage::Format_RGB32;

// One byte for each eight dots of the canvas's first rows. Grey that smoothing left becomes black from the
// middle on.
void pack(const QImage& canvas, int rowCount, std::uint8_t* to) {
    for (int y = 0; y < rowCount; ++y) {
        const auto* pixel = reinterpret_cast<const QRgb*>(canvas.constScanLine(y));
        for (int x = 0; x < canvas.width(); x += 8, pixel += 8) {
            unsigned white = 0;
            for (unsigned i = 0; i < 8; ++i)
                white |= (pixel[i] & 0x80U) >> i;
            *to++ = static_cast<std::uint8_t>(~white);
        }
    }
}

} // namespace

ReceiptColumn::ReceiptColumn(int widthDots, Qt::LayoutDirection direction)
    : m_width(widthDots), m_margin(widthDots / 48), m_direction(direction) {}

void ReceiptColumn::put(TextBlock block, int x, int y) {
    // Marks of one line may reach into the next one's space.
    const auto reach = block.firstBaseline() / 2;
    const auto height = block.height();
    m_items.push_back({y - reach, height + 2 * reach, Text{std::move(block), {x, y}}});
}

TextBlock ReceiptColumn::block(const QString& text, const QFont& font, Place place, int width) const {
    return {text, font, m_direction, place, width};
}

TextBlock ReceiptColumn::partedBlock(const QString& text, const QFont& font, Place place) const {
    auto parts = text;
    parts.replace(QStringLiteral(" - "), QString(QChar::LineSeparator));
    return block(parts, font, place, inner());
}

void ReceiptColumn::paragraph(const QString& text, const QFont& font, Place place) {
    auto lines = block(text, font, place, inner());
    if (lines.lineCount() > 1)
        lines = partedBlock(text, font, place);
    const auto height = lines.height();
    put(std::move(lines), m_margin, m_bottom);
    m_bottom += height;
}

void ReceiptColumn::marked(const QString& text, const QFont& font, int indent) {
    auto lines = block(text, font, Place::Start, inner() - indent);
    const auto height = lines.height();
    const auto radius = std::max(3, font.pixelSize() / 7);
    const auto middle = m_bottom + lines.firstBaseline() - font.pixelSize() / 3;
    const auto x = rightToLeft() ? m_width - m_margin - radius : m_margin + radius;
    m_items.push_back({middle - radius, 2 * radius, Bullet{{x, middle}, radius}});
    put(std::move(lines), rightToLeft() ? m_margin : m_margin + indent, m_bottom);
    m_bottom += height;
}

void ReceiptColumn::marked(const QString& mark, const QString& text, const QFont& font, int indent) {
    auto before = block(mark, font, Place::Start, indent);
    auto lines = block(text, font, Place::Start, inner() - indent);
    const auto height = lines.height();
    put(std::move(before), rightToLeft() ? m_width - m_margin - indent : m_margin, m_bottom);
    put(std::move(lines), rightToLeft() ? m_margin : m_margin + indent, m_bottom);
    m_bottom += height;
}

void ReceiptColumn::row(const QString& label, const QFont& labelFont, const QString& value,
                        const QFont& valueFont) {
    auto name = block(label, labelFont, Place::Start, inner());
    auto answer = block(value, valueFont, Place::End, inner());
    const auto beside = [&] {
        return name.lineCount() == 1 && name.naturalWidth() + kGap + answer.naturalWidth() <= inner();
    };
    if (!beside())
        answer = partedBlock(value, valueFont, Place::End);
    const auto nameHeight = name.height();
    const auto answerTop = m_bottom + (beside() ? name.firstBaseline() - answer.firstBaseline() : nameHeight);
    const auto bottom = std::max(m_bottom + nameHeight, answerTop + answer.height());
    put(std::move(name), m_margin, m_bottom);
    put(std::move(answer), m_margin, answerTop);
    m_bottom = bottom;
}

void ReceiptColumn::framed(const QString& label, const QFont& labelFont, const QString& value,
                           const QFont& valueFont) {
    const auto width = inner() - 2 * kFramePadding;
    auto above = block(label, labelFont, Place::Centre, width);
    auto font = valueFont;
    auto below = block(value, font, Place::Centre, width);
    while (below.lineCount() > 1 && font.pixelSize() > labelFont.pixelSize()) {
        font.setPixelSize(font.pixelSize() - 2);
        below = block(value, font, Place::Centre, width);
    }
    const auto aboveHeight = above.height();
    const auto height = aboveHeight + below.height() + kFramePadding;
    m_items.push_back(
        {m_bottom, height, Frame{{m_margin, m_bottom, inner(), height}, kFrameThickness, kFrameRadius}});
    put(std::move(above), m_margin + kFramePadding, m_bottom + kFramePadding / 2);
    put(std::move(below), m_margin + kFramePadding, m_bottom + kFramePadding / 2 + aboveHeight);
    m_bottom += height;
}

void ReceiptColumn::rule(int thickness) {
    m_items.push_back({m_bottom, thickness, Bar{{m_margin, m_bottom, inner(), thickness}}});
    m_bottom += thickness;
}

void ReceiptColumn::dottedRule() {
    m_items.push_back({m_bottom, 2, DottedLine{{m_margin, m_bottom}, inner()}});
    m_bottom += 2;
}

void ReceiptColumn::code(const QrCode& code, int side) {
    const auto module = std::max(1, std::min(side, inner()) / (code.size + 2 * kQrQuietZone));
    const auto quiet = module * kQrQuietZone;
    const auto size = module * code.size;
    m_items.push_back(
        {m_bottom + quiet, size, CodeSquare{code, {(m_width - size) / 2, m_bottom + quiet}, module}});
    m_bottom += size + 2 * quiet;
}

void ReceiptColumn::letterhead(const QFont& font) {
    auto name = block(QStringLiteral("بلدي | Balady"), font, Place::Start, inner());
    const auto radius = font.pixelSize() * 3 / 4;
    const auto gap = radius / 2;
    const auto nameWidth = name.naturalWidth();
    const auto left = (m_width - (2 * radius + gap + nameWidth)) / 2;
    const auto middle = m_bottom + radius;
    const auto top = middle + font.pixelSize() * 7 / 20 - name.firstBaseline();
    // The text's box is as wide as the column, and the text stands at its start.
    const auto starX = rightToLeft() ? left + nameWidth + gap + radius : left + radius;
    const auto nameX = rightToLeft() ? left + nameWidth - inner() : left + 2 * radius + gap;
    m_items.push_back({m_bottom, 2 * radius, Star{{starX, middle}, radius}});
    put(std::move(name), nameX, top);
    m_bottom += 2 * radius;
}

Bitmap ReceiptColumn::paint() const {
    Bitmap roll{m_width, m_bottom, {}};
    roll.rows.resize(roll.stride() * static_cast<std::size_t>(m_bottom));
    QImage canvas(m_width, kBandRows, kCanvas);
    for (int top = 0; top < m_bottom; top += kBandRows) {
        canvas.fill(Qt::white);
        QPainter painter(&canvas);
        painter.translate(0, -top);
        for (const auto& item : m_items)
            if (item.top < top + kBandRows && item.top + item.height > top)
                draw(painter, item.shape);
        painter.end();
        pack(canvas, std::min(kBandRows, m_bottom - top),
             roll.rows.data() + roll.stride() * static_cast<std::size_t>(top));
    }
    return roll;
}

} // namespace balady::layout
