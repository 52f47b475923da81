#include "drivers/vision/line_strip.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace balady::vision {
namespace {

constexpr float kReach = 60; ///< columns before the first and behind the last character
constexpr int kWidest = 1600;
constexpr int kContrastWindow = 57; ///< columns over which brightness and contrast are evened out
constexpr int kCharacterWidth = 17; ///< columns
constexpr float kFaded = 0.85F; ///< part of the usual contrast below which glare has taken some of a stroke
constexpr float kLeastDeviation = 2.5F; ///< grey levels; below it there is only noise to amplify

float medianInside(const cv::Mat1f& row) {
    const auto rim = std::min(static_cast<std::ptrdiff_t>(kReach), static_cast<std::ptrdiff_t>(row.cols) / 3);
    std::vector<float> inside(row.begin() + rim, row.end() - rim);
    const auto middle = inside.begin() + static_cast<std::ptrdiff_t>(inside.size() / 2);
    std::ranges::nth_element(inside, middle);
    return *middle;
}

/// LineStrip::clearness. Glare takes strokes away where it is strongest, often the upper or lower halves of a few characters,
/// and what is left is another character: the ink of each half is compared with the ink that this half has along the line.
std::vector<float> clearnessOf(const cv::Mat1f& strip) {
    constexpr int kMiddle = kStripHeight / 2, kHalf = static_cast<int>(kStripBodyHeight) / 2 + 1;
    const cv::Size characterWide{kCharacterWidth, 1};
    cv::Mat1f paper;
    cv::reduce(strip.rowRange(kMiddle - kHalf, kMiddle + kHalf), paper, 0, cv::REDUCE_MAX);
    cv::blur(paper, paper, characterWide, {-1, -1}, cv::BORDER_REFLECT);
    const float usualPaper = medianInside(paper);
    std::vector<float> out(static_cast<std::size_t>(strip.cols), 1);
    for (const int from : {kMiddle - kHalf, kMiddle}) {
        cv::Mat1f ink, contrast;
        cv::reduce(strip.rowRange(from, from + kHalf), ink, 0, cv::REDUCE_MIN);
        cv::erode(ink, ink, cv::getStructuringElement(cv::MORPH_RECT, characterWide));
        cv::subtract(paper, ink, contrast);
        const float enough = std::max(kLeastDeviation, kFaded * medianInside(contrast));
        for (int x = 0; x < strip.cols; ++x)
            if (paper(x) > usualPaper) // what lies in the shadow has less contrast and all its strokes
                out[static_cast<std::size_t>(x)] =
                    std::clamp(contrast(x) / enough, 0.F, out[static_cast<std::size_t>(x)]);
    }
    return out;
}

/// Brightness and contrast become those of the surroundings of each column: shadows and glare cancel out.
void evenOut(cv::Mat1f& strip) {
    cv::Mat1f mean, square;
    cv::reduce(strip, mean, 0, cv::REDUCE_AVG);
    cv::reduce(strip.mul(strip), square, 0, cv::REDUCE_AVG);
    cv::blur(mean, mean, {kContrastWindow, 1}, {-1, -1}, cv::BORDER_REFLECT);
    cv::blur(square, square, {kContrastWindow, 1}, {-1, -1}, cv::BORDER_REFLECT);
    for (int column = 0; column < strip.cols; ++column) {
        const float middle = mean(column);
        const float deviation = std::sqrt(std::max(0.F, square(column) - middle * middle)) + kLeastDeviation;
        for (int row = 0; row < strip.rows; ++row)
            strip(row, column) = std::clamp((strip(row, column) - middle) / deviation, -3.F, 3.F);
    }
}

} // namespace

cv::Point2f LineStrip::inPicture(float column) const {
    return line.at(line.placeOf((column - firstColumn) / (scale * line.length())));
}

float LineStrip::columnOf(cv::Point2f point) const {
    const auto along = line.along();
    const float place = (point - line.left).dot(along) / along.dot(along);
    return firstColumn + line.partAt(place) * line.length() * scale;
}

cv::Mat1f straighten(const Pyramid& picture, const TextLine& line, int rows, float reachColumns) {
    const float length = line.length();
    const float scale = kStripBodyHeight / line.meanHeight();
    const int width =
        std::clamp((static_cast<int>(length * scale + 2 * reachColumns) + 3) / 4 * 4, 8, kWidest);
    // A picture finer than the strip is cut finer and averaged: skipping pixels would lose thin strokes.
    const auto& level = picture.levelFor(line.meanHeight(), kStripBodyHeight);
    const int finer = std::clamp(static_cast<int>(std::lround(level.scale / scale)), 1, 4);
    cv::Mat1f mapX(rows * finer, width * finer), mapY(rows * finer, width * finer);
    const auto down = line.down();
    for (int column = 0; column < mapX.cols; ++column) {
        const float x = (static_cast<float>(column) + 0.5F) / static_cast<float>(finer) - 0.5F;
        const float at = line.placeOf((x - reachColumns) / (scale * length));
        const auto middle = line.at(at);
        const float height = line.heightLeft + at * (line.heightRight - line.heightLeft);
        const float step = std::max(height, 1.F) / kStripBodyHeight;
        for (int row = 0; row < mapX.rows; ++row) {
            const float y =
                (static_cast<float>(row) + 0.5F) / static_cast<float>(finer) - static_cast<float>(rows) / 2;
            const auto point = level.at(middle + y * step * down);
            mapX(row, column) = point.x;
            mapY(row, column) = point.y;
        }
    }
    cv::Mat1b cut;
    cv::remap(level.grey, cut, mapX, mapY, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    if (finer > 1)
        cv::resize(cut, cut, {width, rows}, 0, 0, cv::INTER_AREA);
    cv::Mat1f out;
    cut.convertTo(out, CV_32F);
    return out;
}

LineStrip cutStrip(const Pyramid& picture, const TextLine& line) {
    LineStrip strip{straighten(picture, line, kStripHeight, kReach),
                    line,
                    {},
                    kReach,
                    kStripBodyHeight / line.meanHeight()};
    strip.clearness = clearnessOf(strip.pixels);
    evenOut(strip.pixels);
    return strip;
}

} // namespace balady::vision
