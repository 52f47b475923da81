#include "drivers/vision/glyph_grid.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace balady::vision {
namespace {

constexpr float kSmallestPitch = 9.5F, kLargestPitch = 26; ///< columns; see kStripBodyHeight
constexpr int kStretch = 2; ///< columns by which two neighbours may be closer or wider apart than the pitch
constexpr float kStretchCost = 0.25F; ///< per square column
constexpr float kGapWeight = 0.5F;    ///< of the gap between two characters, against a character
constexpr float kOutsideFloor = -4;   ///< the most that something else beside a line costs, each
constexpr std::ptrdiff_t kRim = 36;   ///< columns at a strip's ends where a line found whole has no character
constexpr float kCharacter = -0.7F;   ///< m_best from which there is one
constexpr float kNever = -1e9F;

} // namespace

SeenLine::SeenLine(const cv::Mat1b& grey, const TextLine& line, const GlyphNet& net)
    : m_strip(cutStrip(grey, line)),
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
    measurePitch();
}

/// The pitch is the shift at which the gaps fall on gaps again.
void SeenLine::measurePitch() {
    const auto first = static_cast<std::size_t>(kSmallestPitch) - 1,
               last = static_cast<std::size_t>(kLargestPitch) + 1;
    const auto from = static_cast<std::size_t>(m_strip.firstColumn);
    if (m_blank.size() <= 2 * from + 3 * last) // too short for a line of a zone
        return;
    const auto to = m_blank.size() - from;
    std::vector<float> gap(m_blank.size());
    float mean = 0;
    for (std::size_t x = 0; x < gap.size(); ++x)
        gap[x] = std::exp(m_blank[x]);
    for (std::size_t x = from; x < to; ++x)
        mean += gap[x] / static_cast<float>(to - from);
    const auto likeness = [&](std::size_t shift) {
        float sum = 0;
        for (std::size_t x = from; x + shift < to; ++x)
            sum += (gap[x] - mean) * (gap[x + shift] - mean);
        return sum / static_cast<float>(to - from - shift);
    };
    std::vector<float> at;
    for (std::size_t shift = first; shift <= last; ++shift)
        at.push_back(likeness(shift));
    const float top = *std::max_element(at.begin() + 1, at.end() - 1);
    for (std::size_t i = 1; i + 1 < at.size(); ++i) // the first high peak: the next are its multiples
        if (at[i] >= 0.7F * top && at[i] >= at[i - 1] && at[i] > at[i + 1]) {
            const float bend = at[i - 1] - 2 * at[i] + at[i + 1];
            m_pitch = static_cast<float>(first + i) + (bend < 0 ? 0.5F * (at[i - 1] - at[i + 1]) / bend : 0);
            return;
        }
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

/// What it costs that there is something else beside a line: `step` columns away from `column`, and so on.
float SeenLine::outside(float column, float step) const {
    float sum = 0;
    for (float at = column + step; at >= 0 && at < static_cast<float>(m_blank.size()); at += step)
        sum += std::max(kOutsideFloor, m_blank[static_cast<std::size_t>(at)]);
    return sum;
}

SeenLine::Table SeenLine::tabulate(int characters, float pitch, const Bounds* bounds) const {
    const int width = static_cast<int>(m_best.size());
    const auto size = static_cast<std::size_t>(characters) * width;
    Table table{pitch, std::vector<float>(size, kNever), std::vector<std::int8_t>(size)};
    for (int x = 0; x < width; ++x)
        if (bounds == nullptr || std::abs(static_cast<float>(x) - bounds->first) <= bounds->slack)
            table.sums[static_cast<std::size_t>(x)] =
                m_best[static_cast<std::size_t>(x)] + outside(static_cast<float>(x), -pitch);
    const int nearest = static_cast<int>(std::lround(pitch)) - kStretch;
    for (int i = 1; i < characters; ++i) {
        const float* before = table.sums.data() + static_cast<std::ptrdiff_t>(i - 1) * width;
        float* now = table.sums.data() + static_cast<std::ptrdiff_t>(i) * width;
        std::int8_t* back = table.from.data() + static_cast<std::ptrdiff_t>(i) * width;
        // No grid has character i further left or right than this.
        const int low = std::max(0, static_cast<int>(static_cast<float>(i) * (pitch - kStretch)));
        const int high =
            std::min(width, bounds == nullptr ? width
                                              : static_cast<int>(bounds->first + bounds->slack +
                                                                 static_cast<float>(i) * (pitch + kStretch)) +
                                                    2);
        for (int step = nearest; step <= nearest + 2 * kStretch; ++step) {
            const float cost =
                kStretchCost * (static_cast<float>(step) - pitch) * (static_cast<float>(step) - pitch);
            for (int x = std::max(low, step); x < high; ++x) {
                const float sum =
                    before[x - step] + kGapWeight * m_blank[static_cast<std::size_t>(x - step / 2)] - cost;
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
    float top = kNever / 2;
    int end = -1;
    for (int x = 0; x < width; ++x)
        if (final[x] > top &&
            (bounds == nullptr || std::abs(static_cast<float>(x) - bounds->last) <= bounds->slack))
            if (const float sum = final[x] + outside(static_cast<float>(x), table.pitch); sum > top) {
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
    Glyph glyph;
    float sum = 0;
    for (std::size_t c = 0; c < glyph.size(); ++c) {
        const float a = m_seen[low * kGlyphClasses + c], b = m_seen[high * kGlyphClasses + c];
        glyph[c] = a + part * (b - a);
        sum += std::exp(glyph[c]);
    }
    const float norm = std::log(std::max(sum, std::numeric_limits<float>::min()));
    for (auto& value : glyph)
        value -= norm;
    return glyph;
}

} // namespace balady::vision
