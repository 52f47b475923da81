#include "printing/layout/receipt_column.h"

#include "printing/layout/receipt_shapes.h"

#include <algorithm>

namespace balady::layout {
namespace {

constexpr int kGap = 12; // least space between a label and its value
constexpr int kFramePadding = 10;

} // namespace

ReceiptColumn::ReceiptColumn(int widthDots, Qt::LayoutDirection direction)
    : m_canvas(widthDots), m_width(widthDots), m_margin(widthDots / 48), m_direction(direction) {}

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
    lines.draw(m_canvas, m_margin, m_bottom);
    m_bottom += lines.height();
}

void ReceiptColumn::marked(const QString& text, const QFont& font, int indent) {
    const auto lines = block(text, font, Place::Start, inner() - indent);
    const auto radius = std::max(3, font.pixelSize() / 7);
    const auto middle = m_bottom + lines.firstBaseline() - font.pixelSize() / 3;
    const auto x = rightToLeft() ? m_width - m_margin - radius : m_margin + radius;
    drawBullet(m_canvas, x, middle, radius);
    lines.draw(m_canvas, rightToLeft() ? m_margin : m_margin + indent, m_bottom);
    m_bottom += lines.height();
}

void ReceiptColumn::marked(const QString& mark, const QString& text, const QFont& font, int indent) {
    const auto lines = block(text, font, Place::Start, inner() - indent);
    block(mark, font, Place::Start, indent)
        .draw(m_canvas, rightToLeft() ? m_width - m_margin - indent : m_margin, m_bottom);
    lines.draw(m_canvas, rightToLeft() ? m_margin : m_margin + indent, m_bottom);
    m_bottom += lines.height();
}

void ReceiptColumn::row(const QString& label, const QFont& labelFont, const QString& value,
                        const QFont& valueFont) {
    const auto name = block(label, labelFont, Place::Start, inner());
    auto answer = block(value, valueFont, Place::End, inner());
    const auto beside = [&] {
        return name.lineCount() == 1 && name.naturalWidth() + kGap + answer.naturalWidth() <= inner();
    };
    if (!beside())
        answer = partedBlock(value, valueFont, Place::End);
    const auto answerTop =
        m_bottom + (beside() ? name.firstBaseline() - answer.firstBaseline() : name.height());
    name.draw(m_canvas, m_margin, m_bottom);
    answer.draw(m_canvas, m_margin, answerTop);
    m_bottom = std::max(m_bottom + name.height(), answerTop + answer.height());
}

void ReceiptColumn::framed(const QString& label, const QFont& labelFont, const QString& value,
                           const QFont& valueFont) {
    const auto width = inner() - 2 * kFramePadding;
    const auto above = block(label, labelFont, Place::Centre, width);
    auto font = valueFont;
    auto below = block(value, font, Place::Centre, width);
    while (below.lineCount() > 1 && font.pixelSize() > labelFont.pixelSize()) {
        font.setPixelSize(font.pixelSize() - 2);
        below = block(value, font, Place::Centre, width);
    }
    const auto height = above.height() + below.height() + kFramePadding;
    drawFrame(m_canvas, m_margin, m_bottom, inner(), height);
    above.draw(m_canvas, m_margin + kFramePadding, m_bottom + kFramePadding / 2);
    below.draw(m_canvas, m_margin + kFramePadding, m_bottom + kFramePadding / 2 + above.height());
    m_bottom += height;
}

void ReceiptColumn::rule(int thickness) {
    m_canvas.bar(m_margin, m_bottom, inner(), thickness);
    m_bottom += thickness;
}

void ReceiptColumn::dottedRule() {
    drawDottedLine(m_canvas, m_margin, m_bottom, inner());
    m_bottom += 2;
}

void ReceiptColumn::code(const QrCode& code, int side) {
    const auto module = std::max(1, std::min(side, inner()) / (code.size + 2 * kQrQuietZone));
    const auto quiet = module * kQrQuietZone;
    const auto size = module * code.size;
    drawCode(m_canvas, code, (m_width - size) / 2, m_bottom + quiet, module);
    m_bottom += size + 2 * quiet;
}

void ReceiptColumn::letterhead(const QFont& font) {
    const auto name = block(QStringLiteral("بلدي | Balady"), font, Place::Start, inner());
    const auto radius = font.pixelSize() * 3 / 4;
    const auto gap = radius / 2;
    const auto nameWidth = name.naturalWidth();
    const auto left = (m_width - (2 * radius + gap + nameWidth)) / 2;
    const auto middle = m_bottom + radius;
    const auto top = middle + font.pixelSize() * 7 / 20 - name.firstBaseline();
    // The text's box is as wide as the column, and the text stands at its start.
    const auto starX = rightToLeft() ? left + nameWidth + gap + radius : left + radius;
    const auto nameX = rightToLeft() ? left + nameWidth - inner() : left + 2 * radius + gap;
    drawStar(m_canvas, starX, middle, radius);
    name.draw(m_canvas, nameX, top);
    m_bottom += 2 * radius;
}

Bitmap ReceiptColumn::cutOff() {
    return m_canvas.cutOff(m_bottom);
}

} // namespace balady::layout
