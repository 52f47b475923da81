// What is read and what is passed over, told by the distance of its characters alone.
#include "drivers/vision/regularity.h"
#include "tests/mrz/scenes.h"

#include <doctest/doctest.h>
#include <opencv2/imgproc.hpp>

using namespace balady;
using namespace balady::tests;
using vision::Pyramid;
using vision::regularityOf;
using vision::TextLine;

namespace {

constexpr float kRead = 0.37F; // find_zone.cpp reads from here on

/// A line across the middle of a picture.
TextLine across(const cv::Mat1b& grey, float height) {
    const auto y = static_cast<float>(grey.rows) / 2, width = static_cast<float>(grey.cols);
    return {{0.05F * width, y}, {0.95F * width, y}, height, height, 0};
}

} // namespace

TEST_CASE("line_of_a_zone_is_passed_over") {
    const OcrB font;
    for (const auto scene : {Scene::Scan, Scene::Camera, Scene::Hard, Scene::Askew})
        for (const auto kind : kZoneKinds) {
            CAPTURE(static_cast<int>(scene));
            CAPTURE(static_cast<int>(kind));
            Chance chance(100 + static_cast<std::uint32_t>(kind));
            const auto photo = inventScene(scene, kind, font, chance);
            const Pyramid picture(photo.grey);
            for (const auto& line : photo.places) {
                const float forwards = regularityOf(picture, line);
                CHECK(forwards > kRead);
                CHECK(regularityOf(picture, line.upsideDown()) == doctest::Approx(forwards).epsilon(0.05));
            }
        }
}

TEST_CASE("noise_or_shading_is_read") {
    cv::RNG chance(5);
    for (const double blur : {0.5, 4.0, 12.0, 30.0})
        for (int i = 0; i < 5; ++i) {
            CAPTURE(blur);
            CAPTURE(i);
            cv::Mat1b grey(240, 1280);
            chance.fill(grey, cv::RNG::UNIFORM, 0, 256);
            cv::GaussianBlur(grey, grey, {}, blur);
            cv::normalize(grey, grey, 0, 255, cv::NORM_MINMAX);
            CHECK(regularityOf(Pyramid(grey), across(grey, 40)) < kRead);
        }
}

TEST_CASE("words_of_other_print_are_read") {
    // Letters of a typeface for reading are of different widths.
    const cv::Mat1b grey(120, 1280, 230);
    cv::putText(grey, "Will it be a mile or will it simmer till winter", {60, 75}, cv::FONT_HERSHEY_DUPLEX,
                1.4, 30, 2, cv::LINE_AA);
    CHECK(regularityOf(Pyramid(grey), across(grey, 40)) < kRead);
}

TEST_CASE("even_grey_or_a_line_of_no_length_is_regular") {
    const cv::Mat1b grey(240, 1280, 128);
    CHECK(regularityOf(Pyramid(grey), across(grey, 40)) < kRead);
    CHECK(regularityOf(Pyramid(grey), {{10, 10}, {12, 10}, 40, 40, 0}) < kRead);
}
