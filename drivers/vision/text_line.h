// TextLine: where one line of print lies in a picture.
#pragma once

#include <opencv2/core.hpp>

namespace balady::vision {

/// The middle of the line's print, from its first to its last character, in pixels of the picture. The reading
/// direction is from `left` to `right`, whatever the picture's rotation.
struct TextLine {
    cv::Point2f left;
    cv::Point2f right;
    float heightLeft = 0;  ///< of the digits at `left`, pixels
    float heightRight = 0; ///< the same at `right`: perspective makes them differ
    float sag = 0;         ///< how far the middle of the line lies below the straight one, pixels

    [[nodiscard]] cv::Point2f along() const { return right - left; }
    [[nodiscard]] float length() const { return static_cast<float>(cv::norm(along())); }
    [[nodiscard]] float meanHeight() const { return (heightLeft + heightRight) / 2; }
    /// The unit vector to below the line, as its reader sees it.
    [[nodiscard]] cv::Point2f down() const { return cv::Point2f{-along().y, along().x} / length(); }
    /// The same print read from the other end.
    [[nodiscard]] TextLine upsideDown() const { return {right, left, heightRight, heightLeft, -sag}; }
};

} // namespace balady::vision
