#include "printing/pdf/embedded_font.h"

#include "printing/pdf/sfnt.h"

#include <algorithm>
#include <cmath>

namespace balady::pdf {
namespace {

std::string hex4(std::uint32_t value) {
    static constexpr char kDigits[] = "0123456789ABCDEF";
    std::string text;
    for (int shift = 12; shift >= 0; shift -= 4)
        text += kDigits[value >> shift & 0xfU];
    return text;
}

std::string thousandths(double em) {
    return number(std::round(em * 1000));
}

/// Six capitals before the name of a subset (9.6.4), by its content.
std::string subsetTag(ByteView program) {
    std::uint32_t hash = 2166136261U;
    for (const auto byte : program)
        hash = (hash ^ byte) * 16777619U;
    std::string tag;
    for (int i = 0; i < 6; ++i, hash /= 26)
        tag += static_cast<char>('A' + hash % 26);
    return tag + "+";
}

} // namespace

std::uint32_t EmbeddedFont::code(const Typeface::Needed& glyph, const std::u32string& text) {
    Key key{glyph, text};
    const auto [place, added] = m_codes.try_emplace(key, static_cast<std::uint32_t>(m_keys.size() + 1));
    if (added)
        m_keys.push_back(std::move(key));
    return place->second;
}

Result<Reference> EmbeddedFont::write(ObjectFile& file) const {
    std::vector<Typeface::Needed> needed;
    needed.reserve(m_keys.size());
    for (const auto& key : m_keys)
        needed.push_back(key.glyph);
    auto subset = m_face->subset(needed);
    if (!subset)
        return subset.error();

    Bytes places{0, 0}; // code 0 is .notdef
    std::string widths = "[1[";
    std::string meanings;
    for (std::size_t i = 0; i < m_keys.size(); ++i) {
        append16(places, subset->places[i]);
        const auto& key = m_keys[i];
        const auto& glyph = key.glyph;
        widths +=
            std::to_string(glyph.width == Typeface::kOwnWidth ? m_face->width(glyph.id) : glyph.width) + " ";
        // At most 100 entries in a block (Adobe Technical Note 5014).
        if (i % 100 == 0)
            meanings += (i == 0 ? "" : "endbfchar\n") +
                        std::to_string(std::min<std::size_t>(100, m_keys.size() - i)) + " beginbfchar\n";
        meanings += "<" + hex4(static_cast<std::uint32_t>(i + 1)) + "><" + utf16Hex(key.text) + ">\n";
    }
    widths += "]]";
    const auto cmap = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                      "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
                      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                      "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n" +
                      meanings +
                      "endbfchar\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";

    const auto name = "/" + subsetTag(subset->program) + m_face->postScriptName();
    const auto& metrics = m_face->metrics();
    const auto program =
        file.addStream("/Length1 " + std::to_string(subset->program.size()), asText(subset->program));
    std::string box;
    for (const auto edge : metrics.box)
        box += thousandths(edge) + " ";
    // Flag 3 (symbolic): the codes are not of a standard Latin set. StemV is not used for embedded outlines.
    const auto descriptor = file.add(
        "<</Type/FontDescriptor/FontName" + name + "/Flags 4/FontBBox[" + box + "]/ItalicAngle 0/Ascent " +
        thousandths(metrics.ascent) + "/Descent " + thousandths(metrics.descent) + "/CapHeight " +
        thousandths(metrics.capHeight) + "/StemV 80/FontFile2 " + program.text() + ">>");
    const auto map = file.addStream("", asText(places));
    const auto descendant =
        file.add("<</Type/Font/Subtype/CIDFontType2/BaseFont" + name +
                 "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                 "/FontDescriptor " +
                 descriptor.text() + "/DW 0/W" + widths + "/CIDToGIDMap " + map.text() + ">>");
    const auto unicode = file.addStream("", cmap);
    return file.add("<</Type/Font/Subtype/Type0/BaseFont" + name + "/Encoding/Identity-H/DescendantFonts[" +
                    descendant.text() + "]/ToUnicode " + unicode.text() + ">>");
}

} // namespace balady::pdf
