// Typeface: one TrueType font: which characters it has, how it joins them, and the part of it that a document
// needs.
#pragma once

#include "kiosk/base/bytes.h"
#include "printing/pdf/path.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace balady::pdf {

class Typeface;

/// One glyph of a shaped text and the characters that it stands for. Lengths are in em.
///
/// Programs that take text out of a PDF go by the positions of the characters, and turn right-to-left runs
/// round one by one. What would mislead them is taken apart:
/// - a right-to-left ligature (lam-alef) becomes one glyph for each character, side by side; the leftmost has
/// the ink;
/// - a raised mark (shadda), which they take for another line, becomes a glyph on the line with the character
/// but
///   without ink and width, and a glyph with the ink but without text.
struct Glyph {
    const Typeface* face = nullptr;
    std::uint32_t id = 0;
    std::u32string text; ///< empty: ink whose character another glyph has
    double advance = 0;
    double dx = 0;
    double dy = 0;     ///< upwards
    bool ink = true;   ///< false: text only
    bool whole = true; ///< false: its advance is not that of the font's glyph
};

/// Immutable and shared between documents; any thread.
class Typeface {
  public:
    /// From the bytes of a .ttf. Fault: Malformed, if it has no TrueType outlines.
    [[nodiscard]] static Result<std::shared_ptr<const Typeface>> fromFont(Bytes sfnt);
    ~Typeface();
    Typeface(const Typeface&) = delete;
    Typeface& operator=(const Typeface&) = delete;

    [[nodiscard]] bool covers(char32_t character) const;

    /// Shapes `count` characters of `text` from `from` on; what stands around them decides how the ends join.
    /// The glyphs are in visual order, left to right.
    [[nodiscard]] std::vector<Glyph> shape(std::u32string_view text, std::size_t from, std::size_t count,
                                           bool rightToLeft) const;

    /// Adds the glyph's outline to `path`: its origin at `origin`, one em `size` millimetres.
    void outline(std::uint32_t glyph, Point origin, double size, Path& path) const;

    /// Metrics in em, as a PDF font descriptor wants them.
    struct Metrics {
        double ascent = 0;
        double descent = 0; ///< negative
        double capHeight = 0;
        double box[4] = {0, 0, 0, 0}; ///< left, bottom, right, top of the union of all glyphs
    };
    [[nodiscard]] const Metrics& metrics() const { return m_metrics; }
    [[nodiscard]] const std::string& postScriptName() const { return m_name; }
    /// Advance of the glyph before kerning, in thousandths of an em.
    [[nodiscard]] int width(std::uint32_t glyph) const;

    /// A glyph to embed: as the font has it, or made for the sake of the text, with another width or without
    /// ink.
    struct Needed {
        std::uint32_t id = 0;
        bool ink = true;
        int width = kOwnWidth; ///< thousandths of an em
        // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 means the 0 that the compiler compares with
        friend auto operator<=>(const Needed&, const Needed&) = default;
    };
    static constexpr int kOwnWidth = -1;
    /// A font program with these glyphs only (glyf, head, hhea, hmtx, loca, maxp), and where each of them is
    /// in it. Deterministic. Fault: Malformed, if the font does not allow it.
    struct Subset {
        Bytes program;
        std::vector<std::uint32_t> places; ///< glyph index of needed[i]
    };
    [[nodiscard]] Result<Subset> subset(const std::vector<Needed>& needed) const;

  private:
    struct Handles;
    explicit Typeface(std::unique_ptr<Handles> handles);

    std::unique_ptr<Handles> m_handles;
    Metrics m_metrics;
    std::string m_name;
};

} // namespace balady::pdf
