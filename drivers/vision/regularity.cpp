#include "drivers/vision/regularity.h"

#include "drivers/vision/line_strip.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <numeric>
#include <span>

namespace balady::vision {
namespace {

constexpr int kRows = 24;                    ///< of the strip: a rough line lies a little higher or lower
constexpr int kNearest = 10, kFurthest = 26; ///< columns from one character to the next; see kStripBodyHeight
constexpr int kShading = 31;                 ///< columns over which what is darker is no stroke
constexpr int kParts = 4;             ///< of a line: seen in perspective, its characters come closer together
constexpr float kLeastEnergy = 1e-6F; ///< an even grey is not regular

/// The best correlation of a row's part with itself one character further, less the one half a character further: what is
/// merely smooth is like itself there, too.
float selfLikeness(std::span<const float> values) {
    const auto count = static_cast<int>(values.size());
    const float energy = std::inner_product(values.begin(), values.end(), values.begin(), kLeastEnergy);
    std::array<float, kFurthest + 1> likeness{}; // so many columns further
    float most = 0;
    for (int step = kNearest / 2; step <= std::min(kFurthest, count / 2); ++step) {
        const float product = std::inner_product(values.begin() + step, values.end(), values.begin(), 0.F);
        likeness.at(step) = product / energy * static_cast<float>(count) / static_cast<float>(count - step);
        if (step >= kNearest)
            most = std::max(most, likeness.at(step) - std::max(0.F, likeness.at(step / 2)));
    }
    return most;
}

} // namespace

float regularityOf(const Pyramid& picture, const TextLine& line) {
    cv::Mat1f ink, shading;
    cv::reduce(straighten(picture, line, kRows, 0), ink, 0, cv::REDUCE_AVG);
    cv::blur(ink, shading, {kShading, 1}, {-1, -1}, cv::BORDER_REFLECT);
    ink -= shading;
    float sum = 0;
    for (int part = 0; part < kParts; ++part) {
        const int from = ink.cols * part / kParts, to = ink.cols * (part + 1) / kParts;
        sum += selfLikeness({ink.ptr<float>() + from, ink.ptr<float>() + to});
    }
    return sum / kParts;
}

} // namespace balady::vision
