// Pictures of machine readable zones: a byte for the width in eights of pixels, then grey pixels, row by row.
#include "drivers/vision/mrz_reader.h"
#include "tests/fuzz/target.h"

#include <algorithm>

namespace {

using namespace balady;

/// As large as a zone of five pixels a character; more would only take time.
constexpr std::size_t kMostPixels = 64'000;

void run(ByteView input) {
    if (input.size() < 2 || input.size() > kMostPixels)
        return;
    const int width = std::max<int>(1, input.front()) * 8;
    const auto pixels = input.subspan(1);
    const int height = static_cast<int>(pixels.size()) / width;
    const auto reading =
        vision::MrzReader().read({pixels.data(), width, height, static_cast<std::size_t>(width)});
    fuzz::mustHold(reading.lines.size() == reading.confidence.size(), "each line says how sure it is");
    for (std::size_t line = 0; line < reading.lines.size(); ++line) {
        const auto& text = reading.lines[line];
        fuzz::mustHold(text.size() == reading.lines.front().size() &&
                           (text.size() == 30 || text.size() == 36 || text.size() == 44),
                       "a line has the size of a format");
        fuzz::mustHold(
            std::ranges::all_of(
                text, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '<'; }),
            "a zone holds characters of a zone");
        fuzz::mustHold(reading.confidence[line].size() == text.size() &&
                           std::ranges::all_of(reading.confidence[line],
                                               [](float sure) { return sure >= 0 && sure <= 1.001F; }),
                       "confidence is a share");
    }
    if (reading.valid())
        fuzz::mustHold(std::ranges::all_of(reading.checks, [](const auto& check) { return check.holds; }),
                       "what is valid has check digits that hold");
}

const fuzz::Registration kTarget("zone_pixels", run);

} // namespace
