// LineStrip: one line of print, straightened to the size that the glyph network reads.
#pragma once

#include "drivers/vision/pyramid.h"
#include "drivers/vision/text_line.h"

#include <vector>

namespace balady::vision {

constexpr int kStripHeight = 28;          ///< rows of a strip
constexpr float kStripBodyHeight = 17.5F; ///< rows that a digit fills

/// A strip reaches beyond both ends of its line, so that a character that the line was cut short of is still seen.
struct LineStrip {
    cv::Mat1f pixels; ///< kStripHeight rows, a multiple of 4 columns; contrast is normalized to about -3 … 3
    TextLine line;    ///< what was cut
    /// For each column 1, or less where light has bleached the print: that much less is what is seen there to be believed.
    std::vector<float> clearness;
    float firstColumn = 0; ///< the column where the line's left end lies
    float scale = 1;       ///< columns of the strip per pixel of the picture

    /// The point of the picture that the middle row shows at `column`.
    [[nodiscard]] cv::Point2f inPicture(float column) const;
    /// The column that is nearest to a point of the picture.
    [[nodiscard]] float columnOf(cv::Point2f point) const;
};

/// Cuts the strip of `line` out of a grey picture; what lies outside the picture is continued from its edge.
[[nodiscard]] LineStrip cutStrip(const Pyramid& picture, const TextLine& line);

/// Grey values of the line's surroundings, straightened to `rows` rows at the scale of a strip, the line in the
/// middle; not normalized. `firstColumn` is as in LineStrip.
[[nodiscard]] cv::Mat1f straighten(const Pyramid& picture, const TextLine& line, int rows,
                                   float reachColumns);

} // namespace balady::vision
