// GlyphGrid: the evenly spaced characters of one line, laid over what the network saw.
#pragma once

#include "drivers/vision/glyph_net.h"
#include "drivers/vision/line_strip.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace balady::vision {

/// What stands in one place: the logarithm of each character's probability, given that there is one.
using Glyph = std::array<float, kGlyphs.size()>;

/// The characters that a line can have (Doc 9303-3 section 4.1).
constexpr std::array kLineWidths{30, 36, 44};

struct GlyphGrid {
    std::vector<Glyph> glyphs;
    std::vector<float> columns; ///< of the strip: the middle of each character
    /// The mean logarithm of the probability that the strip is made of just these characters, and of nothing before
    /// and behind them; 0 is certainty.
    float fit = 0;

    [[nodiscard]] float pitch() const {
        return (columns.back() - columns.front()) / static_cast<float>(columns.size() - 1);
    }
};

/// One line of print as the network saw it. Which width fits best can be told only from all lines of a zone.
class SeenLine {
  public:
    SeenLine(const Pyramid& picture, const TextLine& line, const GlyphNet& net);

    [[nodiscard]] const LineStrip& strip() const { return m_strip; }
    /// Whether there are characters where the strip ends, so that the line was cut short there.
    [[nodiscard]] bool goesOnLeft() const;
    [[nodiscard]] bool goesOnRight() const;
    /// How many times wider apart the characters are at the right end than at the left one; 1 if that cannot be told.
    [[nodiscard]] float widening() const;
    /// For each of kLineWidths the best evenly spaced characters; nothing where the strip is too short for them.
    [[nodiscard]] std::array<std::optional<GlyphGrid>, kLineWidths.size()> fits() const;
    /// So many characters, the first and the last of them near the given columns.
    [[nodiscard]] std::optional<GlyphGrid> fitBetween(int characters, float first, float last) const;

  private:
    /// Where a grid's first and last characters may be.
    struct Bounds {
        float first, last, slack;
    };
    struct Table;
    [[nodiscard]] Table tabulate(int characters, float pitch, const Bounds* bounds) const;
    [[nodiscard]] std::optional<GlyphGrid> best(const Table& table, int characters,
                                                const Bounds* bounds) const;
    [[nodiscard]] std::vector<float> outside(int step) const;
    [[nodiscard]] Glyph glyphAt(float column) const;
    [[nodiscard]] float pitchBetween(std::size_t from, std::size_t to) const;

    LineStrip m_strip;
    std::vector<float> m_seen;  ///< kGlyphClasses logarithms for each kNetStride columns
    std::vector<float> m_blank; ///< for each column: the logarithm of the probability of no character
    std::vector<float> m_best;  ///< for each column: the same of the likeliest character
    float m_pitch = 0;          ///< columns
};

} // namespace balady::vision
