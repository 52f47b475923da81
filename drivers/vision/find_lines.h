// findLines: where lines of print lie in a picture; the first, coarse step of reading a machine readable zone.
#pragma once

#include "drivers/vision/pyramid.h"
#include "drivers/vision/text_line.h"

#include <map>
#include <tuple>
#include <vector>

namespace balady::vision {

enum class Direction { Across, Upright }; ///< lines that run rather sideways, or rather up and down
enum class Print {
    Small,
    Large
}; ///< characters of about 1/120 … 1/60 of the picture's longer side, or twice that
enum class Contrast { Strong, Weak };
enum class Focus {
    Sharp,
    Soft
}; ///< Soft: out of focus, where the fine lines of security paper are gone and print is not

/// One picture, prepared once and searched as often as needed. Not thread-safe.
class LineSearch {
  public:
    static constexpr float kWorkingSide = 720, kFineSide = 1440;
    struct View {
        Focus focus = Focus::Sharp;
        /// Of the picture's longer side, in pixels: twice as many find print of half the size, for four times the work.
        float side = kWorkingSide;
        float turn =
            0; ///< degrees clockwise by which the picture is turned first; lines are found in the picture as it was
    };
    explicit LineSearch(const Pyramid& picture, const View& view);

    /// askewOf() the picture as it is searched.
    [[nodiscard]] float askew();

    /// Long straight lines of print, at most eight, the likeliest part of a zone first: lines that have a parallel
    /// line of their own length beside them. They are given as read from left to right or from top to bottom in the turned
    /// picture.
    /// Their heights are rough: refineLine() measures them. Searched for once; valid as long as this is.
    [[nodiscard]] const std::vector<TextLine>& find(Direction direction, Print print, Contrast contrast);

  private:
    struct Strokes {
        cv::Mat1b dark; ///< how much darker than its surroundings
        double threshold = 0;
    };
    [[nodiscard]] const Strokes& strokes(Print print);
    [[nodiscard]] std::vector<TextLine> lines(Direction direction, Print print, Contrast contrast);
    void turn(float degrees);

    cv::Mat1b m_small;
    float m_scale = 1;                       ///< pixels of m_small per pixel of the picture
    cv::Matx23f m_back = cv::Matx23f::eye(); ///< from m_small to where it was before it was turned
    Strokes m_strokes[2];
    std::map<std::tuple<Direction, Print, Contrast>, std::vector<TextLine>> m_found;
};

/// Measures where the print of a roughly found line begins and ends in height, at both ends and in the middle.
/// Gives the line back as it was if nothing like a line of print is there.
[[nodiscard]] TextLine refineLine(const Pyramid& picture, const TextLine& rough);

} // namespace balady::vision
