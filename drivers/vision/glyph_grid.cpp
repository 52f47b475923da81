#include "drivers/vision/glyph_grid.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>

namespace balady::vision {
namespace {

constexpr float kSmallestPitch = 9.5F, kLargestPitch = 26; ///< columns; see kStripBodyHeight
constexpr int kStretch = 2; ///< columns by which two neighbours may be closer or wider apart than the pitch
constexpr float kStretchCost = 0.25F;        ///< per square column
constexpr float kGapWeight = 0.5F;           ///< of the gap between two characters, against a character
constexpr float kNoGap = 11, kClearGap = 17; ///< pitches at which the network sees no gap, and surely one
constexpr float kGapFloor = -3;              ///< the least a gap may be seen: characters that touch have none
constexpr float kOutsideFloor = -4;          ///< the most that something else beside a line costs, each
constexpr std::ptrdiff_t kRim = 36;   ///< columns at a strip's ends where a line found whole has no character
constexpr float kCharacter = -0.7F;   ///< m_best from which there is one
constexpr float kMostWidening = 1.3F; ///< from one half of a line to the other; more is a mistake
constexpr float kNever = -1e9F;

} // namespace

SeenLine::SeenLine(const Pyramid& picture, const TextLine& line, const GlyphNet& net)
    : m_strip(cutStrip(picture, line)),
      m_seen(net.read({m_strip.pixels.ptr<float>(), m_strip.pixels.total()}, m_strip.pixels.cols)) {
    const int width = m_strip.pixels.cols, cells = width / kNetStride;
    std::vector<float> blank(static_cast<std::size_t>(cells)), best(blank.size());
    for (std::size_t cell = 0; cell < blank.size(); ++cell) {
        const float* row = m_seen.data() + cell * kGlyphClasses;
        blank[cell] = row[kBlank];
        best[cell] = *std::max_element(row, row + kBlank);
    }
    m_blank.resize(static_cast<std::size_t>(width));
    m_best.resize(m_blank.size());
    for (int x = 0; x < width; ++x) {
        const float at = std::clamp((static_cast<float>(x) - (kNetStride - 1) / 2.F) / kNetStride, 0.F,
                                    static_cast<float>(cells - 1));
        const auto low = static_cast<std::size_t>(at), high = std::min(low + 1, blank.size() - 1);
        const float part = at - static_cast<float>(low);
        m_blank[static_cast<std::size_t>(x)] = std::max(-8.F, blank[low] + part * (blank[high] - blank[low]));
        m_best[static_cast<std::size_t>(x)] = std::max(-8.F, best[low] + part * (best[high] - best[low]));
    }
    const auto first = static_cast<std::size_t>(m_strip.firstColumn);
    if (m_blank.size() > 2 * first)
        m_pitch = pitchBetween(first, m_blank.size() - first);
}

/// The usual distance from one character to the next, of those that were told apart; 0 if there is none.
float SeenLine::pitchBetween(std::size_t from, std::size_t to) const {
    constexpr std::size_t kFewest = 8;
    constexpr float kRegular = 0.5F; // part of the distances that have to be about the usual one
    std::vector<float> steps;
    float before = -1, sum = 0, weight = 0;
    int running = kBlank;
    const auto endCharacter = [&] {
        if (weight == 0)
            return;
        if (before >= 0)
            steps.push_back(sum / weight - before);
        before = sum / weight;
        sum = weight = 0;
    };
    for (std::size_t cell = from / kNetStride; cell < to / kNetStride; ++cell) {
        const float* row = m_seen.data() + cell * kGlyphClasses;
        const int glyph = static_cast<int>(std::max_element(row, row + kGlyphClasses) - row);
        if (glyph != running)
            endCharacter();
        running = glyph;
        if (glyph == kBlank)
            continue;
        const float certainty = std::exp(row[glyph]);
        sum += certainty * (static_cast<float>(cell * kNetStride) + (kNetStride - 1) / 2.F);
        weight += certainty;
    }
    endCharacter();
    if (steps.size() < kFewest)
        return 0;
    auto sorted = steps;
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    std::erase_if(steps,
                  [usual = *middle](float step) { return step < 0.75F * usual || step > 1.3F * usual; });
    const float pitch = std::accumulate(steps.begin(), steps.end(), 0.F) /
                        static_cast<float>(std::max<std::size_t>(1, steps.size()));
    const bool regular = static_cast<float>(steps.size()) >= kRegular * static_cast<float>(sorted.size());
    return regular && pitch >= kSmallestPitch && pitch <= kLargestPitch ? pitch : 0;
}

float SeenLine::widening() const {
    const auto first = static_cast<std::size_t>(m_strip.firstColumn), middle = m_blank.size() / 2;
    if (middle <= first)
        return 1;
    // The pitches in the middles of both halves; between the ends it changes twice as much.
    const float left = pitchBetween(first, middle), right = pitchBetween(middle, m_blank.size() - first);
    const float change = left > 0 ? right / left : 1;
    return change > 1 / kMostWidening && change < kMostWidening ? change * change : 1;
}

/// sums[i * width + x]: the best way to have character i in column x; from: the step from the one before.
struct SeenLine::Table {
    float pitch;
    std::vector<float> sums;
    std::vector<std::int8_t> from;
};

bool SeenLine::goesOnLeft() const {
    const auto rim = std::min(kRim, static_cast<std::ptrdiff_t>(m_best.size()));
    return std::any_of(m_best.begin(), m_best.begin() + rim, [](float best) { return best > kCharacter; });
}

bool SeenLine::goesOnRight() const {
    const auto rim = std::min(kRim, static_cast<std::ptrdiff_t>(m_best.size()));
    return std::any_of(m_best.end() - rim, m_best.end(), [](float best) { return best > kCharacter; });
}

std::array<std::optional<GlyphGrid>, kLineWidths.size()> SeenLine::fits() const {
    std::array<std::optional<GlyphGrid>, kLineWidths.size()> out;
    int longest = 0; // one table serves all widths
    for (const int width : kLineWidths)
        if (m_pitch > 0 && m_pitch * static_cast<float>(width - 1) < static_cast<float>(m_best.size()))
            longest = std::max(longest, width);
    if (longest == 0)
        return out;
    const auto table = tabulate(longest, m_pitch, nullptr);
    for (std::size_t i = 0; i < kLineWidths.size(); ++i)
        if (kLineWidths[i] <= longest)
            out[i] = best(table, kLineWidths[i], nullptr);
    return out;
}

std::optional<GlyphGrid> SeenLine::fitBetween(int characters, float first, float last) const {
    const float pitch = (last - first) / static_cast<float>(characters - 1);
    if (!(pitch >= kSmallestPitch && pitch <= kLargestPitch))
        return std::nullopt;
    const Bounds bounds{first, last, 0.7F * pitch};
    return best(tabulate(characters, pitch, &bounds), characters, &bounds);
}

/// For each column what it costs that there is something else before it (`step` negative) or behind it, in distances
/// of `step` columns.
std::vector<float> SeenLine::outside(int step) const {
    const int width = static_cast<int>(m_blank.size());
    std::vector<float> out(m_blank.size(), 0.F);
    for (int i = 0; i < width; ++i) {
        const int x = step < 0 ? i : width - 1 - i, next = x + step;
        if (next >= 0 && next < width)
            out[static_cast<std::size_t>(x)] =
                out[static_cast<std::size_t>(next)] +
                std::max(kOutsideFloor, m_blank[static_cast<std::size_t>(next)]);
    }
    return out;
}

SeenLine::Table SeenLine::tabulate(int characters, float pitch, const Bounds* bounds) const {
    const int width = static_cast<int>(m_best.size());
    const auto size = static_cast<std::size_t>(characters) * width;
    Table table{pitch, std::vector<float>(size, kNever), std::vector<std::int8_t>(size)};
    const auto before = outside(-static_cast<int>(std::lround(pitch)));
    for (int x = 0; x < width; ++x)
        if (bounds == nullptr || std::abs(static_cast<float>(x) - bounds->first) <= bounds->slack)
            table.sums[static_cast<std::size_t>(x)] =
                m_best[static_cast<std::size_t>(x)] + before[static_cast<std::size_t>(x)];
    std::vector<float> gaps(m_blank.size());
    // The gaps of narrow print, or of a picture that was squeezed, are smaller than the network's stride.
    const float weight = kGapWeight * std::clamp((pitch - kNoGap) / (kClearGap - kNoGap), 0.F, 1.F);
    for (std::size_t x = 0; x < gaps.size(); ++x)
        gaps[x] = weight * std::max(kGapFloor, m_blank[x]);
    const int nearest = static_cast<int>(std::lround(pitch)) - kStretch;
    for (int i = 1; i < characters; ++i) {
        const float* last = table.sums.data() + static_cast<std::ptrdiff_t>(i - 1) * width;
        float* now = table.sums.data() + static_cast<std::ptrdiff_t>(i) * width;
        std::int8_t* back = table.from.data() + static_cast<std::ptrdiff_t>(i) * width;
        // No grid has character i further left or right than this.
        int low = std::max(0, static_cast<int>(static_cast<float>(i) * (pitch - kStretch))), high = width;
        if (bounds != nullptr) {
            const auto left = static_cast<float>(i), right = static_cast<float>(characters - 1 - i);
            low = std::max({low, static_cast<int>(bounds->first - bounds->slack + left * (pitch - kStretch)),
                            static_cast<int>(bounds->last - bounds->slack - right * (pitch + kStretch))});
            high = std::min(
                {high, static_cast<int>(bounds->first + bounds->slack + left * (pitch + kStretch)) + 2,
                 static_cast<int>(bounds->last + bounds->slack - right * (pitch - kStretch)) + 2});
        }
        for (int step = nearest; step <= nearest + 2 * kStretch; ++step) {
            const float cost =
                kStretchCost * (static_cast<float>(step) - pitch) * (static_cast<float>(step) - pitch);
            for (int x = std::max(low, step); x < high; ++x) {
                const float sum = last[x - step] + gaps[static_cast<std::size_t>(x - step / 2)] - cost;
                const bool better = sum > now[x];
                now[x] = better ? sum : now[x];
                back[x] = better ? static_cast<std::int8_t>(step) : back[x];
            }
        }
        for (int x = low; x < high; ++x)
            now[x] += m_best[static_cast<std::size_t>(x)];
    }
    return table;
}

std::optional<GlyphGrid> SeenLine::best(const Table& table, int characters, const Bounds* bounds) const {
    const int width = static_cast<int>(m_best.size());
    const float* final = table.sums.data() + static_cast<std::ptrdiff_t>(characters - 1) * width;
    const auto behind = outside(static_cast<int>(std::lround(table.pitch)));
    float top = kNever / 2;
    int end = -1;
    for (int x = 0; x < width; ++x)
        if (final[x] > top &&
            (bounds == nullptr || std::abs(static_cast<float>(x) - bounds->last) <= bounds->slack))
            if (const float sum = final[x] + behind[static_cast<std::size_t>(x)]; sum > top) {
                top = sum;
                end = x;
            }
    if (end < 0)
        return std::nullopt;
    GlyphGrid grid;
    grid.fit = top / (static_cast<float>(width) / table.pitch);
    grid.columns.resize(static_cast<std::size_t>(characters));
    for (int i = characters - 1, x = end; i >= 0; --i) {
        grid.columns[static_cast<std::size_t>(i)] = static_cast<float>(x);
        x -= table.from[static_cast<std::size_t>(i) * width + x];
    }
    for (const float column : grid.columns)
        grid.glyphs.push_back(glyphAt(column));
    return grid;
}

Glyph SeenLine::glyphAt(float column) const {
    const auto cells = m_seen.size() / kGlyphClasses;
    const float at =
        std::clamp((column - (kNetStride - 1) / 2.F) / kNetStride, 0.F, static_cast<float>(cells - 1));
    const auto low = static_cast<std::size_t>(at), high = std::min(low + 1, cells - 1);
    const float part = at - static_cast<float>(low);
    const float clear = m_strip.clearness[static_cast<std::size_t>(column)]; // less than 1: surer of nothing
    Glyph glyph;
    float sum = 0;
    for (std::size_t c = 0; c < glyph.size(); ++c) {
        const float a = m_seen[low * kGlyphClasses + c], b = m_seen[high * kGlyphClasses + c];
        glyph[c] = clear * (a + part * (b - a));
        sum += std::exp(glyph[c]);
    }
    const float norm = std::log(std::max(sum, std::numeric_limits<float>::min()));
    for (auto& value : glyph)
        value -= norm;
    return glyph;
}

} // namespace balady::vision
