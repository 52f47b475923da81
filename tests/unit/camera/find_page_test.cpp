// The page under the camera: found wherever it lies, what a photograph of it would lack, and what is kept of it.
#include "drivers/camera/document_camera.h"
#include "drivers/camera/find_page.h"
#include "drivers/camera/jpeg.h"
#include "drivers/camera/straighten.h"
#include "tests/support/run_task.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <array>
#include <cmath>
#include <fstream>
#include <string>

using namespace balady;
using model::PageFlaw;

namespace {

using Corners = std::array<cv::Point2f, 4>; ///< px, clockwise from the top left

constexpr int kWidth = 960, kHeight = 540; // a small camera, so that drawing takes no time
const cv::Scalar kMat(80, 86, 74);

/// A4 at 50 dots an inch, with a mark in its top left corner and lines of print.
cv::Mat sheet() {
    cv::Mat out(584, 413, CV_8UC3, cv::Scalar(232, 238, 240));
    cv::rectangle(out, cv::Rect(20, 20, 60, 60), cv::Scalar(40, 40, 200), cv::FILLED);
    for (int y = 115; y < 560; y += 18)
        cv::putText(out, "lorem ipsum dolor sit amet consectetur", {30, y}, cv::FONT_HERSHEY_SIMPLEX, 0.45,
                    {30, 30, 30});
    return out;
}

/// What the camera sees of the sheet when its corners lie there; the mat is lit from one side.
cv::Mat seen(const cv::Mat& sheet, const Corners& corners) {
    cv::Mat out(kHeight, kWidth, CV_8UC3, kMat), light(kHeight, kWidth, CV_8UC3);
    const Corners from{{{0, 0},
                        {static_cast<float>(sheet.cols), 0},
                        {static_cast<float>(sheet.cols), static_cast<float>(sheet.rows)},
                        {0, static_cast<float>(sheet.rows)}}};
    cv::warpPerspective(sheet, out, cv::getPerspectiveTransform(from.data(), corners.data()), out.size(),
                        cv::INTER_AREA, cv::BORDER_TRANSPARENT);
    for (int x = 0; x < kWidth; ++x)
        light.col(x).setTo(cv::Scalar::all(200 + 55 * x / kWidth));
    cv::multiply(out, light, out, 1 / 255.0);
    cv::Mat noise(out.size(), CV_8SC3);
    cv::setRNGSeed(7);
    cv::randn(noise, 0, 2);
    cv::add(out, noise, out, cv::noArray(), CV_8UC3);
    cv::GaussianBlur(out, out, {}, 0.5);
    return out;
}

Corners turned(cv::Point2f middle, cv::Size2f size, double degrees) {
    Corners out;
    const cv::RotatedRect area(middle, size, 0);
    const double angle = degrees * CV_PI / 180;
    const std::array<cv::Point2f, 4> signs{{{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}};
    for (std::size_t i = 0; i < 4; ++i) {
        const cv::Point2f at(signs[i].x * size.width / 2, signs[i].y * size.height / 2);
        out[i] =
            area.center + cv::Point2f(static_cast<float>(at.x * std::cos(angle) - at.y * std::sin(angle)),
                                      static_cast<float>(at.x * std::sin(angle) + at.y * std::cos(angle)));
    }
    return out;
}

const cv::Point2f kMiddle(480, 270);
const cv::Size2f kA4(320, 452);

ports::Frame asFrame(const cv::Mat& mat) {
    return {mat.cols, mat.rows, std::make_shared<const Bytes>(mat.datastart, mat.dataend), 1};
}

model::PageSight find(const cv::Mat& picture) {
    return camera::findPage(asFrame(picture));
}

/// The furthest that a corner is from where it was put, in px; many where nothing was found.
double error(const model::PageSight& sight, const Corners& truth) {
    if (!sight.outline)
        return 1e9;
    double furthest = 0;
    for (std::size_t i = 0; i < 4; ++i)
        furthest = std::max(
            furthest, cv::norm(cv::Point2f((*sight.outline)[i].x * kWidth, (*sight.outline)[i].y * kHeight) -
                               truth[i]));
    return furthest;
}

} // namespace

TEST_CASE("page_that_lies_askew_is_not_found") {
    for (const double degrees : {-40.0, -20.0, -3.0, 0.0, 2.0, 15.0, 33.0}) {
        CAPTURE(degrees);
        const auto truth = turned(kMiddle, kA4 * 0.9F, degrees);
        const auto sight = find(seen(sheet(), truth));
        CHECK(sight.flaw == PageFlaw::None);
        CHECK(error(sight, truth) < 2);
    }
}

TEST_CASE("page_held_at_a_slant_or_small_is_not_found") {
    const Corners slanted{{{320, 65}, {630, 45}, {685, 505}, {260, 470}}};
    CHECK(error(find(seen(sheet(), slanted)), slanted) < 2.5);
    const auto card = turned({600, 200}, {215, 135}, 12);
    CHECK(error(find(seen(sheet(), card)), card) < 2);
}

TEST_CASE("coloured_head_is_cut_from_its_page") {
    auto licence = sheet();
    cv::rectangle(licence, cv::Rect(0, 0, licence.cols, 110), cv::Scalar(49, 77, 7), cv::FILLED);
    const auto truth = turned(kMiddle, kA4, 4);
    CHECK(error(find(seen(licence, truth)), truth) < 3);
}

TEST_CASE("what_is_no_page_is_taken_for_one") {
    const auto draws = [](auto draw) {
        cv::Mat out(kHeight, kWidth, CV_8UC3, kMat);
        draw(out);
        return find(out);
    };
    const cv::Scalar skin(140, 170, 210);
    for (const auto& size : {cv::Size(1, 1), cv::Size(3, 2000), cv::Size(2000, 3), cv::Size(70, 64)})
        CHECK_FALSE(find(cv::Mat(size, CV_8UC3, kMat)).outline);
    CHECK(draws([](cv::Mat&) {}).flaw == PageFlaw::NoPage);
    CHECK_FALSE(draws([&](cv::Mat& out) {
                    cv::ellipse(out, {450, 250}, {150, 100}, 20, 0, 360, skin, cv::FILLED);
                }).outline);
    CHECK_FALSE(draws([&](cv::Mat& out) { cv::circle(out, {450, 250}, 30, skin, cv::FILLED); }).outline);
    CHECK_FALSE(draws([&](cv::Mat& out) { // a triangle
                    cv::fillConvexPoly(out, std::vector<cv::Point>{{200, 450}, {480, 75}, {750, 450}}, skin);
                })
                    .outline);
}

TEST_CASE("page_that_is_not_all_there_counts_as_whole") {
    CHECK(find(seen(sheet(), turned({480, 450}, kA4, 3))).flaw == PageFlaw::CutOff);
    CHECK(find(seen(sheet(), turned({100, 270}, kA4, -8))).flaw == PageFlaw::CutOff);
    auto held = seen(sheet(), turned(kMiddle, kA4, 2)); // an arm from below, a thumb on the corner
    cv::line(held, {750, 539}, {615, 480}, cv::Scalar(140, 170, 210), 65);
    CHECK(find(held).flaw == PageFlaw::CutOff);
}

TEST_CASE("poor_picture_of_a_page_is_promised_to_be_good") {
    const auto good = seen(sheet(), turned(kMiddle, kA4, 2));
    CHECK(find(good * 0.25).flaw == PageFlaw::TooDark);
    CHECK(find(good * 0.02).flaw == PageFlaw::TooDark);
    cv::Mat blurred;
    cv::GaussianBlur(good, blurred, {}, 3);
    CHECK(find(blurred).flaw == PageFlaw::Blurred);
    auto lamp = good.clone();
    cv::ellipse(lamp, {500, 210}, {45, 25}, 0, 0, 360, cv::Scalar::all(255), cv::FILLED);
    CHECK(find(lamp).flaw == PageFlaw::Glare);
}

TEST_CASE("straightened_page_lies_askew_or_on_its_side") {
    const Corners slanted{{{320, 65}, {630, 45}, {685, 505}, {260, 470}}};
    const auto picture = asFrame(seen(sheet(), slanted));
    const auto sight = camera::findPage(picture);
    REQUIRE(sight.outline);
    const auto straight = camera::straighten(picture, *sight.outline);
    CHECK(straight.width == doctest::Approx(427).epsilon(0.02)); // the longer of two opposite sides
    CHECK(straight.height == doctest::Approx(463).epsilon(0.02));
    const auto redAt = [&](double x, double y) {
        const auto at =
            (static_cast<std::size_t>(y * straight.height) * static_cast<std::size_t>(straight.width) +
             static_cast<std::size_t>(x * straight.width)) *
            3;
        return (*straight.bgr)[at + 2] > 2 * (*straight.bgr)[at + 1];
    };
    CHECK(redAt(0.07, 0.05)); // the mark's corners, but for a little
    CHECK(redAt(0.17, 0.12));
    CHECK_FALSE(redAt(0.03, 0.03));
    CHECK_FALSE(redAt(0.22, 0.15));
    CHECK_FALSE(redAt(0.95, 0.05));
}

TEST_CASE("picture_of_a_page_holds_the_desk_around_it") {
    const tests::TempFolder folder;
    const auto show = [&](const cv::Mat& picture) {
        const auto jpeg = camera::encodeJpeg(picture.data, picture.cols, picture.rows, 97).value();
        std::ofstream(folder / "default.jpg", std::ios::binary) << asText(jpeg);
        return camera::DocumentCamera::ofScenes(folder.path(), folder / "control");
    };
    const auto page = seen(sheet(), turned(kMiddle, kA4, 5));
    const auto kept = tests::runTask(show(page)->takeStill(ports::PictureSubject::Page)).value();
    CHECK(kept.problem == ports::PictureProblem::None);
    const auto alone = camera::decodeJpeg(kept.jpeg).value();
    CHECK(alone.width == doctest::Approx(kA4.width).epsilon(0.02));
    CHECK(alone.height == doctest::Approx(kA4.height).epsilon(0.02));
    CHECK(std::string(kept.jpeg.begin(), kept.jpeg.end()).find("Exif") == std::string::npos);
    // Of a thing, and where no page is found, all that is in sight.
    const auto scene = tests::runTask(show(page)->takeStill(ports::PictureSubject::Scene)).value();
    CHECK(camera::decodeJpeg(scene.jpeg)->width == kWidth);
    cv::Mat bare(kHeight, kWidth, CV_8UC3, kMat);
    const auto none = tests::runTask(show(bare)->takeStill(ports::PictureSubject::Page)).value();
    CHECK(camera::decodeJpeg(none.jpeg)->width == kWidth);
    CHECK(none.problem == ports::PictureProblem::Empty);
    cv::Mat cover(kHeight, kWidth, CV_8UC3, cv::Scalar(200, 204, 198)); // of a booklet, on a light mat
    cv::rectangle(cover, cv::Rect(300, 80, 300, 400), cv::Scalar(70, 40, 40), cv::FILLED);
    cv::putText(cover, "PASSPORT", {360, 260}, cv::FONT_HERSHEY_SIMPLEX, 1, {140, 180, 190}, 2);
    CHECK(find(cover).flaw == PageFlaw::TooDark);
    CHECK(tests::runTask(show(cover)->takeStill(ports::PictureSubject::Page))->problem ==
          ports::PictureProblem::None); // no dead end for its owner
    const auto cutOff = seen(sheet(), turned({480, 450}, kA4, 3));
    CHECK(tests::runTask(show(cutOff)->takeStill(ports::PictureSubject::Page))->problem ==
          ports::PictureProblem::CutOff);
}
