#include "printing/pdf/sheet.h"

#include "printing/pdf/srgb_profile.h"

#include <algorithm>
#include <cmath>

namespace balady::pdf {
namespace {

std::string_view tag(Sheet::Role role) {
    switch (role) {
    case Sheet::Role::Heading: return "H1";
    case Sheet::Role::Paragraph: return "P";
    case Sheet::Role::Figure: return "Figure";
    }
    return "P";
}

std::string escapedXml(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '&': out += "&amp;"; break;
        default: out += c;
        }
    }
    return out;
}

constexpr std::string_view kProducer = "Balady kiosk";

/// XMP (ISO 16684-1) with the claim to be PDF/A-2u; it says what the information dictionary says (ISO
/// 19005-2, 6.6.2).
std::string metadata(const Sheet::Description& description) {
    return "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
           "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
           "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" "
           "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
           "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>\n"
           "<dc:format>application/pdf</dc:format>\n<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
           escapedXml(description.title) + "</rdf:li></rdf:Alt></dc:title>\n<dc:creator><rdf:Seq><rdf:li>" +
           escapedXml(description.author) + "</rdf:li></rdf:Seq></dc:creator>\n<pdf:Producer>" +
           std::string(kProducer) +
           "</pdf:Producer>\n</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

struct Placed {
    const Glyph* glyph;
    double start; ///< em from the line's start
};

/// Kerning that opens a gap (alef before an initial kaf) would be read as a space, so that the glyph itself
/// is made wider; kerning that closes one harms nobody.
int widthToEmbed(const Glyph& glyph, double room) {
    constexpr int kReadAsSpace = 60;
    const auto own =
        glyph.whole ? glyph.face->width(glyph.id) : static_cast<int>(std::lround(glyph.advance * 1000));
    const auto wanted = static_cast<int>(std::lround(room * 1000));
    if (glyph.ink && wanted - own > kReadAsSpace)
        return wanted;
    return glyph.whole ? Typeface::kOwnWidth : own;
}

} // namespace

Sheet::Sheet(Description description)
    : m_description(std::move(description)), m_content(m_description.height) {}

void Sheet::closeContent() {
    if (m_open)
        m_content.append("EMC\n");
    m_open = false;
}

void Sheet::beginElement(Role role, std::string_view language, std::string_view alternative) {
    closeContent();
    m_content.append("/" + std::string(tag(role)) + "<</MCID " + std::to_string(m_elements.size()) +
                     ">>BDC\n");
    m_elements.push_back({role, std::string(language), std::string(alternative)});
    m_open = true;
}

void Sheet::beginOrnament() {
    closeContent();
    m_content.append("/Artifact BMC\n");
    m_open = true;
}

void Sheet::draw(const Drawing& drawing) {
    m_content.append("/D" + std::to_string(m_drawings.size()) + " Do\n");
    m_drawings.push_back(&drawing);
}

std::size_t Sheet::fontIndex(const Typeface* face) {
    const auto index =
        static_cast<std::size_t>(std::ranges::find(m_fonts, face, &Font::face) - m_fonts.begin());
    if (index == m_fonts.size())
        m_fonts.push_back({face, EmbeddedFont(*face)});
    return index;
}

Result<Done> Sheet::text(const TextLine& line, Point at, double size, Colour colour) {
    if (!line.complete)
        return Fault{FaultCode::InvalidData, "sheet: no font has some character"};
    std::vector<Placed> placed;
    Path ink; // of marks whose character another glyph has
    double pen = 0;
    for (const auto& glyph : line.glyphs) {
        if (glyph.text.empty())
            glyph.face->outline(
                glyph.id, {at.x + fromPoints((pen + glyph.dx) * size), at.y - fromPoints(glyph.dy * size)},
                fromPoints(size), ink);
        else
            placed.push_back({&glyph, pen + glyph.dx});
        pen += glyph.advance;
    }

    m_content.setFill(colour);
    m_content.append("BT 1 0 0 1 ");
    m_content.put(at);
    m_content.append("Tm\n");
    const Typeface* face = nullptr;
    double rise = 0;
    double drawn = 0; // where the PDF's text position is, em from the line's start
    bool showing = false;
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const auto& [glyph, start] = placed[i];
        const auto index = fontIndex(glyph->face);
        if (glyph->face != face || glyph->dy != rise) {
            m_content.append(showing ? "]TJ\n" : "");
            showing = false;
            if (glyph->face != face)
                m_content.append("/F" + std::to_string(index) + " " + number(size) + " Tf ");
            if (glyph->dy != rise)
                m_content.append(number(glyph->dy * size) + " Ts ");
            face = glyph->face;
            rise = glyph->dy;
        }
        m_content.append(showing ? "" : "[");
        showing = true;
        // TJ moves left by thousandths of an em; half of one cannot be seen.
        const auto shift = std::round((drawn - start) * 1000);
        if (shift != 0)
            m_content.append(number(shift));
        const auto end = i + 1 < placed.size() ? placed[i + 1].start : start + glyph->advance;
        const auto width = widthToEmbed(*glyph, end - start);
        const std::u32string code(1,
                                  m_fonts[index].embedded.code({glyph->id, glyph->ink, width}, glyph->text));
        m_content.append("<" + utf16Hex(code) + ">");
        drawn += ((width == Typeface::kOwnWidth ? face->width(glyph->id) : width) - shift) / 1000.0;
    }
    m_content.append(showing ? "]TJ\n" : "");
    m_content.append(rise != 0 ? "0 Ts ET\n" : "ET\n");
    if (!ink.steps().empty())
        m_content.fill(ink, colour);
    return Done{};
}

std::string Sheet::structure(ObjectFile& file, Reference page, Reference root) const {
    const auto document = file.reserve();
    std::string kids;
    for (std::size_t i = 0; i < m_elements.size(); ++i) {
        const auto& element = m_elements[i];
        auto body = "<</Type/StructElem/S/" + std::string(tag(element.role)) + "/P " + document.text() +
                    "/Pg " + page.text() + "/K " + std::to_string(i) + "/Lang(" + element.language + ")";
        if (!element.alternative.empty())
            body += "/Alt" + textString(element.alternative);
        kids += file.add(body + ">>").text() + " ";
    }
    file.define(document, "<</Type/StructElem/S/Document/P " + root.text() + "/K[" + kids + "]>>");
    file.define(root, "<</Type/StructTreeRoot/K " + document.text() + "/ParentTree<</Nums[0[" + kids +
                          "]]>>/ParentTreeNextKey 1>>");
    return root.text();
}

Result<Bytes> Sheet::finish() const {
    ObjectFile file;
    const auto catalog = file.reserve();
    const auto pages = file.reserve();
    const auto page = file.reserve();
    const auto root = file.reserve();

    std::string fonts;
    for (std::size_t i = 0; i < m_fonts.size(); ++i) {
        auto font = m_fonts[i].embedded.write(file);
        if (!font)
            return font.error();
        fonts += "/F" + std::to_string(i) + " " + font->text();
    }
    const auto content = file.addStream("", m_content.operators() + (m_open ? "EMC\n" : ""));
    const auto box =
        "[0 0 " + number(toPoints(m_description.width)) + " " + number(toPoints(m_description.height)) + "]";
    std::string drawings;
    for (std::size_t i = 0; i < m_drawings.size(); ++i)
        drawings += "/D" + std::to_string(i) + " " +
                    file.addPacked("/Type/XObject/Subtype/Form/BBox" + box, m_drawings[i]->packed()).text();
    const auto profile = file.addStream("/N 3", asText(sRgbProfile()));
    const auto xmp = file.addPlain("/Type/Metadata/Subtype/XML", metadata(m_description));
    const auto info =
        file.add("<</Title" + textString(m_description.title) + "/Author" + textString(m_description.author) +
                 "/Producer(" + std::string(kProducer) + ")>>");

    file.define(page, "<</Type/Page/Parent " + pages.text() + "/MediaBox" + box + "/Resources<</Font<<" +
                          fonts + ">>/XObject<<" + drawings + ">>>>/Contents " + content.text() +
                          "/StructParents 0/Tabs/S>>");
    file.define(pages, "<</Type/Pages/Count 1/Kids[" + page.text() + "]>>");
    file.define(
        catalog,
        "<</Type/Catalog/Pages " + pages.text() + "/Lang(" + m_description.language +
            ")/MarkInfo<</Marked true>>/StructTreeRoot " + structure(file, page, root) + "/Metadata " +
            xmp.text() + "/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None>>" +
            "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)"
            "/DestOutputProfile " +
            profile.text() + ">>]>>");
    return file.finish(catalog, info);
}

} // namespace balady::pdf
