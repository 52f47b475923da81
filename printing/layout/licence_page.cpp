#include "printing/layout/licence_page.h"

#include <algorithm>

namespace balady::layout {
namespace {

using model::Language;
using pdf::Direction;
using pdf::TextLine;

constexpr double kLeading = 1.36; // baseline to baseline, in sizes

Direction directionOf(Language language) {
    return language == Language::Arabic ? Direction::RightToLeft : Direction::LeftToRight;
}

/// Breaks at spaces so that no line is wider than `width` em, if words allow.
std::vector<TextLine> broken(std::string_view text, const pdf::Faces& faces, Direction direction,
                             double width) {
    std::vector<TextLine> lines;
    std::string current;
    TextLine shaped;
    const auto take = [&](std::string_view word) {
        auto longer = current.empty() ? std::string(word) : current + " " + std::string(word);
        auto candidate = layOutLine(longer, faces, direction);
        if (!current.empty() && candidate.width > width) {
            lines.push_back(std::move(shaped));
            longer = word;
            candidate = layOutLine(longer, faces, direction);
        }
        current = std::move(longer);
        shaped = std::move(candidate);
    };
    for (std::size_t from = 0; from < text.size();) {
        const auto space = std::min(text.find(' ', from), text.size());
        if (space > from)
            take(text.substr(from, space - from));
        from = space + 1;
    }
    if (!current.empty())
        lines.push_back(std::move(shaped));
    return lines;
}

double widest(const std::vector<TextLine>& lines) {
    double width = 0;
    for (const auto& line : lines)
        width = std::max(width, line.width);
    return width;
}

} // namespace

void LicencePage::put(const TextLine& line, TextPlace place, double size, pdf::Colour colour) {
    const double width = pdf::fromPoints(line.width * size);
    auto at = place.at;
    at.x -= place.align == Align::Left ? 0 : place.align == Align::Right ? width : width / 2;
    if (auto done = m_sheet.text(line, at, size, colour); !done && !m_fault)
        m_fault = done.error();
}

void LicencePage::line(std::string_view text, Language language, TextPlace place, const TextStyle& style) {
    const auto shaped = layOutLine(text, *style.faces, directionOf(language));
    const double fitting = place.width / std::max(pdf::fromPoints(shaped.width), 1e-6);
    m_sheet.beginElement(style.role, model::code(language));
    put(shaped, place, std::min(style.size, fitting), style.colour);
}

void LicencePage::number(std::string_view text, TextPlace place, const TextStyle& style) {
    line(text, Language::English, place, style);
}

void LicencePage::block(std::string_view text, Language language, TextPlace place, const TextStyle& style,
                        int mostLines) {
    constexpr double kSmallest = 6.5, kStep = 0.5;
    double size = style.size;
    auto lines = broken(text, *style.faces, directionOf(language), place.width / pdf::fromPoints(size));
    while (size > kSmallest && (static_cast<int>(lines.size()) > (size > style.size * 0.8 ? 1 : mostLines) ||
                                pdf::fromPoints(widest(lines) * size) > place.width)) {
        size -= kStep;
        lines = broken(text, *style.faces, directionOf(language), place.width / pdf::fromPoints(size));
    }
    size = std::min(size, place.width / std::max(pdf::fromPoints(widest(lines)), 1e-6));
    m_sheet.beginElement(style.role, model::code(language));
    const double leading = pdf::fromPoints(size * kLeading);
    place.at.y -= leading * (static_cast<double>(lines.size()) - 1) / 2;
    for (const auto& shaped : lines) {
        put(shaped, place, size, style.colour);
        place.at.y += leading;
    }
}

double LicencePage::sentences(std::string_view text, Language language, TextPlace place,
                              const TextStyle& style) {
    m_sheet.beginElement(style.role, model::code(language));
    for (const auto& shaped :
         broken(text, *style.faces, directionOf(language), place.width / pdf::fromPoints(style.size))) {
        put(shaped, place, style.size, style.colour);
        place.at.y += pdf::fromPoints(style.size * kLeading);
    }
    return place.at.y;
}

} // namespace balady::layout
