#include "drivers/vision/find_lines.h"

#include "drivers/vision/askew.h"
#include "drivers/vision/line_strip.h"
#include "drivers/vision/mask_runs.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numeric>
#include <optional>

namespace balady::vision {
namespace {

constexpr std::size_t kMostLines = 8, kMostPieces = 64;
constexpr float kSoftPart =
    1.F / 500;                   ///< of the longer side: the blur (sigma) that takes the paper's lines away
constexpr double kFaintest = 7;  ///< grey levels by which print is darker than its surroundings
constexpr float kBowMiss = 0.8F; ///< rows of a strip by which a band may lie beside its line

/// A piece of a line in the searched picture, always lying across it.
struct Piece {
    cv::Point2f left, right;
    float height = 0;

    [[nodiscard]] cv::Point2f along() const { return (right - left) / length(); }
    [[nodiscard]] float length() const { return static_cast<float>(cv::norm(right - left)); }
};

/// The contour's piece of line, if it is long and thin.
std::optional<Piece> pieceOf(const std::vector<cv::Point>& contour, float smallest, float largest) {
    if (contour.size() < 8)
        return std::nullopt;
    const auto moments = cv::moments(contour);
    if (moments.m00 < 3 * smallest * smallest)
        return std::nullopt;
    const double angle = 0.5 * std::atan2(2 * moments.mu11, moments.mu20 - moments.mu02);
    const cv::Point2f middle(static_cast<float>(moments.m10 / moments.m00),
                             static_cast<float>(moments.m01 / moments.m00));
    const cv::Point2f axis(static_cast<float>(std::cos(angle)), static_cast<float>(std::sin(angle)));
    if (std::abs(axis.y) > 0.6F) // not across: the other direction finds it
        return std::nullopt;
    float low = 0, high = 0;
    for (const auto& point : contour) {
        const float at = (cv::Point2f(point) - middle).dot(axis);
        low = std::min(low, at);
        high = std::max(high, at);
    }
    Piece piece{middle + low * axis, middle + high * axis, static_cast<float>(moments.m00) / (high - low)};
    if (piece.height < smallest || piece.height > largest || piece.length() < 2.5F * piece.height)
        return std::nullopt;
    return piece;
}

/// Whether `b` goes on where `a` ends.
bool continues(const Piece& a, const Piece& b) {
    const float height = std::min(a.height, b.height);
    if (std::max(a.height, b.height) > 1.6F * height)
        return false;
    const auto axis = a.length() > b.length() ? a.along() : b.along();
    const auto gap = b.left - a.right;
    const float ahead = gap.dot(axis), aside = std::abs(static_cast<float>(gap.cross(axis)));
    return ahead > -1.5F * height && ahead < 5 * height && aside < 0.5F * height;
}

std::vector<Piece> joined(std::vector<Piece> pieces) {
    std::ranges::sort(pieces, {}, [](const Piece& p) { return p.left.x; });
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = 0; i < pieces.size() && !changed; ++i)
            for (std::size_t j = 0; j < pieces.size() && !changed; ++j)
                if (i != j && pieces[i].left.x <= pieces[j].left.x && continues(pieces[i], pieces[j])) {
                    const float a = pieces[i].length(), b = pieces[j].length();
                    pieces[i].height = (a * pieces[i].height + b * pieces[j].height) / (a + b);
                    pieces[i].right =
                        pieces[j].right.x > pieces[i].right.x ? pieces[j].right : pieces[i].right;
                    pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(j));
                    changed = true;
                }
    }
    return pieces;
}

/// Whether two lines could be of one zone.
bool belongTogether(const Piece& a, const Piece& b) {
    const float height = (a.height + b.height) / 2;
    const auto between = (b.left + b.right - a.left - a.right) / 2;
    const float aside = std::abs(static_cast<float>(between.cross(a.along()))),
                ahead = std::abs(between.dot(a.along()));
    return std::abs(a.along().cross(b.along())) < 0.08F && aside > 1.0F * height && aside < 3.8F * height &&
           ahead < 0.35F * std::max(a.length(), b.length()) &&
           std::min(a.length(), b.length()) > 0.5F * std::max(a.length(), b.length());
}

/// A column of a strip, and the rows where print begins and ends there.
using Band = std::array<float, 3>;

/// A slightly bent line: rows at both ends, and how much lower its middle lies than a straight line's.
struct Bow {
    float left = 0, right = 0, sag = 0;
};

/// The bow through the middles of the bands of a strip of `width` columns, without those that fit worst.
Bow fitBow(std::vector<Band> bands, float width) {
    constexpr std::size_t kFewest = 5, kFewestForSag = 7;
    Bow bow;
    for (;;) {
        // Least squares of left, right and, if there are enough bands, sag.
        const int unknowns = bands.size() >= kFewestForSag ? 3 : 2;
        cv::Matx33f sums = cv::Matx33f::eye() * 1e-6F;
        cv::Vec3f targets(0, 0, 0);
        for (const auto& [column, top, bottom] : bands) {
            const float part = column / width;
            const float terms[] = {1 - part, part, 4 * part * (1 - part)};
            for (int i = 0; i < unknowns; ++i) {
                targets(i) += terms[i] * (top + bottom) / 2;
                for (int j = 0; j < unknowns; ++j)
                    sums(i, j) += terms[i] * terms[j];
            }
        }
        const cv::Vec3f solution = sums.solve(targets, cv::DECOMP_LU);
        bow = {solution(0), solution(1), solution(2)};
        const auto miss = [&](const Band& band) {
            const float part = band[0] / width;
            return std::abs(bow.left * (1 - part) + bow.right * part + bow.sag * 4 * part * (1 - part) -
                            (band[1] + band[2]) / 2);
        };
        const auto worst = std::ranges::max_element(bands, {}, miss);
        if (bands.size() <= kFewest || miss(*worst) < kBowMiss)
            return bow;
        bands.erase(worst);
    }
}

} // namespace

LineSearch::LineSearch(const Pyramid& picture, const View& view) {
    const float side = view.side;
    const auto longer = static_cast<float>(std::max(picture.whole().cols, picture.whole().rows));
    m_scale = std::min(2.F, side / longer);
    const auto& level = picture.levelFor(longer, side);
    const float further = m_scale / level.scale;
    cv::resize(level.grey, m_small, {}, further, further, cv::INTER_LINEAR);
    if (view.focus == Focus::Soft)
        cv::GaussianBlur(m_small, m_small, {}, kSoftPart * side);
    if (view.turn != 0)
        turn(view.turn);
}

/// Turns m_small on a ground of its own mean, large enough for all of it.
void LineSearch::turn(float degrees) {
    const auto middle = [](cv::Size2f size) { return cv::Point2f{size.width - 1, size.height - 1} / 2; };
    const cv::Size2f before = m_small.size(),
                     after = cv::RotatedRect({}, before, degrees).boundingRect2f().size();
    const float radians = degrees * static_cast<float>(CV_PI) / 180, c = std::cos(radians),
                s = std::sin(radians);
    const cv::Matx22f back(c, s, -s, c);
    const cv::Point2f shift = middle(before) - back * middle(after);
    m_back = {back(0, 0), back(0, 1), shift.x, back(1, 0), back(1, 1), shift.y};
    cv::Mat1b turned;
    cv::warpAffine(m_small, turned, m_back, after, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP,
                   cv::BORDER_CONSTANT, cv::mean(m_small));
    m_small = turned;
}

float LineSearch::askew() {
    const auto& found = strokes(Print::Large);
    return askewOf(found.dark, std::max(kFaintest, found.threshold));
}

const LineSearch::Strokes& LineSearch::strokes(Print print) {
    auto& out = m_strokes[print == Print::Large ? 1 : 0];
    if (out.dark.empty()) {
        const int size = print == Print::Large ? 15 : 9;
        cv::morphologyEx(m_small, out.dark, cv::MORPH_BLACKHAT,
                         cv::getStructuringElement(cv::MORPH_RECT, {size, size}));
        cv::Mat1b unused;
        out.threshold = cv::threshold(out.dark, unused, 0, 255, cv::THRESH_OTSU);
    }
    return out;
}

const std::vector<TextLine>& LineSearch::find(Direction direction, Print print, Contrast contrast) {
    const auto [found, isNew] = m_found.try_emplace({direction, print, contrast});
    if (isNew)
        found->second = lines(direction, print, contrast);
    return found->second;
}

std::vector<TextLine> LineSearch::lines(Direction direction, Print print, Contrast contrast) {
    const auto& found = strokes(print);
    const double threshold =
        std::max(kFaintest, contrast == Contrast::Strong ? found.threshold : 0.5 * found.threshold);
    cv::Mat1b mask;
    cv::threshold(found.dark, mask, threshold, 255, cv::THRESH_BINARY);
    if (direction == Direction::Upright)
        cv::transpose(mask, mask);
    // Characters grow together along the line, then what is not a bar goes away.
    const int bridge = print == Print::Large ? 19 : 11, bar = print == Print::Large ? 25 : 13,
              thick = print == Print::Large ? 5 : 3;
    bridgeGaps(mask, bridge);
    keepHigh(mask, thick);
    keepLong(mask, bar);
    std::vector<std::vector<cv::Point>> contours;
    cv::findContours(mask, contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
    std::vector<Piece> pieces;
    for (const auto& contour : contours)
        if (const auto piece =
                pieceOf(contour, print == Print::Large ? 6 : 3, print == Print::Large ? 34 : 18))
            pieces.push_back(*piece);
    // On busy paper there are hundreds, most of them short.
    std::ranges::sort(pieces, std::greater{}, &Piece::length);
    if (pieces.size() > kMostPieces)
        pieces.resize(kMostPieces);
    pieces = joined(std::move(pieces));
    std::erase_if(pieces, [](const Piece& p) { return p.length() < 12 * p.height || p.length() < 100; });

    const auto likelihood = [&](const Piece& piece) {
        const auto partners = std::ranges::count_if(
            pieces, [&](const Piece& other) { return &other != &piece && belongTogether(piece, other); });
        return piece.length() * (partners > 0 ? 3.F : 1.F);
    };
    std::vector<std::pair<float, const Piece*>> order;
    order.reserve(pieces.size());
    for (const auto& piece : pieces)
        order.emplace_back(-likelihood(piece), &piece);
    std::ranges::sort(order);
    if (order.size() > kMostLines)
        order.resize(kMostLines);
    std::vector<TextLine> out;
    for (const auto& [unused, piece] : order) {
        auto left = piece->left, right = piece->right;
        if (direction == Direction::Upright) {
            std::swap(left.x, left.y);
            std::swap(right.x, right.y);
        }
        const float height = 1.1F * piece->height / m_scale;
        const auto inPicture = [&](cv::Point2f p) {
            const cv::Vec2f before = m_back * cv::Vec3f(p.x, p.y, 1);
            return (cv::Point2f(before) + cv::Point2f(0.5F, 0.5F)) / m_scale - cv::Point2f(0.5F, 0.5F);
        };
        out.push_back({inPicture(left), inPicture(right), height, height, 0});
    }
    return out;
}

TextLine refineLine(const Pyramid& picture, const TextLine& rough) {
    constexpr int kRows = 64, kParts = 8;
    const auto around = straighten(picture, rough, kRows, 0);
    cv::Mat1f edges;
    cv::Sobel(around, edges, CV_32F, 1, 0, 3);
    edges = cv::abs(edges);
    cv::GaussianBlur(edges, edges, {1, 5}, 0, 1.0);
    // In each part of the line: the rows around the middle in which there are as many edges as in print.
    std::vector<Band> bands;
    for (int part = 0; part < kParts; ++part) {
        const int from = part * around.cols / kParts, to = (part + 1) * around.cols / kParts;
        if (to - from < 8)
            return rough;
        cv::Mat1f profile;
        cv::reduce(edges.colRange(from, to), profile, 1, cv::REDUCE_AVG);
        int peak = kRows / 2;
        for (int row = kRows / 2 - 10; row < kRows / 2 + 10; ++row)
            if (profile(row) > profile(peak))
                peak = row;
        float floorAbove = profile(peak), floorBelow = profile(peak);
        for (int row = std::max(0, peak - 20); row < peak; ++row)
            floorAbove = std::min(floorAbove, profile(row));
        for (int row = peak; row < std::min(kRows, peak + 21); ++row)
            floorBelow = std::min(floorBelow, profile(row));
        // Print is denser at its rim than in its middle: the level is taken from the mean of the band's inside.
        const float level = 0.35F * profile(peak);
        const float above = floorAbove + std::max(0.F, level - 0.35F * floorAbove),
                    below = floorBelow + std::max(0.F, level - 0.35F * floorBelow);
        int top = peak, bottom = peak;
        while (top > 0 && profile(top) > above)
            --top;
        while (bottom < kRows - 1 && profile(bottom) > below)
            ++bottom;
        if (top == 0 || bottom == kRows - 1 || top == peak || bottom == peak) // no rim, or nothing at all
            continue;
        const float topAt =
            static_cast<float>(top) + (above - profile(top)) / (profile(top + 1) - profile(top));
        const float bottomAt =
            static_cast<float>(bottom) - (below - profile(bottom)) / (profile(bottom - 1) - profile(bottom));
        bands.push_back({static_cast<float>(from + to) / 2, topAt, bottomAt});
    }
    if (bands.size() < 4)
        return rough;
    // Fillers are lower than letters, so that heights tell nothing of perspective; most of the bands are letters'.
    std::vector<float> heights;
    heights.reserve(bands.size());
    for (const auto& band : bands)
        heights.push_back(band[2] - band[1]);
    std::ranges::sort(heights);
    const float height = std::clamp(heights[heights.size() * 5 / 8], 9.F, 34.F);
    const float step = rough.meanHeight() / kStripBodyHeight; // pixels of the picture per row
    const auto bow = fitBow(std::move(bands), static_cast<float>(around.cols));
    auto out = rough;
    out.left += rough.down() * (bow.left - kRows / 2.F + 0.5F) * step;
    out.right += rough.down() * (bow.right - kRows / 2.F + 0.5F) * step;
    out.sag += bow.sag * step;
    out.heightLeft = height * step;
    out.heightRight = height * step;
    return out;
}

} // namespace balady::vision
