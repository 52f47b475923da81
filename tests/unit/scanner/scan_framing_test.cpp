#include "drivers/scanner/scan_framing.h"

#include <doctest/doctest.h>

using namespace balady;
using namespace std::chrono_literals;
using scanner::Frame;
using scanner::ScanFraming;
using Scans = std::vector<std::string>;

namespace {

const Frame kStx{"\x02", "\x03"};
const ScanFraming::Time kStart{};

Scans taken(ScanFraming& framing, std::string_view text, std::chrono::milliseconds at = 0ms) {
    return framing.take(asBytes(text), kStart + at);
}

} // namespace

TEST_CASE("scan_in_pieces_is_lost") {
    ScanFraming framing({});
    CHECK(taken(framing, "10000").empty());
    CHECK(taken(framing, "").empty());
    CHECK(taken(framing, "00008").empty());
    CHECK(taken(framing, "\r") == Scans{"1000000008"});
    CHECK(framing.takeDropped() == 0);
}

TEST_CASE("every_cut_of_two_scans_changes_them") {
    for (const auto& [frame, text] : {std::pair{Frame{}, std::string("first\r\nsecond\r\n")},
                                      std::pair{Frame{"", "\r\n"}, std::string("first\r\nsecond\r\n")},
                                      std::pair{kStx, std::string("\x02"
                                                                  "first\x03\r\n\x02"
                                                                  "second\x03")}}) {
        CAPTURE(text);
        for (std::size_t cut = 0; cut <= text.size(); ++cut) {
            ScanFraming framing(frame);
            auto scans = taken(framing, text.substr(0, cut));
            for (auto& scan : taken(framing, text.substr(cut)))
                scans.push_back(scan);
            CHECK(scans == Scans{"first", "second"});
            CHECK(framing.takeDropped() == 0);
        }
    }
}

TEST_CASE("scan_that_broke_off_is_glued_to_the_next") {
    ScanFraming byLine({});
    CHECK(taken(byLine, "half", 0ms).empty());
    CHECK(taken(byLine, "whole\r", ScanFraming::kGap + 1ms) == Scans{"whole"});
    CHECK(byLine.takeDropped() == 1);

    ScanFraming framed(kStx); // here even without a pause
    CHECK(taken(framed, "\x02"
                        "half\x02"
                        "whole\x03") == Scans{"whole"});
    CHECK(framed.takeDropped() == 1);
}

TEST_CASE("slow_scanner_is_cut_short") {
    ScanFraming framing({});
    CHECK(taken(framing, "sl", 0ms).empty());
    CHECK(taken(framing, "ow", ScanFraming::kGap).empty());
    CHECK(taken(framing, "\r", 2 * ScanFraming::kGap) == Scans{"slow"});
}

TEST_CASE("noise_passes_for_a_scan") {
    for (const auto* noise : {"no\x01ise\r", "\xd8\xa8\r", "\x7f\r", "tab\tbed\r"}) {
        ScanFraming framing({});
        CHECK(taken(framing, noise).empty());
        CHECK(framing.takeDropped() == 1);
        CHECK(taken(framing, "clean\r") == Scans{"clean"});
    }
    ScanFraming framed(kStx);
    CHECK(taken(framed, "noise\x03"
                        "more\x02"
                        "clean\x03")
              .back() == "clean");
    CHECK(framed.takeDropped() == 2);
}

TEST_CASE("empty_scan_is_a_scan") {
    ScanFraming framing({});
    CHECK(taken(framing, "\r\r\n\n\r").empty());
    CHECK(framing.takeDropped() == 0);
}

TEST_CASE("endless_scan_fills_the_memory_or_passes_cut") {
    const std::string largest(ScanFraming::kLargestScan, 'a');
    for (const auto& frame : {Frame{}, kStx, Frame{"", "\r\n"}}) {
        ScanFraming framing(frame);
        CHECK(taken(framing, frame.prefix + largest + frame.suffix) == Scans{largest});
        CHECK(taken(framing, frame.prefix + largest + "a" + frame.suffix).empty());
        CHECK(framing.takeDropped() == 1);
        CHECK(taken(framing, frame.prefix + largest + largest + largest).empty());
        CHECK(taken(framing, frame.suffix + frame.prefix + "next" + frame.suffix) == Scans{"next"});
        CHECK(framing.takeDropped() == 1);
    }
}

TEST_CASE("scan_of_an_unplugged_scanner_goes_on") {
    ScanFraming framing({});
    CHECK(taken(framing, "half").empty());
    framing.startOver();
    CHECK(taken(framing, "whole\r") == Scans{"whole"});
}
