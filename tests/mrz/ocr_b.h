// OcrB: the typeface of machine readable zones as outlines, drawn with the variations that printing brings.
#pragma once

#include <opencv2/core.hpp>

#include <memory>

namespace balady::tests {

/// How one document's printer draws the typeface. Lengths are parts of the pitch.
struct OcrBStyle {
    double digitHeight = 1.06; ///< of the digits
    double letterHeight = 1.0; ///< of capital letters, part of the digits'
    double width = 1.0;        ///< of every character, part of the typeface's own
    double weight = 0;         ///< added to the strokes' width; negative is lighter
    double slant = 0;          ///< columns to the right per row upwards
    double fillerSize = 1.0;   ///< of '<', part of the typeface's own
    double fillerDrop = 0;     ///< how much lower it stands
    bool sharp = false;        ///< strokes end square instead of round
    double bend = 0;           ///< by how much the outlines stray from the typeface's, as other cuts of it do
    double bendPhase = 0;      ///< 0 … 1: which other cut that is
};

class OcrB {
  public:
    /// Opens both cuts of Debian's fonts-ocr-b. Throws std::runtime_error where it is not installed.
    OcrB();
    ~OcrB();

    /// Adds the ink of a character (0 … 1) to `ink`. Its cell is centred at `middle`, the middle of the digits'
    /// height; `pitch` is in pixels.
    void draw(cv::Mat1f& ink, char glyph, cv::Point2d middle, double pitch, const OcrBStyle& style) const;

  private:
    struct Face;
    std::unique_ptr<Face> m_face;
};

} // namespace balady::tests
