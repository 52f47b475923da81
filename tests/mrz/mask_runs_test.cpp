// The quick ways through a mask against OpenCV's closings and openings.
#include "drivers/vision/mask_runs.h"

#include <doctest/doctest.h>
#include <opencv2/imgproc.hpp>

using namespace balady::vision;

namespace {

/// Blots and specks of all sizes, up to the edges.
cv::Mat1b inventMask(cv::Size size, int seed) {
    cv::RNG chance(static_cast<std::uint64_t>(seed));
    cv::Mat1b mask(size, 0);
    for (int i = 0; i < 40; ++i)
        cv::rectangle(mask,
                      {chance.uniform(-5, size.width), chance.uniform(-5, size.height), chance.uniform(1, 31),
                       chance.uniform(1, 9)},
                      chance.uniform(0, 3) > 0 ? 255 : 0, cv::FILLED);
    return mask;
}

/// What OpenCV makes of it where there is nothing beyond the edges.
cv::Mat1b morphed(const cv::Mat1b& mask, int operation, cv::Size element) {
    constexpr int kRim = 64;
    cv::Mat1b wide;
    cv::copyMakeBorder(mask, wide, kRim, kRim, kRim, kRim, cv::BORDER_CONSTANT, 0);
    cv::morphologyEx(wide, wide, operation, cv::getStructuringElement(cv::MORPH_RECT, element));
    return wide(cv::Rect({kRim, kRim}, mask.size())).clone();
}

} // namespace

TEST_CASE("mask_is_bridged_or_cleaned_otherwise_than_by_morphology") {
    for (const auto& size : {cv::Size(200, 60), cv::Size(61, 90), cv::Size(1, 70), cv::Size(90, 1)})
        for (int seed = 1; seed <= 5; ++seed)
            for (const int pixels : {1, 3, 5, 11, 19, 25}) { // OpenCV's even elements move what they change
                CAPTURE(size);
                CAPTURE(seed);
                CAPTURE(pixels);
                const auto mask = inventMask(size, seed);
                const auto differs = [&mask](auto change, int by, int operation, cv::Size element) {
                    auto changed = mask.clone();
                    change(changed, by);
                    return cv::countNonZero(changed != morphed(mask, operation, element));
                };
                CHECK(differs(bridgeGaps, pixels, cv::MORPH_CLOSE, {pixels, 1}) == 0);
                CHECK(differs(keepLong, pixels, cv::MORPH_OPEN, {pixels, 1}) == 0);
                CHECK(differs(keepHigh, pixels, cv::MORPH_OPEN, {1, pixels}) == 0);
            }
}

TEST_CASE("column_higher_than_a_byte_counts_is_taken_away") {
    cv::Mat1b mask(700, 3, 255);
    keepHigh(mask, 255);
    CHECK(cv::countNonZero(mask) == 2100);
}
