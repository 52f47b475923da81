// Photographs of pages as one PDF.
#include "printing/pdf/bound_pages.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace balady;

namespace {

/// The segments of a JPEG up to its frame, and something in place of its scan.
Bytes jpeg(int width, int height, int components = 3) {
    const auto high = [](int value) { return static_cast<std::uint8_t>(value >> 8); };
    const auto low = [](int value) { return static_cast<std::uint8_t>(value); };
    return {0xff,
            0xd8,
            0xff,
            0xe0,
            0,
            4,
            1,
            2,
            0xff,
            0xdb,
            0,
            5,
            9,
            9,
            9,
            0xff,
            0xc0,
            0,
            17,
            8,
            high(height),
            low(height),
            high(width),
            low(width),
            low(components),
            0xff,
            0xda,
            0,
            2,
            0x55,
            0xff,
            0xd9};
}

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size()))
        ++found;
    return found;
}

} // namespace

TEST_CASE("bound_pages_lose_a_page_or_a_byte") {
    const auto one = jpeg(1240, 1754), other = jpeg(1754, 1240);
    const std::vector<ByteView> pages{one, other};
    const auto bound = pdf::bindPages(pages).value();
    const std::string file(asText(bound));
    CHECK(file.starts_with("%PDF-1.7"));
    CHECK(file.ends_with("%%EOF\n"));
    CHECK(count(file, "/Type/Page/") == 2);
    CHECK(file.find("/Count 2/Kids[") != std::string::npos);
    CHECK(count(file, asText(one)) == 1);
    CHECK(count(file, asText(other)) == 1);
    CHECK(file.find(asText(one)) < file.find(asText(other)));
    CHECK(file.find("/Width 1240/Height 1754") != std::string::npos);
    CHECK(file.find("/MediaBox[0 0 595.257 842]") != std::string::npos);
    CHECK(file.find("/MediaBox[0 0 842 595.257]") != std::string::npos);
    for (const char* trace : {"/CreationDate", "/Producer", "/Creator", "/Author", "/Title"})
        CHECK(count(file, trace) == 0);
}

TEST_CASE("what_is_no_photograph_is_bound") {
    const auto refuses = [](std::vector<ByteView> pages) { return pdf::bindPages(pages).error().code; };
    const auto good = jpeg(100, 100), grey = jpeg(100, 100, 1), flat = jpeg(100, 0);
    const Bytes text{'h', 'e', 'l', 'l', 'o'}, empty;
    CHECK(refuses({}) == FaultCode::Malformed);
    for (const auto& bad : {grey, flat, text, empty})
        CHECK(refuses({good, bad}) == FaultCode::Malformed);
    for (std::size_t cut = 0; cut < 25; ++cut) // in the middle of its segments
        CHECK(refuses({ByteView(good).first(cut)}) == FaultCode::Malformed);
    auto lying = good;
    lying[4] = 0xff; // a segment that leads out of the picture
    CHECK(refuses({lying}) == FaultCode::Malformed);
}
