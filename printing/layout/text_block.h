// TextBlock: a text broken into lines that stand on whole dots. Private to printing/layout.
#pragma once

#include "printing/layout/dot_canvas.h"

#include <QFont>
#include <QString>
#include <QTextLayout>
#include <memory>

namespace balady::layout {

/// Where a text stands between its margins. Start is right in Arabic and left in English.
enum class Place { Start, Centre, End };

/// Each line begins on a whole dot; the base lines are at even distances whatever fonts the letters come from.
class TextBlock {
  public:
    TextBlock(const QString& text, const QFont& font, Qt::LayoutDirection direction, Place place, int width);

    [[nodiscard]] int lineCount() const { return m_layout->lineCount(); }
    [[nodiscard]] int height() const { return m_pitch * m_layout->lineCount(); }
    /// From the block's top to the first base line.
    [[nodiscard]] int firstBaseline() const { return m_baseline; }
    /// Of the widest line.
    [[nodiscard]] int naturalWidth() const;
    void draw(DotCanvas& canvas, int left, int top) const;

  private:
    std::unique_ptr<QTextLayout> m_layout;
    int m_pitch;
    int m_baseline;
};

} // namespace balady::layout
