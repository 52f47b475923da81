// The camera over pictures in files: what it shows, how it judges and how it compresses.
#include "drivers/camera/document_camera.h"
#include "drivers/camera/jpeg.h"
#include "drivers/camera/picture.h"
#include "tests/support/run_task.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <QImage>
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

using namespace balady;
using ports::PictureProblem;
namespace fs = std::filesystem;

namespace {

/// A desk with a sheet of dark lines: sharp, well lit.
cv::Mat document(int width = 1280, int height = 720) {
    cv::Mat out(height, width, CV_8UC3, cv::Scalar(70, 90, 110));
    const cv::Rect page(width / 4, height / 10, width / 2, height * 8 / 10);
    cv::rectangle(out, page, cv::Scalar(235, 238, 240), cv::FILLED);
    for (int y = page.y + 30; y < page.y + page.height - 30; y += 24)
        cv::putText(out, "lorem ipsum dolor sit amet", {page.x + 20, y}, cv::FONT_HERSHEY_SIMPLEX, 0.6,
                    {30, 30, 30});
    return out;
}

ports::Frame frameOf(const cv::Mat& mat) {
    return {mat.cols, mat.rows, std::make_shared<const Bytes>(mat.datastart, mat.dataend), 1};
}

PictureProblem judge(const cv::Mat& picture) {
    return camera::judge(frameOf(picture));
}

/// A folder of scenes and a control file, gone afterwards.
struct Scenes {
    void save(const std::string& name, const cv::Mat& picture) {
        fs::create_directories((folder / name).parent_path());
        const auto jpeg = camera::encodeJpeg(picture.data, picture.cols, picture.rows, 97).value();
        std::ofstream(folder / name, std::ios::binary) << asText(jpeg);
    }
    void show(const std::string& scene) { std::ofstream(folder / "control") << scene << '\n'; }
    [[nodiscard]] std::unique_ptr<camera::DocumentCamera> camera() const {
        return camera::DocumentCamera::ofScenes(folder.path(), folder / "control");
    }

    tests::TempFolder folder;
};

cv::Mat plain(int level) {
    return {48, 64, CV_8UC3, cv::Scalar::all(level)};
}

int levelOf(const Result<ports::Frame>& frame) {
    return frame.value().bgr->front();
}

} // namespace

TEST_CASE("bad_picture_is_accepted") {
    CHECK(judge(document()) == PictureProblem::None);
    CHECK(judge(document(2592, 1944)) == PictureProblem::None);
    CHECK(judge(document() * 0.15) == PictureProblem::TooDark);
    CHECK(judge(document() * 1.6 + cv::Scalar::all(150)) == PictureProblem::TooBright);
    CHECK(judge(cv::Mat(720, 1280, CV_8UC3, cv::Scalar(150, 160, 170))) == PictureProblem::Empty);
    cv::Mat blurred;
    cv::GaussianBlur(document(), blurred, {}, 5);
    CHECK(judge(blurred) == PictureProblem::Blurred);
}

TEST_CASE("white_paper_counts_as_overexposed") {
    cv::Mat page(720, 1280, CV_8UC3, cv::Scalar(244, 246, 246));
    for (int y = 60; y < 680; y += 40)
        cv::putText(page, "one line of text", {80, y}, cv::FONT_HERSHEY_SIMPLEX, 1, {40, 40, 40}, 2);
    CHECK(judge(page) == PictureProblem::None);
}

TEST_CASE("sensor_noise_hides_blur_or_emptiness") {
    const auto noisy = [](cv::Mat picture) {
        cv::Mat noise(picture.size(), CV_8SC3);
        cv::setRNGSeed(7);
        cv::randn(noise, 0, 3);
        cv::add(picture, noise, picture, cv::noArray(), CV_8UC3);
        return picture;
    };
    CHECK(judge(noisy(cv::Mat(1080, 1920, CV_8UC3, cv::Scalar::all(160)))) == PictureProblem::Empty);
    cv::Mat blurred;
    cv::GaussianBlur(document(1920, 1080), blurred, {}, 8);
    CHECK(judge(noisy(blurred)) == PictureProblem::Blurred);
}

TEST_CASE("still_is_too_large_or_carries_metadata") {
    cv::Mat noise(3000, 4000, CV_8UC3); // the worst case for the codec
    cv::setRNGSeed(7);
    cv::randu(noise, 0, 255);
    const auto jpeg = camera::compress(frameOf(noise), camera::kLargestScene).value();
    CHECK(jpeg.size() <= 2 * 1024 * 1024);
    CHECK(6 * camera::compress(frameOf(noise), camera::kLargestPage)->size() < 5 * 1024 * 1024 - 10'000);
    const auto seen = QImage::fromData(jpeg.data(), static_cast<int>(jpeg.size()), "JPG");
    CHECK(seen.size() == QSize(2400, 1800));
    const std::string text(jpeg.begin(), jpeg.end());
    CHECK(text.starts_with("\xff\xd8"));
    CHECK(text.find("Exif") == std::string::npos);
    CHECK(camera::decodeJpeg(camera::compress(frameOf(document()), camera::kLargestScene).value())->width ==
          1280); // never enlarged
}

TEST_CASE("citizen_is_shown_another_picture_than_is_sent") {
    for (const auto& picture : {document(), document(2592, 1944), plain(90)}) {
        const auto jpeg = camera::compress(frameOf(picture), camera::kLargestScene).value();
        const auto shown = camera::shownOf(jpeg).value();
        CHECK(shown.width == std::min(picture.cols, 1280)); // wider than high
        CHECK(std::abs(shown.height * picture.cols - picture.rows * shown.width) < picture.cols);
        REQUIRE(shown.bgr.size() == std::size_t{3} * static_cast<std::size_t>(shown.width * shown.height));
        const cv::Mat seen(shown.height, shown.width, CV_8UC3, const_cast<std::uint8_t*>(shown.bgr.data()));
        CHECK(cv::norm(cv::mean(seen), cv::mean(picture)) < 2);
    }
    CHECK_FALSE(camera::shownOf(asBytes("no picture")).has_value());
}

TEST_CASE("scene_does_not_follow_the_control_file") {
    Scenes scenes;
    scenes.save("default.jpg", plain(10));
    scenes.save("page.jpg", plain(20));
    scenes.save("street/1.jpg", plain(31));
    scenes.save("street/2.jpg", plain(32));
    const auto camera = scenes.camera();
    CHECK(levelOf(tests::runTask(camera->nextFrame())) == 10); // no control file yet
    scenes.show("page");
    const auto page = tests::runTask(camera->nextFrame());
    CHECK(levelOf(page) == 20);
    CHECK(page->width == 64);
    CHECK(page->height == 48);
    CHECK(page->bgr->size() == 64u * 48u * 3u);
    scenes.show("street");
    CHECK(levelOf(tests::runTask(camera->nextFrame())) == 31);
    CHECK(levelOf(tests::runTask(camera->nextFrame())) == 32);
    CHECK(levelOf(tests::runTask(camera->nextFrame())) == 31);
    scenes.show("");
    const auto last = tests::runTask(camera->nextFrame());
    CHECK(levelOf(last) == 10);
    CHECK(last->sequence > page->sequence);
}

TEST_CASE("camera_unplugged_and_back") {
    Scenes scenes;
    scenes.save("default.jpg", plain(10));
    const auto camera = scenes.camera();
    REQUIRE(tests::runTask(camera->nextFrame()).has_value());
    scenes.show("unplugged");
    CHECK(tests::runTask(camera->nextFrame()).error().code == FaultCode::NoDevice);
    CHECK(tests::runTask(camera->takeStill(ports::PictureSubject::Scene)).error().code ==
          FaultCode::NoDevice);
    scenes.show("nowhere");
    CHECK(tests::runTask(camera->nextFrame()).error().code == FaultCode::NoDevice);
    scenes.show("default");
    CHECK(tests::runTask(camera->nextFrame()).has_value());
}

TEST_CASE("device_that_is_not_there_throws") {
    const auto missing = camera::DocumentCamera::ofDevice("/dev/balady-no-such-camera");
    CHECK(tests::runTask(missing->nextFrame()).error().code == FaultCode::NoDevice);
    CHECK(tests::runTask(missing->takeStill(ports::PictureSubject::Scene)).error().code ==
          FaultCode::NoDevice);
    const auto foreign = camera::DocumentCamera::ofDevice("/dev/null");
    CHECK(tests::runTask(foreign->nextFrame()).error().code == FaultCode::NoDevice);
}

TEST_CASE("damaged_scene_is_shown_as_if_it_were_whole") {
    Scenes scenes;
    scenes.save("default.jpg", document());
    const auto half = fs::file_size(scenes.folder / "default.jpg") / 2;
    fs::resize_file(scenes.folder / "default.jpg", half);
    CHECK(tests::runTask(scenes.camera()->nextFrame()).error().code == FaultCode::HardwareError);
}

TEST_CASE("still_is_not_judged") {
    Scenes scenes;
    scenes.save("default.jpg", document());
    scenes.save("night.jpg", document() * 0.1);
    const auto camera = scenes.camera();
    const auto good = tests::runTask(camera->takeStill(ports::PictureSubject::Scene));
    CHECK(good->problem == PictureProblem::None);
    CHECK(good->jpeg.size() > 10000);
    scenes.show("night");
    CHECK(tests::runTask(camera->takeStill(ports::PictureSubject::Scene))->problem ==
          PictureProblem::TooDark);
}
