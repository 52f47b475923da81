#include "drivers/vision/pyramid.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace balady::vision {
namespace {

constexpr int kSmallestSide = 720; ///< pixels of the longer side that no level goes below

} // namespace

Pyramid::Pyramid(const cv::Mat1b& whole) : m_levels{{whole, 1.F}} {
    while (std::max(smallest().grey.cols, smallest().grey.rows) >= 2 * kSmallestSide) {
        const auto& above = smallest().grey;
        // An odd last row or column is left out, so that every pixel is the mean of exactly four.
        const cv::Size half{above.cols / 2, above.rows / 2};
        if (half.empty())
            return;
        cv::Mat1b grey;
        cv::resize(above(cv::Rect(0, 0, 2 * half.width, 2 * half.height)), grey, half, 0, 0, cv::INTER_AREA);
        m_levels.push_back({grey, smallest().scale / 2});
    }
}

const Pyramid::Level& Pyramid::levelFor(float length, float atLeast) const {
    auto level = m_levels.rbegin();
    while (level + 1 != m_levels.rend() && length * level->scale < atLeast)
        ++level;
    return *level;
}

} // namespace balady::vision
