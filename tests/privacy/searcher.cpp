#include "tests/privacy/searcher.h"

#include <algorithm>
#include <cstring>
#include <map>

namespace balady::privacy {
namespace {

constexpr unsigned kHashBits = 16;

std::uint32_t hashAt(const std::uint8_t* at) {
    std::uint32_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return word * 0x9e3779b1u >> (32 - kHashBits);
}

/// A run of so many pixels is a piece of the picture: a row of it, even where it is drawn small.
constexpr std::size_t kPixelRun = 24;
/// What a codec and a scaler may change of a colour.
constexpr int kTolerance = 6;

Neighbourhood neighbourhoodOf(ByteView haystack, std::size_t from, std::size_t to) {
    constexpr std::size_t kAround = 32;
    std::size_t zeros = 0, printable = 0, all = 0;
    const auto see = [&](std::size_t begin, std::size_t end) {
        for (auto i = begin; i < end; ++i, ++all) {
            zeros += haystack[i] == 0;
            printable += haystack[i] >= 0x20 && haystack[i] != 0x7f && haystack[i] != 0xff;
        }
    };
    see(from < kAround ? 0 : from - kAround, from);
    see(to, std::min(haystack.size(), to + kAround));
    if (zeros == all)
        return Neighbourhood::Zeros;
    if (printable * 10 >= all * 9)
        return Neighbourhood::Text;
    if (zeros * 10 >= all * 4 && (zeros + printable) * 10 >= all * 9)
        return Neighbourhood::WideText;
    return Neighbourhood::Binary;
}

} // namespace

std::string_view name(Neighbourhood neighbourhood) {
    switch (neighbourhood) {
    case Neighbourhood::Zeros: return "zeros";
    case Neighbourhood::Text: return "text";
    case Neighbourhood::WideText: return "wide text";
    case Neighbourhood::Binary: return "binary";
    }
    return "";
}

Searcher::Searcher(const Canaries& canaries)
    : m_needles(needles(canaries)), m_colours(canaries.colours), m_begins((1u << kHashBits) / 64),
      m_byHash(1u << kHashBits) {
    for (std::uint32_t i = 0; i < m_needles.size(); ++i) {
        const auto hash = hashAt(m_needles[i].bytes.data());
        m_begins[hash / 64] |= std::uint64_t{1} << hash % 64;
        m_byHash[hash].push_back(i);
        m_longest = std::max(m_longest, m_needles[i].bytes.size());
    }
    m_longest = std::max(m_longest, kPixelRun * 4);
}

std::vector<Hit> Searcher::search(ByteView haystack) const {
    std::vector<Hit> hits;
    searchNeedles(haystack, hits);
    for (const auto& colour : m_colours)
        searchColour(colour, haystack, hits);
    std::stable_sort(hits.begin(), hits.end(),
                     [](const Hit& a, const Hit& b) { return a.offset < b.offset; });
    return hits;
}

void Searcher::searchNeedles(ByteView haystack, std::vector<Hit>& hits) const {
    std::map<std::string_view, std::size_t> toldUpTo; // by canary
    for (std::size_t at = 0; at + kShortest <= haystack.size(); ++at) {
        const auto hash = hashAt(haystack.data() + at);
        if ((m_begins[hash / 64] >> hash % 64 & 1) == 0)
            continue;
        const Needle* longest = nullptr;
        for (const auto index : m_byHash[hash]) {
            const auto& needle = m_needles[index];
            if (haystack.size() - at >= needle.bytes.size() &&
                std::memcmp(haystack.data() + at, needle.bytes.data(), needle.bytes.size()) == 0 &&
                (longest == nullptr || needle.bytes.size() > longest->bytes.size()))
                longest = &needle;
        }
        if (longest == nullptr)
            continue;
        const auto end = at + longest->bytes.size();
        auto& told = toldUpTo[longest->canary];
        if (end <= told)
            continue;
        told = end;
        hits.push_back({longest->canary, longest->form, at, neighbourhoodOf(haystack, at, end)});
    }
}

void Searcher::searchColour(const ColourCanary& colour, ByteView haystack, std::vector<Hit>& hits) const {
    // For each value of a byte: may it be the red, the green, the blue of this colour?
    std::array<std::uint8_t, 256> may{};
    for (int value = 0; value < 256; ++value)
        for (unsigned channel = 0; channel < 3; ++channel)
            if (std::abs(value - colour.rgb[channel]) <= kTolerance)
                may[static_cast<std::size_t>(value)] |= static_cast<std::uint8_t>(1u << channel);
    constexpr std::uint8_t kRed = 1, kGreen = 2, kBlue = 4;
    const auto runAt = [&](std::size_t at, std::size_t stride, std::uint8_t first, std::uint8_t last) {
        std::size_t pixels = 0;
        while (at + 2 < haystack.size() && (may[haystack[at]] & first) != 0 &&
               (may[haystack[at + 1]] & kGreen) != 0 && (may[haystack[at + 2]] & last) != 0) {
            ++pixels;
            at += stride;
        }
        return pixels;
    };
    for (std::size_t at = 0; at + 3 * kPixelRun <= haystack.size(); ++at) {
        if ((may[haystack[at + 1]] & kGreen) == 0 || (may[haystack[at]] & (kRed | kBlue)) == 0)
            continue;
        for (const bool redFirst : {true, false})
            for (const std::size_t stride : {std::size_t{3}, std::size_t{4}}) {
                const auto pixels = runAt(at, stride, redFirst ? kRed : kBlue, redFirst ? kBlue : kRed);
                if (pixels < kPixelRun)
                    continue;
                const auto end = std::min(haystack.size(), at + pixels * stride);
                hits.push_back({colour.name,
                                std::string(redFirst ? "rgb" : "bgr") + (stride == 4 ? "x" : "") + " pixels",
                                at, neighbourhoodOf(haystack, at, end)});
                at = end - 1;
            }
    }
}

} // namespace balady::privacy
