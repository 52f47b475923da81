#include "printing/layout/dot_canvas.h"

#include <doctest/doctest.h>

#include <string>

using namespace balady;
using layout::Bitmap;
using layout::DotCanvas;

namespace {

std::string text(const Bitmap& dots) {
    std::string lines;
    for (int y = 0; y < dots.heightDots; ++y, lines += '\n')
        for (int x = 0; x < dots.widthDots; ++x)
            lines += dots.isBlack(x, y) ? '#' : '.';
    return lines;
}

const Bitmap kTriangle{10, 2, {0b1111'1111, 0b1100'0000, 0b0011'1100, 0b0000'0000}};

} // namespace

TEST_CASE("dots_beside_the_roll_come_back_on_its_other_side") {
    DotCanvas canvas(16);
    canvas.stamp(kTriangle, -3, 0);
    canvas.stamp(kTriangle, 12, 2);
    canvas.stamp(kTriangle, 3, 4);
    canvas.stamp(kTriangle, -11, 6);
    canvas.stamp(kTriangle, 16, 6);
    CHECK(text(canvas.cutOff(7)) == "#######.........\n"
                                    "###.............\n"
                                    "............####\n"
                                    "..............##\n"
                                    "...##########...\n"
                                    ".....####.......\n"
                                    "................\n");
}

TEST_CASE("dots_above_the_roll_are_written_into_memory_before_it") {
    DotCanvas canvas(16);
    canvas.stamp(kTriangle, 0, -1);
    canvas.bar(8, -5, 8, 6);
    canvas.span(0, 16, -1);
    CHECK(text(canvas.cutOff(2)) == "..####..########\n"
                                    "................\n");
}

TEST_CASE("stamp_wipes_what_stands_below_its_white") {
    DotCanvas canvas(16);
    canvas.bar(0, 0, 16, 1);
    canvas.stamp(kTriangle, 3, -1);
    CHECK(text(canvas.cutOff(1)) == "################\n");
}

TEST_CASE("span_blackens_its_neighbours") {
    for (int left = 0; left <= 24; ++left)
        for (int right = 0; right <= 24; ++right) {
            CAPTURE(left);
            CAPTURE(right);
            const auto expected = right > left
                                      ? std::string(static_cast<std::size_t>(left), '.') +
                                            std::string(static_cast<std::size_t>(right - left), '#') +
                                            std::string(static_cast<std::size_t>(24 - right), '.')
                                      : std::string(24, '.');
            DotCanvas black(24);
            black.span(left, right, 0);
            CHECK(text(black.cutOff(1)) == expected + '\n');
            DotCanvas white(24);
            white.span(0, 24, 0);
            white.span(left, right, 0, false);
            auto inverse = expected;
            for (auto& dot : inverse)
                dot = dot == '#' ? '.' : '#';
            CHECK(text(white.cutOff(1)) == inverse + '\n');
        }
}

TEST_CASE("disc_is_a_square_or_lopsided") {
    DotCanvas canvas(8);
    canvas.roundedBar(0, 0, 8, 8, 4);
    CHECK(text(canvas.cutOff(8)) == "..####..\n"
                                    ".######.\n"
                                    "########\n"
                                    "########\n"
                                    "########\n"
                                    "########\n"
                                    ".######.\n"
                                    "..####..\n");
}

TEST_CASE("canvas_keeps_a_receipt_that_was_cut_off") {
    DotCanvas canvas(8);
    canvas.bar(0, 0, 8, 700);
    CHECK(canvas.cutOff(600).heightDots == 600);
    CHECK(text(canvas.cutOff(2)) == "........\n........\n");
}
