// Receipt shapes: the few kinds of marks that stand on a receipt, each with its place, and how each is drawn.
// Private to printing/layout.
#pragma once

#include "printing/layout/qr_code.h"

#include <QFont>
#include <QPainter>
#include <QString>
#include <QTextLayout>
#include <memory>
#include <variant>

namespace balady::layout {

/// Where a text stands between its margins. Start is right in Arabic and left in English.
enum class Place { Start, Centre, End };

/// A text broken into lines, each beginning on a whole dot, its baselines at even distances whatever fonts
/// its letters come from.
class TextBlock {
  public:
    TextBlock(const QString& text, const QFont& font, Qt::LayoutDirection direction, Place place, int width);

    [[nodiscard]] int lineCount() const { return m_layout->lineCount(); }
    [[nodiscard]] int height() const { return m_pitch * m_layout->lineCount(); }
    /// From the block's top to the first baseline.
    [[nodiscard]] int firstBaseline() const { return m_baseline; }
    /// Of the widest line.
    [[nodiscard]] int naturalWidth() const;
    void draw(QPainter& painter, QPoint topLeft) const;

  private:
    std::unique_ptr<QTextLayout> m_layout;
    int m_pitch;
    int m_baseline;
};

struct Text {
    TextBlock block;
    QPoint topLeft;
};
struct Bar {
    QRect area;
};
struct Frame {
    QRect area;
    int thickness;
    int radius;
};
/// Two-dot squares on a line.
struct DottedLine {
    QPoint from;
    int length;
};
struct Bullet {
    QPoint centre;
    int radius;
};
/// A city inside an eight-pointed star: the paper's own sign, nobody's logo.
struct Star {
    QPoint centre;
    int radius;
};
struct CodeSquare {
    QrCode code;
    QPoint topLeft;
    int module;
};
using Shape = std::variant<Text, Bar, Frame, DottedLine, Bullet, Star, CodeSquare>;

/// A shape and the rows that it touches.
struct PlacedItem {
    int top;
    int height;
    Shape shape;
};

/// Black on the painter's white ground.
void draw(QPainter& painter, const Shape& shape);

} // namespace balady::layout
