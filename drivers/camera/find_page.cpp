#include "drivers/camera/find_page.h"

#include "drivers/camera/frame_mat.h"
#include "drivers/camera/measures.h"
#include "drivers/camera/wiped_mat.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>
#include <vector>

namespace balady::camera {
namespace {

using Corners = std::array<cv::Point2f, 4>;
using Contour = std::vector<cv::Point>;
using model::PageFlaw;
using model::PageSight;

constexpr int kWorkingSide = 640; ///< px of the longer side of the picture that is searched
/// No camera's pictures are smaller, or more slender.
constexpr int kLeastSide = 64;
constexpr int kMostSlender = 8;
/// How far a sheet's pixels are from the colour of what it lies on, in grey levels of the channel that differs most. A
/// shadow on the mat differs by less.
constexpr double kLeastContrast = 34;
constexpr double kMostContrast = 90;
constexpr double kOfBest =
    0.45; ///< of Otsu's threshold: a sheet may have dark parts, its mat has no bright ones
/// Shares of the picture, of its outline's hull, of its four-cornered figure.
constexpr double kSmallest = 0.04;
constexpr double kLeastSolid = 0.92;
constexpr double kLeastFilled = 0.9;
/// Cosine of 55 degrees: a sheet's corners stay near right angles, however it lies.
constexpr double kMostSlant = 0.574;
constexpr int kBorder = 2;         ///< px: what comes as near to the picture's edge goes on beyond it
constexpr int kLeastOnBorder = 12; ///< points of a contour
/// The brightest tenth of a page is its paper, or as bright as its ink needs.
constexpr double kPaperShare = 0.9;
constexpr int kDarkPaper = 80;
/// A lamp's reflection leaves no shade at all, in a spot that print could not have; white paper itself is darker.
constexpr int kReflecting = 252;
constexpr int kWhitePage = 244;
constexpr double kGlareShare = 0.006;

using Histogram = std::array<int, 256>;

/// The level below which this share of all counted pixels is.
int levelAt(const Histogram& histogram, double share) {
    const double wanted = share * std::accumulate(histogram.begin(), histogram.end(), 0);
    int level = 0;
    for (int below = histogram[0]; level < 255 && below < wanted;
         below += histogram[static_cast<std::size_t>(level)])
        ++level;
    return level;
}

/// What the sheet lies on: the colour that most of the picture's border has.
cv::Scalar matColour(const cv::Mat& bgr) {
    std::array<Histogram, 3> histograms{};
    const auto count = [&](int y, int x) {
        const auto& pixel = bgr.at<cv::Vec3b>(y, x);
        for (int c = 0; c < 3; ++c)
            ++histograms[static_cast<std::size_t>(c)][pixel[c]];
    };
    for (int x = 0; x < bgr.cols; ++x)
        for (const int y : {1, bgr.rows - 2})
            count(y, x);
    for (int y = 0; y < bgr.rows; ++y)
        for (const int x : {1, bgr.cols - 2})
            count(y, x);
    cv::Scalar colour;
    for (int c = 0; c < 3; ++c)
        colour[c] = levelAt(histograms[static_cast<std::size_t>(c)], 0.5);
    return colour;
}

/// White where something lies on the mat.
void standsOut(const cv::Mat& bgr, cv::Mat& mask) {
    WipedMat apart, furthest;
    cv::absdiff(bgr, matColour(bgr), apart.mat);
    furthest.mat.create(bgr.size(), CV_8U);
    for (int y = 0; y < bgr.rows; ++y) {
        const auto* from = apart.mat.ptr<cv::Vec3b>(y);
        auto* to = furthest.mat.ptr<std::uint8_t>(y);
        for (int x = 0; x < bgr.cols; ++x)
            to[x] = std::max({from[x][0], from[x][1], from[x][2]});
    }
    cv::GaussianBlur(furthest.mat, furthest.mat, {5, 5}, 0);
    const double best = cv::threshold(furthest.mat, mask, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
    cv::threshold(furthest.mat, mask, std::clamp(kOfBest * best, kLeastContrast, kMostContrast), 255,
                  cv::THRESH_BINARY);
    cv::morphologyEx(mask, mask, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_RECT, {9, 9}));
    cv::morphologyEx(mask, mask, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, {5, 5}));
}

Contour largest(const cv::Mat& mask) {
    std::vector<Contour> contours;
    cv::findContours(mask, contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
    const auto found = std::ranges::max_element(
        contours, {}, [](const Contour& contour) { return cv::contourArea(contour); });
    return found == contours.end() ? Contour{} : std::move(*found);
}

bool goesBeyond(const Contour& contour, const cv::Size& picture) {
    const auto onBorder = std::ranges::count_if(contour, [&](const cv::Point& p) {
        return p.x < kBorder || p.y < kBorder || p.x >= picture.width - kBorder ||
               p.y >= picture.height - kBorder;
    });
    return onBorder >= kLeastOnBorder;
}

/// Clockwise, beginning near the top left.
void inOrder(Corners& corners) {
    cv::Point2f middle(0, 0);
    for (const auto& corner : corners)
        middle += corner * 0.25F;
    std::ranges::sort(corners, {},
                      [&](const cv::Point2f& p) { return std::atan2(p.y - middle.y, p.x - middle.x); });
    const auto first = std::ranges::min_element(corners, {}, [](const cv::Point2f& p) { return p.x + p.y; });
    std::rotate(corners.begin(), first,
                corners.end()); // the one of std::ranges does not compile with Clang 14
}

/// A line through the contour's points along one side, but for its ends, which may be round: a point of it and its
/// direction.
std::optional<cv::Vec4f> sideThrough(const Contour& contour, const cv::Point2f& from, const cv::Point2f& to) {
    constexpr float kAside = 6, kEnd = 0.12F;
    constexpr std::size_t kFewest = 16;
    const auto span = to - from;
    const auto length = static_cast<float>(cv::norm(span));
    const auto along = span / length;
    std::vector<cv::Point2f> points;
    for (const auto& point : contour) {
        const auto here = cv::Point2f(point) - from;
        const float at = here.dot(along) / length;
        if (at > kEnd && at < 1 - kEnd && std::abs(static_cast<float>(here.cross(along))) < kAside)
            points.push_back(point);
    }
    if (points.size() < kFewest)
        return std::nullopt;
    cv::Vec4f line;
    cv::fitLine(points, line, cv::DIST_HUBER, 0, 0.1, 0.01);
    return line;
}

std::optional<cv::Point2f> crossing(const cv::Vec4f& a, const cv::Vec4f& b) {
    const float slant = a[0] * b[1] - a[1] * b[0];
    if (std::abs(slant) < 0.3F)
        return std::nullopt;
    const float along = ((b[2] - a[2]) * b[1] - (b[3] - a[3]) * b[0]) / slant;
    return cv::Point2f(a[2] + along * a[0], a[3] + along * a[1]);
}

/// Corners where the four sides would meet, more exact than any one point of the contour.
std::optional<Corners> refined(const Contour& contour, const Corners& rough) {
    std::array<cv::Vec4f, 4> sides;
    for (std::size_t i = 0; i < 4; ++i) {
        const auto side = sideThrough(contour, rough[i], rough[(i + 1) % 4]);
        if (!side)
            return std::nullopt;
        sides[i] = *side;
    }
    Corners out;
    for (std::size_t i = 0; i < 4; ++i) {
        const auto corner = crossing(sides[(i + 3) % 4], sides[i]);
        if (!corner)
            return std::nullopt;
        out[i] = *corner;
    }
    return out;
}

bool likeSheet(const Corners& corners, double filled) {
    for (std::size_t i = 0; i < 4; ++i) {
        const auto one = corners[(i + 3) % 4] - corners[i], other = corners[(i + 1) % 4] - corners[i];
        if (std::abs(one.dot(other)) > kMostSlant * cv::norm(one) * cv::norm(other))
            return false;
    }
    const double area = cv::contourArea(std::vector<cv::Point2f>(corners.begin(), corners.end()));
    return filled > kLeastFilled * area && area > kLeastFilled * filled;
}

/// The contour's four corners, if it has four and looks like a sheet.
std::optional<Corners> cornersOf(const Contour& contour) {
    const double area = cv::contourArea(contour);
    Contour hull, figure;
    cv::convexHull(contour, hull);
    if (area < kLeastSolid * cv::contourArea(hull))
        return std::nullopt; // a hand, a heap
    const double around = cv::arcLength(hull, true);
    for (double tolerance = 0.01; figure.size() != 4; tolerance += 0.01) {
        cv::approxPolyDP(hull, figure, tolerance * around, true);
        if (figure.size() < 4)
            return std::nullopt;
    }
    Corners rough;
    std::ranges::copy(figure, rough.begin());
    inOrder(rough);
    const auto corners = refined(contour, rough);
    return corners && likeSheet(*corners, area) ? corners : std::nullopt;
}

/// What a photograph of the page inside these corners of the small picture would lack.
PageFlaw flawOf(const cv::Mat& small, const Corners& corners, const cv::Mat& bgr, double scale) {
    WipedMat grey, mask, clipped;
    cv::cvtColor(small, grey.mat, cv::COLOR_BGR2GRAY);
    mask.mat = cv::Mat::zeros(grey.mat.size(), CV_8U);
    Contour inside(corners.begin(), corners.end());
    cv::fillConvexPoly(mask.mat, inside, 255);
    Histogram histogram{};
    for (int y = 0; y < grey.mat.rows; ++y)
        for (int x = 0; x < grey.mat.cols; ++x)
            if (mask.mat.at<std::uint8_t>(y, x) != 0)
                ++histogram[grey.mat.at<std::uint8_t>(y, x)];
    if (levelAt(histogram, kPaperShare) < kDarkPaper)
        return PageFlaw::TooDark;
    if (levelAt(histogram, 0.5) < kWhitePage) {
        clipped.mat = (grey.mat >= kReflecting) & mask.mat;
        cv::morphologyEx(clipped.mat, clipped.mat, cv::MORPH_OPEN,
                         cv::getStructuringElement(cv::MORPH_RECT, {5, 5}));
        if (cv::countNonZero(clipped.mat) > kGlareShare * cv::countNonZero(mask.mat))
            return PageFlaw::Glare;
    }
    auto part = cv::boundingRect(inside);
    part = cv::Rect(cvRound(part.x / scale), cvRound(part.y / scale), cvRound(part.width / scale),
                    cvRound(part.height / scale)) &
           cv::Rect(0, 0, bgr.cols, bgr.rows);
    WipedMat judged, grain;
    const double shrunk = std::min(1.0, double(kJudgedWidth) / std::max(bgr.cols, bgr.rows));
    cv::cvtColor(bgr(part), grain.mat, cv::COLOR_BGR2GRAY);
    cv::resize(grain.mat, judged.mat, {}, shrunk, shrunk, cv::INTER_AREA);
    return sharpness(judged.mat) < kBlurredBelow ? PageFlaw::Blurred : PageFlaw::None;
}

} // namespace

PageSight findPage(const ports::Frame& picture) {
    const auto [shorter, longer] = std::minmax(picture.width, picture.height);
    if (shorter < kLeastSide || longer > kMostSlender * shorter)
        return {};
    const auto bgr = matOf(picture);
    WipedMat room, mask;
    const auto& small = noLargerThan(kWorkingSide, bgr, room.mat);
    const double scale = static_cast<double>(small.cols) / bgr.cols;
    const auto mean = cv::mean(small);
    const PageSight nothing{std::nullopt, mean[0] + mean[1] + mean[2] < 3 * kDarkMean ? PageFlaw::TooDark
                                                                                      : PageFlaw::NoPage};
    standsOut(small, mask.mat);
    const auto contour = largest(mask.mat);
    if (contour.empty() || cv::contourArea(contour) < kSmallest * static_cast<double>(small.total()))
        return nothing;
    const auto corners = cornersOf(contour);
    const bool cutOff = goesBeyond(contour, small.size());
    if (!corners)
        return cutOff ? PageSight{std::nullopt, PageFlaw::CutOff} : nothing;
    model::Outline outline;
    std::ranges::transform(*corners, outline.begin(), [&](const cv::Point2f& corner) {
        const float half = 0.5F; // a pixel's middle is half a pixel from its edge
        return model::Spot{(corner.x + half) / static_cast<float>(small.cols),
                           (corner.y + half) / static_cast<float>(small.rows)};
    });
    return {outline, cutOff ? PageFlaw::CutOff : flawOf(small, *corners, bgr, scale)};
}

} // namespace balady::camera
