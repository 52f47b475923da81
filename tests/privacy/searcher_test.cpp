#include "tests/privacy/searcher.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace balady;
using namespace balady::privacy;

namespace {

const Canaries kCitizen{{{"identity", "1083746529"}, {"name", "Qamirazad"}, {"arabic name", "قميراء"}},
                        {},
                        {{"document", {200, 80, 140}}}};

Bytes noise(std::size_t size) {
    std::mt19937 dice(7);
    Bytes out(size);
    for (auto& byte : out)
        byte = static_cast<std::uint8_t>(dice());
    return out;
}

/// Among bytes of chance, at a place that no alignment favours.
std::vector<Hit> found(ByteView planted, const Canaries& canaries = kCitizen) {
    auto haystack = noise(20'001);
    std::copy(planted.begin(), planted.end(), haystack.begin() + 9'973);
    return Searcher(canaries).search(haystack);
}

void finds(std::string_view canary, std::string_view form, const Bytes& planted,
           const Canaries& canaries = kCitizen) {
    CAPTURE(form);
    const auto hits = found(planted, canaries);
    REQUIRE(!hits.empty());
    CHECK(hits.front().canary == canary);
    CHECK(hits.front().form == form);
    CHECK(hits.front().offset >= 9'973);
    CHECK(hits.front().offset < 9'973 + planted.size());
}

Bytes bytes(std::string_view text) {
    return {text.begin(), text.end()};
}

Bytes wide(std::u16string_view text, bool big) {
    Bytes out;
    for (const char16_t c : text) {
        out.push_back(static_cast<std::uint8_t>(big ? c >> 8 : c));
        out.push_back(static_cast<std::uint8_t>(big ? c : c >> 8));
    }
    return out;
}

} // namespace

TEST_CASE("form_of_a_canary_is_overlooked") {
    finds("identity", "utf-8", bytes("1083746529"));
    finds("identity", "utf-16le", wide(u"1083746529", false));
    finds("identity", "utf-16be", wide(u"1083746529", true));
    finds("identity", "arabic-indic utf-8", bytes("١٠٨٣٧٤٦٥٢٩"));
    finds("identity", "arabic-indic utf-16le", wide(u"١٠٨٣٧٤٦٥٢٩", false));
    finds("identity", "arabic-indic utf-16be", wide(u"١٠٨٣٧٤٦٥٢٩", true));
    finds("identity", "hexadecimal", bytes("31303833373436353239"));
    finds("identity", "part utf-8", bytes("0837465"));
    finds("identity", "part utf-16le", wide(u"3746529", false));
    finds("identity", "part arabic-indic utf-16le", wide(u"١٠٨٣٧٤٦", false));
    finds("arabic name", "utf-8", bytes("قميراء"));
    finds("arabic name", "utf-16le", wide(u"قميراء", false));
    finds("arabic name", "percent-encoded", bytes("%D9%82%D9%85%D9%8A%D8%B1%D8%A7%D8%A1"));
    finds("name", "utf-16be", wide(u"Qamirazad", true));
}

TEST_CASE("base64_is_overlooked_at_some_alignment") {
    finds("identity", "base64", bytes("MTA4Mzc0NjUyOQ=="));     // "1083746529"
    finds("identity", "base64", bytes("eDEwODM3NDY1MjkhIQ==")); // "x1083746529!!"
    finds("identity", "base64", bytes("eHgxMDgzNzQ2NTI5ISEh")); // "xx1083746529!!!"
    finds("arabic name", "base64", bytes("2YLZhdmK2LHYp9ih"));
}

TEST_CASE("piece_of_a_picture_is_overlooked") {
    const FileCanary still{"still", noise(9'000)};
    const Canaries canaries{{}, {still}, {}};
    const auto at = [&](std::size_t from, std::size_t size) {
        return Bytes(still.content.begin() + static_cast<std::ptrdiff_t>(from),
                     still.content.begin() + static_cast<std::ptrdiff_t>(from + size));
    };
    // Its own bytes are the noise's: they must be found where they were planted, and the noise begins with them.
    const auto hits = Searcher(canaries).search(at(3'000, 2'200));
    REQUIRE(!hits.empty());
    CHECK(hits.front().form == "bytes");
    const auto code = toBase64Url(at(2'999, 2'200));
    const auto coded = Searcher(canaries).search(asBytes(code));
    REQUIRE(!coded.empty());
    CHECK(coded.front().form == "base64");
}

TEST_CASE("pixels_are_overlooked_in_some_layout") {
    const auto row = [](std::initializer_list<int> pixel) {
        Bytes out;
        for (int i = 0; i < 40; ++i)
            for (const int channel : pixel) // a codec changes a colour a little
                out.push_back(
                    static_cast<std::uint8_t>(channel + (channel > 0 && channel < 255 ? i % 4 - 2 : 0)));
        return out;
    };
    finds("document", "rgb pixels", row({200, 80, 140}));
    finds("document", "bgr pixels", row({140, 80, 200}));
    finds("document", "bgrx pixels", row({140, 80, 200, 255}));
    finds("document", "rgbx pixels", row({200, 80, 140, 0}));
}

TEST_CASE("chance_is_taken_for_a_trace") {
    CHECK(Searcher(kCitizen).search(noise(2'000'000)).empty());
    CHECK(found(bytes("108374")).empty()); // fewer digits than say something
    CHECK(found(Bytes(400, 200)).empty()); // grey is not the colour
}

TEST_CASE("one_trace_is_told_many_times") {
    CHECK(found(bytes("1083746529")).size() == 1);
    CHECK(found(bytes("1083746529, 1083746529")).size() == 2);
}

TEST_CASE("trace_at_the_edge_is_overlooked") {
    CHECK(Searcher(kCitizen).search(bytes("1083746529")).size() == 1);
    auto late = noise(100);
    const auto text = bytes("Qamirazad1083746529");
    late.insert(late.end(), text.begin(), text.end());
    CHECK(Searcher(kCitizen).search(late).size() == 2);
}
