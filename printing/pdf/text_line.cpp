#include "printing/pdf/text_line.h"

#include <fribidi.h>

#include <algorithm>

namespace balady::pdf {
namespace {

std::u32string decode(std::string_view utf8) {
    std::u32string text(utf8.size(), U'\0');
    const auto length = fribidi_charset_to_unicode(FRIBIDI_CHAR_SET_UTF8, utf8.data(),
                                                   static_cast<FriBidiStrIndex>(utf8.size()),
                                                   reinterpret_cast<FriBidiChar*>(text.data()));
    text.resize(static_cast<std::size_t>(length));
    return text;
}

std::vector<FriBidiLevel> levelsOf(const std::u32string& text, Direction direction) {
    const auto length = static_cast<FriBidiStrIndex>(text.size());
    const auto* characters = reinterpret_cast<const FriBidiChar*>(text.data());
    std::vector<FriBidiCharType> types(text.size());
    std::vector<FriBidiBracketType> brackets(text.size());
    std::vector<FriBidiLevel> levels(text.size());
    fribidi_get_bidi_types(characters, length, types.data());
    fribidi_get_bracket_types(characters, length, types.data(), brackets.data());
    FriBidiParType paragraph = direction == Direction::RightToLeft ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
    if (fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), length, &paragraph,
                                            levels.data()) == 0)
        levels.assign(text.size(), direction == Direction::RightToLeft ? 1 : 0);
    return levels;
}

/// Formatting characters (isolates, marks, overrides): they have done their work and are not drawn.
bool isFormatting(char32_t c) {
    const auto type = fribidi_get_bidi_type(c);
    return FRIBIDI_IS_EXPLICIT(type) || FRIBIDI_IS_ISOLATE(type) || c == 0x200e || c == 0x200f || c == 0x61c;
}

/// Marks stay with their letter and spaces with the word before them, if that face has them.
bool staysWithPrevious(char32_t c) {
    return c == U' ' || c == 0xa0 || fribidi_get_bidi_type(c) == FRIBIDI_TYPE_NSM;
}

struct Run {
    std::size_t from = 0;
    std::size_t count = 0;
    FriBidiLevel level = 0;
    const Typeface* face = nullptr;
};

/// UAX #9 rule L2: from the highest level down, turn round whatever is at that level or above.
void reorder(std::vector<Run>& runs) {
    FriBidiLevel highest = 0;
    for (const auto& run : runs)
        highest = std::max(highest, run.level);
    for (FriBidiLevel level = highest; level >= 1; --level)
        for (auto begin = runs.begin(); begin != runs.end();) {
            begin = std::find_if(begin, runs.end(), [&](const Run& run) { return run.level >= level; });
            const auto end =
                std::find_if(begin, runs.end(), [&](const Run& run) { return run.level < level; });
            std::reverse(begin, end);
            begin = end;
        }
}

} // namespace

TextLine layOutLine(std::string_view utf8, const Faces& faces, Direction direction) {
    TextLine line;
    const auto text = decode(utf8);
    if (text.empty() || faces.empty())
        return line;
    const auto levels = levelsOf(text, direction);

    std::vector<Run> runs;
    const Typeface* face = nullptr;
    bool continues = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isFormatting(text[i])) {
            continues = false;
            continue;
        }
        const auto* previous = face;
        if (!(previous != nullptr && staysWithPrevious(text[i]) && previous->covers(text[i]))) {
            const auto found =
                std::ranges::find_if(faces, [&](const auto& one) { return one->covers(text[i]); });
            line.complete = line.complete && found != faces.end();
            face = found == faces.end() ? faces.front().get() : found->get();
        }
        if (continues && face == previous && levels[i] == runs.back().level)
            ++runs.back().count;
        else
            runs.push_back({i, 1, levels[i], face});
        continues = true;
    }

    reorder(runs);
    for (const auto& run : runs)
        for (auto& glyph : run.face->shape(text, run.from, run.count, run.level % 2 != 0)) {
            line.width += glyph.advance;
            line.glyphs.push_back(std::move(glyph));
        }
    return line;
}

} // namespace balady::pdf
