// Text line: a text in any mix of scripts as glyphs in the order in which the eye meets them; a value.
#pragma once

#include "printing/pdf/typeface.h"

#include <span>
#include <string_view>

namespace balady::pdf {

enum class Direction { LeftToRight, RightToLeft };

/// Faces in the order in which they are tried for each character.
using Faces = std::vector<std::shared_ptr<const Typeface>>;

struct TextLine {
    std::vector<Glyph> glyphs; ///< left to right
    double width = 0;          ///< em
    bool complete = true;      ///< false: no face has some character, and the line must not be printed
};

/// Orders the text by the Unicode Bidirectional Algorithm (UAX #9, with isolates) in a paragraph of this
/// direction, chooses a face for each character and shapes each run.
[[nodiscard]] TextLine layOutLine(std::string_view utf8, const Faces& faces, Direction direction);

} // namespace balady::pdf
