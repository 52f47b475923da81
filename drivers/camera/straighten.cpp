#include "drivers/camera/straighten.h"

#include "drivers/camera/frame_mat.h"
#include "drivers/camera/pixels.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace balady::camera {
namespace {

/// As long as the longer of two opposite sides: nothing that was seen is lost.
int length(const cv::Point2f& a, const cv::Point2f& b, const cv::Point2f& c, const cv::Point2f& d) {
    return std::max(1, static_cast<int>(std::lround(std::max(cv::norm(b - a), cv::norm(d - c)))));
}

} // namespace

ports::Frame straighten(const ports::Frame& picture, const model::Outline& outline) {
    std::array<cv::Point2f, 4> from;
    std::ranges::transform(outline, from.begin(), [&](const model::Spot& spot) {
        return cv::Point2f(spot.x * static_cast<float>(picture.width),
                           spot.y * static_cast<float>(picture.height));
    });
    const int width = std::min(length(from[0], from[1], from[3], from[2]), picture.width + picture.height);
    const int height = std::min(length(from[1], from[2], from[0], from[3]), picture.width + picture.height);
    const auto right = static_cast<float>(width), bottom = static_cast<float>(height);
    const std::array<cv::Point2f, 4> to{{{0, 0}, {right, 0}, {right, bottom}, {0, bottom}}};
    auto pixels = wipedPixels(width, height);
    cv::Mat straight(height, width, CV_8UC3, pixels->data());
    cv::warpPerspective(matOf(picture), straight, cv::getPerspectiveTransform(from.data(), to.data()),
                        straight.size(), cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    return {width, height, std::move(pixels), picture.sequence};
}

} // namespace balady::camera
