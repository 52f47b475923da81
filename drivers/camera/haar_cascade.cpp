#include "drivers/camera/haar_cascade.h"

#include "drivers/camera/wiped_mat.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace balady::camera {
namespace {

constexpr double kGrowth = 1.15;   ///< from one size of the window to the next
constexpr double kPlain = 10;      ///< grey levels of deviation: with less, there is nothing in the window
constexpr double kSame = 0.2;      ///< of the side: boxes that differ by less are one
constexpr float kRounding = 1e-5F; ///< that OpenCV allows for

template <class T>
std::vector<T> taken(std::span<const std::uint8_t>& from, std::int32_t count) {
    std::vector<T> out(static_cast<std::size_t>(count));
    const auto size = out.size() * sizeof(T);
    CV_Assert(size <= from.size());
    std::memcpy(out.data(), from.data(), size);
    from = from.subspan(size);
    return out;
}

bool same(const cv::Rect& a, const cv::Rect& b) {
    const double apart = kSame * std::min(a.width, b.width);
    return std::abs(a.x - b.x) <= apart && std::abs(a.y - b.y) <= apart &&
           std::abs(a.x + a.width - b.x - b.width) <= apart;
}

std::vector<Hit> agreed(const std::vector<cv::Rect>& boxes, int votes) {
    if (boxes.empty()) // OpenCV would look at the first
        return {};
    std::vector<int> groups;
    const int count = cv::partition(boxes, groups, same);
    std::vector<cv::Rect2d> sums(static_cast<std::size_t>(count));
    std::vector<Hit> hits(sums.size());
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const auto group = static_cast<std::size_t>(groups[i]);
        auto& sum = sums[group];
        sum = {sum.x + boxes[i].x, sum.y + boxes[i].y, sum.width + boxes[i].width,
               sum.height + boxes[i].height};
        ++hits[group].votes;
    }
    for (std::size_t i = 0; i < hits.size(); ++i) {
        const double n = hits[i].votes;
        hits[i].box = {cvRound(sums[i].x / n), cvRound(sums[i].y / n), cvRound(sums[i].width / n),
                       cvRound(sums[i].height / n)};
    }
    std::erase_if(hits, [&](const Hit& hit) { return hit.votes < votes; });
    std::ranges::sort(hits, std::greater{}, &Hit::votes);
    return hits;
}

/// The sum of what is between four corners of an integral image.
int between(const int* image, const std::array<std::int32_t, 4>& at) {
    return image[at[0]] - image[at[1]] - image[at[2]] + image[at[3]];
}

} // namespace

HaarCascade::HaarCascade(std::span<const std::uint8_t> packed) {
    const auto header = taken<std::int32_t>(packed, 7);
    m_window = {header[0], header[1]};
    m_stages = taken<Stage>(packed, header[2]);
    m_trees = taken<std::int32_t>(packed, header[3]);
    m_nodes = taken<Node>(packed, header[4]);
    m_leaves = taken<float>(packed, header[5]);
    m_features = taken<Feature>(packed, header[6]);
}

std::vector<HaarCascade::Corners> HaarCascade::cornersFor(std::int32_t row) const {
    std::vector<Corners> out;
    out.reserve(m_features.size());
    for (const auto& feature : m_features) {
        auto& made = out.emplace_back();
        made.tilted = feature.tilted != 0;
        for (std::size_t i = 0; i < 3; ++i) {
            const auto& box = feature.boxes[i];
            const auto at = [&](std::int32_t right, std::int32_t down) {
                return (box.y + down) * row + box.x + right;
            };
            const auto w = box.width, h = box.height;
            made.weights[i] = box.weight;
            using Four = std::array<std::int32_t, 4>;
            made.at[i] = made.tilted // its sides run at 45 degrees, from the topmost corner on
                             ? Four{at(0, 0), at(-h, h), at(w, w), at(w - h, w + h)}
                             : Four{at(0, 0), at(w, 0), at(0, h), at(w, h)};
        }
    }
    return out;
}

bool HaarCascade::accepts(const std::vector<Corners>& features, const int* sum, const int* tilted,
                          float deviation) const {
    const auto* tree = m_trees.data();
    const auto* node = m_nodes.data();
    const auto* leaf = m_leaves.data();
    for (const auto& stage : m_stages) {
        float total = 0;
        for (int i = 0; i < stage.trees; ++i, ++tree) {
            int at = 0;
            do {
                const auto& here = node[at];
                const auto& feature = features[static_cast<std::size_t>(here.feature)];
                const auto* image = feature.tilted ? tilted : sum;
                float value = feature.weights[0] * static_cast<float>(between(image, feature.at[0])) +
                              feature.weights[1] * static_cast<float>(between(image, feature.at[1]));
                if (feature.weights[2] != 0)
                    value += feature.weights[2] * static_cast<float>(between(image, feature.at[2]));
                at = value < here.threshold * deviation ? here.left : here.right;
            } while (at > 0);
            total += leaf[-at];
            node += *tree;
            leaf += *tree + 1;
        }
        if (total < stage.threshold - kRounding)
            return false;
    }
    return true;
}

std::vector<Hit> HaarCascade::find(const cv::Mat& grey, const Search& search) const {
    const double first = static_cast<double>(search.smallest) / m_window.width;
    const cv::Size room(cvCeil(grey.cols / first) + 1, cvCeil(grey.rows / first) + 1);
    WipedMat sums, squares, slants,
        shrunk; // of the largest size; the others use a part, so that a row stays as long
    sums.mat.create(room, CV_32S);
    squares.mat.create(room, CV_64F);
    slants.mat.create(room, CV_32S);
    shrunk.mat.create(room, CV_8U);
    const auto features = cornersFor(room.width);
    const cv::Rect inner(1, 1, m_window.width - 2, m_window.height - 2);
    std::vector<cv::Rect> boxes;
    for (double scale = first; m_window.width * scale <= search.largest; scale *= kGrowth) {
        const cv::Size size(cvFloor(grey.cols / scale), cvFloor(grey.rows / scale));
        if (size.width <= m_window.width || size.height <= m_window.height)
            break;
        const cv::Rect whole({0, 0}, size), edged(0, 0, size.width + 1, size.height + 1);
        cv::Mat small = shrunk.mat(whole), sum = sums.mat(edged), square = squares.mat(edged),
                slant = slants.mat(edged);
        cv::resize(grey, small, size, 0, 0, cv::INTER_LINEAR_EXACT);
        cv::integral(small, sum, square, slant, CV_32S, CV_64F);
        const int step = scale >= search.everyPixelFrom ? 1 : 2;
        const cv::Mat_<int> sumOf(sum);
        const cv::Mat_<double> squareOf(square);
        for (int y = 0; y + m_window.height < size.height; y += step)
            for (int x = 0; x + m_window.width < size.width; x += step) {
                const cv::Rect part = inner + cv::Point(x, y);
                const auto inside = [&](const auto& image) {
                    return static_cast<double>(image(part.y, part.x)) - image(part.y, part.x + part.width) -
                           image(part.y + part.height, part.x) +
                           image(part.y + part.height, part.x + part.width);
                };
                const double all = inside(sumOf);
                const double area = part.area();
                const double spread = area * inside(squareOf) - all * all;
                const double deviation = spread > 0 ? std::sqrt(spread) : 0;
                if (deviation > kPlain * area && accepts(features, sum.ptr<int>(y) + x, slant.ptr<int>(y) + x,
                                                         static_cast<float>(deviation)))
                    boxes.emplace_back(cvRound(x * scale), cvRound(y * scale),
                                       cvRound(m_window.width * scale), cvRound(m_window.height * scale));
            }
    }
    return agreed(boxes, search.votes);
}

} // namespace balady::camera
