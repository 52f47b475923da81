// The JPEG codec against what cameras really send.
#include "drivers/camera/jpeg.h"

#include <doctest/doctest.h>

#include <QImage>
#include <algorithm>
#include <array>
#include <random>

using namespace balady;

namespace {

constexpr int kWidth = 160;
constexpr int kHeight = 120;

Bytes picture() {
    Bytes pixels;
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; ++x)
            for (const int level : {x, y * 2, (x + y) * 255 / (kWidth + kHeight)})
                pixels.push_back(static_cast<std::uint8_t>(level));
    return pixels;
}

Bytes jpeg() {
    return camera::encodeJpeg(picture().data(), kWidth, kHeight, 90).value();
}

/// Without its tables of Huffman codes (T.81, B.2.4.2): what motion JPEG leaves out.
Bytes withoutHuffmanTables(const Bytes& whole) {
    constexpr std::uint8_t kTables = 0xc4;
    constexpr std::uint8_t kScan = 0xda;
    Bytes out(whole.begin(), whole.begin() + 2);
    std::size_t at = 2;
    while (whole[at + 1] != kScan) {
        const auto next = at + 2 + static_cast<std::size_t>(whole[at + 2] << 8 | whole[at + 3]);
        if (whole[at + 1] != kTables)
            out.insert(out.end(), whole.begin() + static_cast<std::ptrdiff_t>(at),
                       whole.begin() + static_cast<std::ptrdiff_t>(next));
        at = next;
    }
    out.insert(out.end(), whole.begin() + static_cast<std::ptrdiff_t>(at), whole.end());
    return out;
}

} // namespace

TEST_CASE("colours_are_swapped") {
    Bytes red(kWidth * kHeight * 3, 0);
    for (std::size_t i = 2; i < red.size(); i += 3)
        red[i] = 255;
    const auto coded = camera::encodeJpeg(red.data(), kWidth, kHeight, 90).value();
    const auto seen =
        QImage::fromData(coded.data(), static_cast<int>(coded.size()), "JPG").pixelColor(80, 60);
    CHECK(seen.red() > 240);
    CHECK(seen.blue() < 15);
    const auto decoded = camera::decodeJpeg(coded).value();
    CHECK(decoded.bgr->at(0) < 15);
    CHECK(decoded.bgr->at(2) > 240);
}

TEST_CASE("motion_jpeg_is_refused") {
    const auto bare = withoutHuffmanTables(jpeg());
    REQUIRE(bare.size() < jpeg().size());
    const auto frame = camera::decodeJpeg(bare);
    REQUIRE(frame.has_value());
    CHECK(*frame->bgr == *camera::decodeJpeg(jpeg())->bgr);
}

TEST_CASE("padding_or_a_stray_byte_makes_a_picture_bad") {
    auto padded = jpeg();
    padded.insert(padded.end(), 300, 0);
    CHECK(camera::decodeJpeg(padded).has_value());
    auto stray = jpeg();
    stray.insert(stray.end() - 2, 0x3c);
    CHECK(camera::decodeJpeg(stray).has_value());
}

TEST_CASE("picture_cut_off_is_taken_for_whole") {
    const auto whole = jpeg();
    for (std::size_t size = 0; size < whole.size(); size += 7)
        CHECK(!camera::decodeJpeg(ByteView(whole).first(size)).has_value());
}

TEST_CASE("picture_with_lost_pixels_is_taken_for_whole") {
    auto gap = jpeg();
    const auto middle = gap.begin() + static_cast<std::ptrdiff_t>(gap.size() / 2);
    gap.erase(middle, middle + 400); // what a lost packet leaves
    CHECK(!camera::decodeJpeg(gap).has_value());
}

TEST_CASE("bytes_of_chance_crash_the_codec") {
    std::mt19937 random(7);
    for (int i = 0; i < 300; ++i) {
        auto bytes = jpeg();
        for (int j = 0; j < 20; ++j)
            bytes[random() % bytes.size()] = static_cast<std::uint8_t>(random());
        if (const auto frame = camera::decodeJpeg(bytes))
            CHECK(frame->bgr->size() ==
                  static_cast<std::size_t>(frame->width) * static_cast<std::size_t>(frame->height) * 3);
    }
}

TEST_CASE("header_that_promises_a_giant_is_believed") {
    auto giant = jpeg();
    const std::array<std::uint8_t, 2> frame{0xff,
                                            0xc0}; // start of frame (T.81, B.2.2): length, precision, height
    const auto at = std::search(giant.begin(), giant.end(), frame.begin(), frame.end()) + 5;
    std::fill(at, at + 4, std::uint8_t{0xff});
    CHECK(!camera::decodeJpeg(giant).has_value());
}

TEST_CASE("few_bytes_that_promise_many_pixels_keep_the_camera_busy") {
    auto wide = jpeg();
    const std::array<std::uint8_t, 2> frame{0xff, 0xc0};
    const auto size = std::search(wide.begin(), wide.end(), frame.begin(), frame.end()) + 5; // height, width
    const std::array<std::uint8_t, 4> large{0x18, 0x00, 0x18, 0x00}; // 37 million pixels
    std::ranges::copy(large, size);
    CHECK(camera::decodeJpeg(wide).error().context == "jpeg: impossible size");
}

TEST_CASE("picture_in_hundreds_of_scans_keeps_the_camera_busy") {
    auto again = jpeg();
    const std::array<std::uint8_t, 2> scan{0xff, 0xda};
    const auto begin = std::search(again.begin(), again.end(), scan.begin(), scan.end());
    const Bytes head(begin, begin + 14);
    for (int i = 0; i < 100; ++i)
        again.insert(again.end() - 2, head.begin(), head.end());
    CHECK(camera::decodeJpeg(again).error().context == "jpeg: too many scans");
}
