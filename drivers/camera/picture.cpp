#include "drivers/camera/picture.h"

#include "drivers/camera/jpeg.h"
#include "drivers/camera/wiped_mat.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace balady::camera {
namespace {

using ports::PictureProblem;

constexpr int kLongestSide = 2400;
constexpr std::size_t kLargestFile = std::size_t{2} * 1024 * 1024;
constexpr int kBestQuality = 88;
constexpr int kLeastQuality = 30;

/// Pictures are judged at this width, so that the thresholds mean the same for every camera.
constexpr int kJudgedWidth = 960;
constexpr double kDarkMean = 35;
/// White paper fills a picture without being overexposed; what is clipped has no shade left at all.
constexpr double kClippedShare = 0.6;
constexpr int kClipped = 253;
/// Grey levels of spread below which there is nothing to see.
constexpr double kEmptySpread = 6;
/// Sharpness is the variance of the Laplacian in the sharpest tenth of the tiles: plain areas are no fault.
constexpr int kTile = 60;
constexpr double kBlurredBelow = 60;

/// The frame's pixels as OpenCV takes them: it takes no constant memory, and does not write to what it reads from.
cv::Mat matOf(const ports::Frame& frame) {
    return {frame.height, frame.width, CV_8UC3, const_cast<std::uint8_t*>(frame.bgr->data())};
}

double spread(const cv::Mat& grey) {
    cv::Scalar mean, deviation;
    cv::meanStdDev(grey, mean, deviation);
    return deviation[0];
}

double sharpness(const cv::Mat& grey) {
    WipedMat edges;
    cv::Laplacian(grey, edges.mat, CV_32F);
    std::vector<double> tiles;
    for (int y = 0; y + kTile <= grey.rows; y += kTile)
        for (int x = 0; x + kTile <= grey.cols; x += kTile) {
            const double deviation = spread(edges.mat(cv::Rect(x, y, kTile, kTile)));
            tiles.push_back(deviation * deviation);
        }
    if (tiles.empty())
        return 0;
    const auto tenth = tiles.begin() + static_cast<std::ptrdiff_t>(tiles.size() * 9 / 10);
    std::nth_element(tiles.begin(), tenth, tiles.end());
    return *tenth;
}

/// `from`, or a smaller copy in `room` if a side is longer than `longest`.
const cv::Mat& noLargerThan(int longest, const cv::Mat& from, cv::Mat& room) {
    const int side = std::max(from.cols, from.rows);
    if (side <= longest)
        return from;
    const double scale = static_cast<double>(longest) / side;
    cv::resize(from, room, {}, scale, scale, cv::INTER_AREA);
    return room;
}

} // namespace

PictureProblem judge(const ports::Frame& picture) {
    const auto bgr = matOf(picture);
    WipedMat small, grey;
    cv::cvtColor(noLargerThan(kJudgedWidth, bgr, small.mat), grey.mat, cv::COLOR_BGR2GRAY);
    if (cv::mean(grey.mat)[0] < kDarkMean)
        return PictureProblem::TooDark;
    const auto pixels = static_cast<double>(grey.mat.total());
    if (cv::countNonZero(grey.mat >= kClipped) / pixels > kClippedShare)
        return PictureProblem::TooBright;
    if (spread(grey.mat) < kEmptySpread)
        return PictureProblem::Empty;
    if (sharpness(grey.mat) < kBlurredBelow)
        return PictureProblem::Blurred;
    return PictureProblem::None;
}

Result<Bytes> compress(const ports::Frame& picture) {
    WipedMat small;
    const auto bgr = matOf(picture);
    const auto& sent = noLargerThan(kLongestSide, bgr, small.mat);
    for (int quality = kBestQuality; quality >= kLeastQuality; quality -= 10) {
        auto jpeg = encodeJpeg(sent.data, sent.cols, sent.rows, quality);
        if (!jpeg || jpeg->size() <= kLargestFile)
            return jpeg;
    }
    return Fault{FaultCode::HardwareError, "picture does not compress"};
}

} // namespace balady::camera
