// Sheet: one page of paper as a PDF that can be archived and searched (ISO 19005-2, level U, with structure
// tags).
#pragma once

#include "printing/pdf/content.h"
#include "printing/pdf/embedded_font.h"
#include "printing/pdf/object_file.h"
#include "printing/pdf/text_line.h"

#include <string>
#include <string_view>
#include <vector>

namespace balady::pdf {

/// Built and finished on one thread. Everything drawn belongs to an element (it is read aloud and copied, in
/// the order of drawing) or to an ornament (it is skipped); one of them is open whenever something is drawn.
class Sheet {
  public:
    struct Description {
        double width = 210;  ///< mm
        double height = 297; ///< mm
        std::string title;
        std::string author;
        std::string language; ///< BCP 47, of the document
    };
    explicit Sheet(Description description);

    /// ISO 32000-1, 14.8.4.
    enum class Role { Heading, Paragraph, Figure };
    /// Closes whatever is open. `language` is BCP 47; `alternative` describes a figure in words.
    void beginElement(Role role, std::string_view language, std::string_view alternative = {});
    void beginOrnament();

    /// Line work goes straight into the page.
    [[nodiscard]] Content& ink() { return m_content; }
    /// Puts a drawing of this sheet's size in its place; it must live until finish().
    void draw(const Drawing& drawing);
    /// Draws the line with its baseline's left end at `at`; `size` is in points. Fault: InvalidData if the
    /// line is not complete: a box in the place of a letter must not go out.
    [[nodiscard]] Result<Done> text(const TextLine& line, Point at, double size, Colour colour);
    [[nodiscard]] Result<Bytes> finish() const;

  private:
    struct Element {
        Role role = Role::Paragraph;
        std::string language;
        std::string alternative;
    };
    struct Font {
        const Typeface* face = nullptr;
        EmbeddedFont embedded;
    };

    void closeContent();
    std::size_t fontIndex(const Typeface* face);
    [[nodiscard]] std::string structure(ObjectFile& file, Reference page, Reference root) const;

    Description m_description;
    Content m_content;
    std::vector<const Drawing*> m_drawings;
    std::vector<Element> m_elements;
    std::vector<Font> m_fonts;
    bool m_open = false;
};

} // namespace balady::pdf
