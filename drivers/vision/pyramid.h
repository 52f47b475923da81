// Pyramid: a picture with its half, its quarter and so on, so that a large one costs no more than a small one.
#pragma once

#include <opencv2/core.hpp>

#include <vector>

namespace balady::vision {

/// All coordinates outside of this class are those of the whole picture. Not changed once made: thread-safe.
class Pyramid {
  public:
    /// Keeps a reference to the pixels, which have to outlive it.
    explicit Pyramid(const cv::Mat1b& whole);

    struct Level {
        cv::Mat1b grey;
        float scale; ///< pixels of this level per pixel of the whole picture

        /// The point of this level that shows a point of the whole picture.
        [[nodiscard]] cv::Point2f at(cv::Point2f point) const {
            const cv::Point2f half{0.5F, 0.5F}; // pixels are counted from their middles
            return (point + half) * scale - half;
        }
    };
    /// The smallest level on which something of `length` pixels still has `atLeast` of them; otherwise the whole.
    [[nodiscard]] const Level& levelFor(float length, float atLeast) const;
    [[nodiscard]] const Level& smallest() const { return m_levels.back(); }
    [[nodiscard]] const cv::Mat1b& whole() const { return m_levels.front().grey; }

  private:
    std::vector<Level> m_levels;
};

} // namespace balady::vision
