// Embedded font: the codes that a document uses of one typeface, and the objects that make them a PDF font.
#pragma once

#include "printing/pdf/object_file.h"
#include "printing/pdf/typeface.h"

#include <map>
#include <vector>

namespace balady::pdf {

/// A composite font (ISO 32000-1, 9.7.4) whose codes are ours: one code for each pair of a glyph and the
/// characters that it stands for, so that every code has exactly one Unicode value, whatever glyphs are
/// shared.
class EmbeddedFont {
  public:
    explicit EmbeddedFont(const Typeface& face) : m_face(&face) {}

    /// The code of a glyph that stands for some text; codes start at 1.
    [[nodiscard]] std::uint32_t code(const Typeface::Needed& glyph, const std::u32string& text);

    /// Adds the font's objects; answers the Type0 font's reference. Fault: Malformed, from the font.
    [[nodiscard]] Result<Reference> write(ObjectFile& file) const;

  private:
    struct Key {
        Typeface::Needed glyph;
        std::u32string text;
        // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 means the 0 that the compiler compares with
        friend auto operator<=>(const Key&, const Key&) = default;
    };

    const Typeface* m_face;
    std::map<Key, std::uint32_t> m_codes;
    std::vector<Key> m_keys; ///< by code, less one
};

} // namespace balady::pdf
