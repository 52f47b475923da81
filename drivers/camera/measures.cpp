#include "drivers/camera/measures.h"

#include "drivers/camera/wiped_mat.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <vector>

namespace balady::camera {
namespace {

constexpr int kTile = 60;

} // namespace

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

const cv::Mat& noLargerThan(int longest, const cv::Mat& from, cv::Mat& room) {
    const int side = std::max(from.cols, from.rows);
    if (side <= longest)
        return from;
    const double scale = static_cast<double>(longest) / side;
    cv::resize(from, room, {}, scale, scale, cv::INTER_AREA);
    return room;
}

} // namespace balady::camera
