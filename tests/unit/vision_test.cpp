// The code reader against codes as a camera sees them.
#include "drivers/vision/zxing_code_reader.h"
#include "printing/layout/qr_code.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <doctest/doctest.h>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

using namespace balady;
namespace asio = boost::asio;

namespace {

/// As long as a signed licence (config/api: a compact JWS).
std::string licenceSized() {
    std::string out = "eyJhbGciOiJFZERTQSIsImtpZCI6InNhbmRib3gtMSJ9.";
    while (out.size() < 700)
        out += static_cast<char>('A' + out.size() * 7 % 26);
    return out;
}

/// The code in the middle of a grey 1920 x 1080 frame.
cv::Mat sceneWith(const std::string& text, int pixelsPerModule, double degrees = 0) {
    const auto code = layout::makeQrCode(text).value();
    const int modules = code.size + 2 * layout::kQrQuietZone;
    cv::Mat small(modules, modules, CV_8UC3, cv::Scalar::all(235)), large, out;
    for (int row = 0; row < code.size; ++row)
        for (int column = 0; column < code.size; ++column)
            if (code.isDark(row, column))
                small.at<cv::Vec3b>(row + layout::kQrQuietZone, column + layout::kQrQuietZone) = {35, 30, 30};
    cv::resize(small, large, {}, pixelsPerModule, pixelsPerModule, cv::INTER_NEAREST);
    auto turn = cv::getRotationMatrix2D(
        {static_cast<float>(large.cols) / 2, static_cast<float>(large.rows) / 2}, degrees, 1);
    turn.at<double>(0, 2) += 960 - large.cols / 2.0;
    turn.at<double>(1, 2) += 540 - large.rows / 2.0;
    cv::warpAffine(large, out, turn, {1920, 1080}, cv::INTER_LINEAR, cv::BORDER_CONSTANT,
                   cv::Scalar::all(200));
    return out;
}

/// A Code 128 bar code, as a numbered sheet bears it, below and left of what is in the scene.
void addBars(cv::Mat& scene, const std::string& text, int pixelsPerModule) {
    const auto bars = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::Code128)
                          .setMargin(10)
                          .encode(std::wstring(text.begin(), text.end()), 0, 1);
    for (int column = 0; column < bars.width(); ++column)
        cv::rectangle(scene, cv::Rect(60 + column * pixelsPerModule, 960, pixelsPerModule, 90),
                      cv::Scalar::all(bars.get(column, 0) ? 35 : 235), cv::FILLED);
}

void asFromASensor(cv::Mat& scene, double blur) {
    cv::GaussianBlur(scene, scene, {}, blur);
    cv::Mat noise(scene.size(), CV_8SC3);
    cv::setRNGSeed(11);
    cv::randn(noise, 0, 6);
    cv::add(scene, noise, scene, cv::noArray(), CV_8UC3);
}

ports::Frame frameOf(const cv::Mat& mat) {
    const cv::Mat whole = mat.isContinuous() ? mat : mat.clone();
    return {whole.cols, whole.rows,
            std::make_shared<const std::vector<std::uint8_t>>(whole.datastart, whole.dataend), 1};
}

std::vector<std::string> read(ports::Frame frame, ports::CodeKinds kinds = ports::CodeKinds::Squares) {
    vision::ZxingCodeReader reader;
    asio::io_context context;
    std::optional<Result<std::vector<std::string>>> out;
    asio::co_spawn(context, reader.read(std::move(frame), kinds),
                   [&](std::exception_ptr error, Result<std::vector<std::string>> result) {
                       REQUIRE(!error);
                       out = std::move(result);
                   });
    context.run_for(std::chrono::seconds{20});
    REQUIRE(out.has_value());
    return out->value();
}

} // namespace

TEST_CASE("licence_under_the_camera_is_not_read") {
    const auto licence = licenceSized();
    for (const int pixels : {3, 4, 6})
        for (const double degrees : {0.0, 7.0, -20.0, 90.0, 180.0}) {
            auto scene = sceneWith(licence, pixels, degrees);
            asFromASensor(scene, 0.8);
            CAPTURE(pixels);
            CAPTURE(degrees);
            const auto start = std::chrono::steady_clock::now();
            const auto codes = read(frameOf(scene));
            if (degrees == 7.0)
                MESSAGE("px/module ", pixels, ", ms: ",
                        std::chrono::duration_cast<std::chrono::milliseconds>(
                            std::chrono::steady_clock::now() - start)
                            .count());
            REQUIRE(codes.size() == 1);
            CHECK(codes.front() == licence);
        }
}

TEST_CASE("two_codes_in_one_picture_are_confused") {
    auto scene = sceneWith("https://example.test/first", 5);
    const auto other = sceneWith("https://example.test/second", 5);
    scene = scene(cv::Rect(480, 0, 960, 1080)).clone();
    cv::Mat both;
    cv::hconcat(scene, other(cv::Rect(480, 0, 960, 1080)).clone(), both);
    auto codes = read(frameOf(both));
    std::sort(codes.begin(), codes.end());
    CHECK(codes == std::vector<std::string>{"https://example.test/first", "https://example.test/second"});
}

TEST_CASE("numbered_sheet_beside_the_licences_code_is_not_read") {
    const auto licence = licenceSized();
    for (const int pixels : {2, 3, 4}) {
        auto scene = sceneWith(licence, 4);
        addBars(scene, "DM-00041237", pixels);
        asFromASensor(scene, 0.8);
        CAPTURE(pixels);
        auto codes = read(frameOf(scene), ports::CodeKinds::SquaresAndBars);
        std::sort(codes.begin(), codes.end());
        CHECK(codes == std::vector<std::string>{"DM-00041237", licence});
        // Where only licences are looked for, the number of their paper is in nobody's way.
        CHECK(read(frameOf(scene)) == std::vector<std::string>{licence});
    }
}

TEST_CASE("two_bar_codes_in_one_picture_end_the_program") {
    cv::Mat scene(1080, 1920, CV_8UC3, cv::Scalar::all(200));
    addBars(scene, "DM-00041237", 4);
    const auto one = scene.clone();
    cv::flip(one, scene, 0);
    cv::min(scene, one, scene); // above and below
    for (const double degrees : {0.0, 7.0, 90.0, 180.0}) {
        cv::Mat turned;
        cv::warpAffine(scene, turned, cv::getRotationMatrix2D({960, 540}, degrees, 1), scene.size(),
                       cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar::all(200));
        const auto codes = read(frameOf(turned), ports::CodeKinds::SquaresAndBars);
        CHECK(codes.size() <= 1);
        for (const auto& code : codes)
            CHECK(code == "DM-00041237");
    }
}

TEST_CASE("picture_without_a_code_fails_or_invents_one") {
    CHECK(read(frameOf(cv::Mat(1080, 1920, CV_8UC3, cv::Scalar::all(128)))).empty());
    cv::Mat noise(1080, 1920, CV_8UC3);
    cv::setRNGSeed(3);
    cv::randu(noise, 0, 255);
    CHECK(read(frameOf(noise)).empty());
    auto torn = sceneWith(licenceSized(), 5);
    cv::rectangle(torn, {960, 540}, {1920, 1080}, cv::Scalar::all(235),
                  cv::FILLED); // a quarter and a half gone
    CHECK(read(frameOf(torn)).empty());
}

TEST_CASE("frame_that_lies_about_its_size_is_read_past_its_end") {
    const auto pixels = std::make_shared<const std::vector<std::uint8_t>>(300);
    CHECK(read({1920, 1080, pixels, 1}).empty());
    CHECK(read({-1, -100, pixels, 1}).empty());
    CHECK(read({0, 0, pixels, 1}).empty());
    CHECK(read({10, 10, nullptr, 1}).empty());
    CHECK(read({10, 10, pixels, 1}).empty());
}

TEST_CASE("arabic_text_in_a_code_is_garbled") {
    CHECK(read(frameOf(sceneWith("بلدي ١٢٣", 6))) == std::vector<std::string>{"بلدي ١٢٣"});
}
