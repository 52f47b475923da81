// Licence page: puts fitted lines of text on a sheet; the small vocabulary in which the licence is laid out.
#pragma once

#include "kiosk/model/language.h"
#include "printing/pdf/sheet.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace balady::layout {

enum class Align { Left, Centre, Right };

/// Where and how a text goes. `at.x` is the edge or the middle that `align` means, `at.y` the (first) baseline.
struct TextPlace {
    pdf::Point at;
    Align align = Align::Left;
    double width = 100; ///< mm that it may take; it gets smaller rather than wider
};

struct TextStyle {
    const pdf::Faces* faces = nullptr;
    double size = 10; ///< points
    pdf::Colour colour;
    pdf::Sheet::Role role = pdf::Sheet::Role::Paragraph;
};

/// Draws on a sheet and keeps the first fault, so that a page reads as a list of what is on it.
class LicencePage {
  public:
    explicit LicencePage(pdf::Sheet& sheet) : m_sheet(sheet) {}

    /// One line in the language's direction, made smaller if it is wider than its place.
    void line(std::string_view text, model::Language language, TextPlace place, const TextStyle& style);
    /// A number or a reference: always left to right, whatever stands around it.
    void number(std::string_view text, TextPlace place, const TextStyle& style);
    /// Up to `mostLines` lines, of the greatest size not over the style's that fits. The block is centred on the
    /// baseline of a single line, so that neighbours of different length look level.
    void block(std::string_view text, model::Language language, TextPlace place, const TextStyle& style,
               int mostLines);
    /// Sentences under each other from the first baseline down, at the style's size. Answers the next baseline.
    double sentences(std::string_view text, model::Language language, TextPlace place,
                     const TextStyle& style);

    [[nodiscard]] const std::optional<Fault>& fault() const { return m_fault; }

  private:
    void put(const pdf::TextLine& line, TextPlace place, double size, pdf::Colour colour);

    pdf::Sheet& m_sheet;
    std::optional<Fault> m_fault;
};

} // namespace balady::layout
