// The portrait: found where somebody sits, what it would lack, and what is kept of it. The faces are drawn, nobody's.
#include "drivers/camera/document_camera.h"
#include "drivers/camera/find_face.h"
#include "drivers/camera/jpeg.h"
#include "drivers/camera/picture.h"
#include "drivers/camera/straighten.h"
#include "tests/simulators/camera/brush.h"
#include "tests/simulators/camera/sitter.h"
#include "tests/support/run_task.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>

#include <QPainter>
#include <cmath>
#include <fstream>
#include <numbers>
#include <string>

using namespace balady;
using model::PageFlaw;
using scenes::Sitter;

namespace {

ports::Frame asFrame(const QImage& drawn) {
    const auto image = drawn.convertToFormat(QImage::Format_BGR888);
    auto pixels = std::make_shared<Bytes>();
    for (int y = 0; y < image.height(); ++y)
        pixels->insert(pixels->end(), image.constScanLine(y),
                       image.constScanLine(y) + std::ptrdiff_t{3} * image.width());
    return {image.width(), image.height(), std::move(pixels), 1};
}

model::PageSight find(const std::vector<Sitter>& sitters) {
    return camera::findFace(asFrame(scenes::drawSitters(sitters)));
}

/// Where a corner of the portrait is expected: `right` and `down` in distances of the eyes from between them.
model::Spot expected(const Sitter& sitter, double right, double down) {
    const double angle = sitter.degrees * std::numbers::pi / 180;
    const auto x = sitter.eyeDistance * (right * std::cos(angle) - down * std::sin(angle));
    const auto y = sitter.eyeDistance * (right * std::sin(angle) + down * std::cos(angle));
    return {static_cast<float>((sitter.middle.x() + x) / scenes::kFrame.width()),
            static_cast<float>((sitter.middle.y() + y) / scenes::kFrame.height())};
}

/// The largest distance of a corner from where it belongs, in distances of the eyes.
double error(const model::PageSight& sight, const Sitter& sitter) {
    const double top = -4 * 0.6, bottom = top + 4 / (35.0 / 45);
    const model::Outline truth{expected(sitter, -2, top), expected(sitter, 2, top),
                               expected(sitter, 2, bottom), expected(sitter, -2, bottom)};
    double worst = 0;
    for (std::size_t i = 0; i < 4; ++i)
        worst =
            std::max(worst, std::hypot(double{(*sight.outline)[i].x - truth[i].x} * scenes::kFrame.width(),
                                       double{(*sight.outline)[i].y - truth[i].y} * scenes::kFrame.height()) /
                                sitter.eyeDistance);
    return worst;
}

camera::DocumentCamera& showing(const QImage& scene, const tests::TempFolder& folder,
                                std::unique_ptr<camera::DocumentCamera>& room) {
    const auto frame = asFrame(scene);
    const auto jpeg = camera::encodeJpeg(frame.bgr->data(), frame.width, frame.height, 93).value();
    std::ofstream(folder / "default.jpg", std::ios::binary) << asText(jpeg);
    room = camera::DocumentCamera::ofScenes(folder.path(), folder / "control");
    return *room;
}

} // namespace

TEST_CASE("face_is_not_found_where_it_is") {
    Sitter near, leaning, aside;
    near.eyeDistance = 195;
    near.middle = {960, 480};
    leaning.degrees = -6;
    aside.middle = {1100, 540};
    Sitter small{120, {900, 500}};
    for (const auto& sitter : {Sitter{}, near, leaning, aside, small}) {
        const auto sight = find({sitter});
        CAPTURE(sitter.eyeDistance);
        CAPTURE(sitter.degrees);
        CHECK(sight.flaw == PageFlaw::None);
        REQUIRE(sight.outline);
        CHECK(error(sight, sitter) < 0.25); // of 5.1 that it is high
    }
}

TEST_CASE("poor_portrait_passes") {
    Sitter shut, tilted, lamp;
    shut.eyesOpen = false;
    tilted.degrees = 13;
    lamp.lampFromTheSide = 0.7;
    CHECK(find({shut}).flaw == PageFlaw::EyesShut);
    CHECK(find({tilted}).flaw == PageFlaw::Tilted);
    CHECK(find({lamp}).flaw == PageFlaw::UnevenLight);
    CHECK(find({{84, {960, 540}}}).flaw == PageFlaw::TooFar);
    CHECK(find({{250, {960, 512}}}).flaw == PageFlaw::TooNear);
    CHECK(find({{165, {560, 512}}}).flaw == PageFlaw::OffCentre);
    CHECK(find({{165, {960, 330}}}).flaw == PageFlaw::OffCentre); // the portrait's top is cut off
    const auto good = scenes::drawSitters({Sitter{}});
    scenes::Random random(1);
    CHECK(camera::findFace(asFrame(scenes::blurred(good, 14))).flaw == PageFlaw::Blurred);
    CHECK(camera::findFace(asFrame(scenes::dimmed(good, 0.2, random))).flaw == PageFlaw::TooDark);
    CHECK(camera::findFace(asFrame(scenes::dimmed(good, 0.02, random))).flaw == PageFlaw::TooDark);
}

TEST_CASE("somebody_else_is_in_the_portrait") {
    CHECK(find({{130, {1330, 470}}, {165, {800, 512}}}).flaw == PageFlaw::SeveralFaces);
    // Who stands far behind is no reason to send somebody away.
    CHECK(find({{52, {1560, 420}}, Sitter{}}).flaw == PageFlaw::None);
}

TEST_CASE("thing_is_taken_for_a_face") {
    CHECK(find({}).flaw == PageFlaw::NoFace);
    CHECK_FALSE(find({}).outline);
    auto page = scenes::drawSitters({});
    QPainter painter(&page);
    painter.fillRect(QRect(560, 90, 640, 900), QColor(240, 240, 238));
    for (int line = 0; line < 22; ++line)
        for (int word = 0; word < 7; ++word)
            painter.fillRect(QRect(610 + word * 78, 140 + line * 37, 40 + (line * 7 + word * 11) % 30, 14),
                             QColor(40, 40, 44));
    painter.end();
    CHECK(camera::findFace(asFrame(page)).flaw == PageFlaw::NoFace);
    for (const auto& size :
         {QSize(1, 1), QSize(64, 64), QSize(700, 64), QSize(16, 2000)}) { // no camera has it
        QImage odd(size, QImage::Format_RGB32);
        odd.fill(QColor(200, 190, 180));
        CHECK(camera::findFace(asFrame(odd)).flaw == PageFlaw::NoFace);
    }
}

TEST_CASE("smaller_camera_is_told_to_come_closer_for_ever") {
    for (const auto& size : {QSize(1280, 720), QSize(640, 360), QSize(3840, 2160)}) {
        const auto scene = scenes::drawSitters({Sitter{}});
        const auto sight =
            camera::findFace(asFrame(scene.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)));
        CAPTURE(size.width());
        // Five times enlarged, a picture has no detail that fine; that is what the finder says of it.
        CHECK((sight.flaw == PageFlaw::None || (size.width() > 1920 && sight.flaw == PageFlaw::Blurred)));
    }
}

TEST_CASE("portrait_holds_more_than_the_face_or_tells_of_the_camera") {
    const tests::TempFolder folder;
    std::unique_ptr<camera::DocumentCamera> room;
    Sitter leaning;
    leaning.degrees = 6;
    const auto kept =
        tests::runTask(
            showing(scenes::drawSitters({leaning}), folder, room).takeStill(ports::PictureSubject::Portrait))
            .value();
    CHECK(kept.problem == ports::PictureProblem::None);
    CHECK(kept.jpeg.size() <= camera::kLargestPortrait);
    CHECK(std::string(kept.jpeg.begin(), kept.jpeg.end()).find("Exif") == std::string::npos);
    const auto portrait = camera::decodeJpeg(kept.jpeg).value();
    CHECK(portrait.width == doctest::Approx(4 * leaning.eyeDistance).epsilon(0.06));
    CHECK(portrait.width * 45 == doctest::Approx(portrait.height * 35).epsilon(0.01));
    // It is level now: at the height of the eyes, both pupils are dark, and what is between them is not.
    const auto grey = [&](double x, double y) {
        const auto at =
            (static_cast<std::size_t>(y * portrait.height) * static_cast<std::size_t>(portrait.width) +
             static_cast<std::size_t>(x * portrait.width)) *
            3;
        return ((*portrait.bgr)[at] + (*portrait.bgr)[at + 1] + (*portrait.bgr)[at + 2]) / 3;
    };
    const auto darkestAbout = [&](double x) {
        int darkest = 255;
        for (double right = -0.03; right < 0.03; right += 0.005)
            for (double down = -0.03; down < 0.03; down += 0.005)
                darkest = std::min(darkest, grey(x + right, 0.467 + down));
        return darkest;
    };
    CHECK(darkestAbout(0.375) < 50);
    CHECK(darkestAbout(0.625) < 50);
    CHECK(darkestAbout(0.5) > 90);
    // Of nobody, all that is in sight is shown, and it is not good enough.
    const auto none =
        tests::runTask(
            showing(scenes::drawSitters({}), folder, room).takeStill(ports::PictureSubject::Portrait))
            .value();
    CHECK(none.problem == ports::PictureProblem::NoFace);
    CHECK(camera::decodeJpeg(none.jpeg)->width == scenes::kFrame.width());
}
