// TextLine: where one line of print lies in a picture.
#pragma once

#include <opencv2/core.hpp>

#include <algorithm>

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
    /// Where on the line, from 0 at `left` to 1 at `right`, so many parts of its characters lie before: what is
    /// further away is smaller and closer together.
    [[nodiscard]] float placeOf(float part) const {
        return part * heightLeft / (heightRight - part * (heightRight - heightLeft));
    }
    /// The other way round.
    [[nodiscard]] float partAt(float place) const {
        return place * heightRight / (heightLeft + place * (heightRight - heightLeft));
    }
    /// The middle of the print there.
    [[nodiscard]] cv::Point2f at(float place) const {
        return left + place * along() + 4 * place * (1 - place) * sag * down();
    }
    /// The line as it goes on at its ends, by parts of its length.
    [[nodiscard]] TextLine extended(float before, float behind) const {
        const float slope = heightRight - heightLeft, longer = 1 + before + behind, least = meanHeight() / 2;
        return {at(-before), at(1 + behind), std::max(least, heightLeft - before * slope),
                std::max(least, heightRight + behind * slope), sag * longer * longer};
    }
    /// The same print read from the other end.
    [[nodiscard]] TextLine upsideDown() const { return {right, left, heightRight, heightLeft, -sag}; }
};

} // namespace balady::vision
