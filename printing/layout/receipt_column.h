// ReceiptColumn: a roll of paper that grows downwards as texts, rows, frames and codes are put on it. Private
// to printing/layout; any thread, one at a time.
#pragma once

#include "printing/layout/dot_canvas.h"
#include "printing/layout/qr_code.h"
#include "printing/layout/text_block.h"

#include <QFont>
#include <QString>

namespace balady::layout {

class ReceiptColumn {
  public:
    ReceiptColumn(int widthDots, Qt::LayoutDirection direction);

    void space(int dots) { m_bottom += dots; }
    /// A paragraph; if it is too long for one line, broken at each " - " and then where it must be.
    void paragraph(const QString& text, const QFont& font, Place place);
    /// A paragraph with a mark before its first line.
    void marked(const QString& text, const QFont& font, int indent);
    /// A paragraph with a short text, such as its number, before its first line.
    void marked(const QString& mark, const QString& text, const QFont& font, int indent);
    /// A label at the start and its value at the end: beside each other if they fit, the value in two parts
    /// at " - " if that helps (two calendars), else one above the other.
    void row(const QString& label, const QFont& labelFont, const QString& value, const QFont& valueFont);
    /// A value that must be found at a glance: its label above it, a frame around both. Shrinks to stay on
    /// one line.
    void framed(const QString& label, const QFont& labelFont, const QString& value, const QFont& valueFont);
    /// A line from margin to margin.
    void rule(int thickness);
    /// A fine line of dots from margin to margin.
    void dottedRule();
    /// As large as fits into `side` dots with its quiet zone, on whole dots.
    void code(const QrCode& code, int side);
    /// The letterhead: an eight-pointed star and the platform's name in both scripts.
    void letterhead(const QFont& font);

    /// The paper as far as it was filled; the column is empty afterwards.
    [[nodiscard]] Bitmap cutOff();

  private:
    [[nodiscard]] TextBlock block(const QString& text, const QFont& font, Place place, int width) const;
    /// A new line instead of each " - ": two calendars, amana and municipality.
    [[nodiscard]] TextBlock partedBlock(const QString& text, const QFont& font, Place place) const;
    [[nodiscard]] int inner() const { return m_width - 2 * m_margin; }
    [[nodiscard]] bool rightToLeft() const { return m_direction == Qt::RightToLeft; }

    DotCanvas m_canvas;
    int m_width;
    int m_margin;
    Qt::LayoutDirection m_direction;
    int m_bottom = 0;
};

} // namespace balady::layout
