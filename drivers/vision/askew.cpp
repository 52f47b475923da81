#include "drivers/vision/askew.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace balady::vision {
namespace {

constexpr float kStep = 2; ///< degrees between the directions that are tried
constexpr std::size_t kEnoughInk = 6000;

/// Where print is, in half of the picture's size and as seen from its middle; not more points than are needed.
std::vector<cv::Point2f> inkOf(const cv::Mat1b& dark, double threshold) {
    if (dark.rows < 2 || dark.cols < 2) // a thread of a picture
        return {};
    cv::Mat1b half;
    cv::resize(dark, half, {}, 0.5, 0.5, cv::INTER_AREA);
    std::vector<cv::Point> all;
    cv::findNonZero(half > threshold, all);
    const std::size_t every = all.size() / kEnoughInk + 1;
    std::vector<cv::Point2f> ink;
    for (std::size_t i = 0; i < all.size(); i += every)
        ink.push_back(cv::Point2f(all[i] - cv::Point(half.size() / 2)));
    return ink;
}

} // namespace

float askewOf(const cv::Mat1b& dark, double threshold) {
    const auto ink = inkOf(dark, threshold);
    // Looked at along its lines, print has rows that are full and rows that are empty.
    const float middle = std::hypot(static_cast<float>(dark.cols), static_cast<float>(dark.rows)) / 4 + 2;
    std::vector<float> rows(static_cast<std::size_t>(2 * middle) + 2);
    float most = 0, found = 0;
    for (float degrees = -45; degrees < 135; degrees += kStep) {
        const float radians = degrees * static_cast<float>(CV_PI) / 180;
        const cv::Point2f down(-std::sin(radians), std::cos(radians));
        std::ranges::fill(rows, 0.F);
        for (const auto& point : ink) {
            // Two rows share a point, or the raster of the pixels would show at 45 degrees.
            const float row = middle + point.dot(down);
            const auto above = static_cast<std::size_t>(row);
            const float part = row - static_cast<float>(above);
            rows[above] += 1 - part;
            rows[above + 1] += part;
        }
        float unevenness = 0;
        for (std::size_t i = 3; i < rows.size(); ++i) {
            const float step = rows[i] + rows[i - 1] - rows[i - 2] - rows[i - 3];
            unevenness += step * step;
        }
        if (unevenness > most) {
            most = unevenness;
            found = degrees;
        }
    }
    return found < 45 ? -found : 90 - found;
}

} // namespace balady::vision
