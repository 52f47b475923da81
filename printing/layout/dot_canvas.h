// DotCanvas: a roll of paper that grows downwards, blackened dot by dot. Private to printing/layout; any thread, one
// at a time.
#pragma once

#include "printing/layout/bitmap.h"

namespace balady::layout {

/// What falls above the first row or beside the roll is not drawn. A dot is black when its middle is inside a shape.
class DotCanvas {
  public:
    explicit DotCanvas(int widthDots);

    [[nodiscard]] int width() const { return m_roll.widthDots; }

    /// Dots [left, right) of one row.
    void span(int left, int right, int y, bool black = true);
    void bar(int left, int top, int width, int height, bool black = true);
    /// A bar with quarters of a circle as its corners; a disc, if `radius` is half of its sides.
    void roundedBar(int left, int top, int width, int height, int radius, bool black = true);
    /// Blackens what is black in `stamp`; its white is left as it is.
    void stamp(const Bitmap& stamp, int left, int top);

    /// The roll from its first row to `height`; the canvas is empty afterwards.
    [[nodiscard]] Bitmap cutOff(int height);

  private:
    [[nodiscard]] std::uint8_t* row(int y);

    Bitmap m_roll;
};

} // namespace balady::layout
