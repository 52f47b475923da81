#include "printing/pdf/content.h"

#include "printing/pdf/object_file.h"

#include <cmath>

namespace balady::pdf {
namespace {

std::string components(Colour colour) {
    return number(colour.red / 255.0) + " " + number(colour.green / 255.0) + " " +
           number(colour.blue / 255.0);
}

} // namespace

void Content::put(Point point) {
    // A hundredth of a point is 3.5 micrometres: no printer draws finer.
    appendNumber(m_operators, std::round(toPoints(point.x) * 100) / 100);
    m_operators += ' ';
    appendNumber(m_operators, std::round(toPoints(m_height - point.y) * 100) / 100);
    m_operators += ' ';
}

void Content::append(const Path& path) {
    for (const auto& step : path.steps()) {
        switch (step.verb) {
        case Path::Verb::Move:
            put(step.to);
            m_operators += "m\n";
            break;
        case Path::Verb::Line:
            put(step.to);
            m_operators += "l\n";
            break;
        case Path::Verb::Curve:
            put(step.first);
            put(step.second);
            put(step.to);
            m_operators += "c\n";
            break;
        case Path::Verb::Close: m_operators += "h\n"; break;
        }
    }
}

void Content::setFill(Colour colour) {
    if (m_filled && colour == m_fill)
        return;
    m_operators += components(colour) + " rg\n";
    m_fill = colour;
    m_filled = true;
}

void Content::fill(const Path& path, Colour colour) {
    setFill(colour);
    append(path);
    m_operators += "f\n";
}

void Content::stroke(const Path& path, Colour colour, double width) {
    m_operators += components(colour) + " RG " + number(toPoints(width)) + " w 1 J 1 j\n";
    append(path);
    m_operators += "S\n";
}

void Content::fillCells(Point corner, double cell, const std::vector<CellRun>& runs, Colour colour) {
    setFill(colour);
    // In a grid of its own the numbers are small and whole, and neighbours meet exactly.
    m_operators += "q " + number(toPoints(cell)) + " 0 0 " + number(-toPoints(cell)) + " ";
    put(corner);
    m_operators += "cm\n";
    for (const auto& run : runs)
        m_operators += std::to_string(run.column) + " " + std::to_string(run.row) + " " +
                       std::to_string(run.length) + " 1 re\n";
    m_operators += "f Q\n";
}

void Content::beginClip(const Path& path) {
    m_operators += "q\n";
    append(path);
    m_operators += "W n\n";
}

void Content::endClip() {
    m_operators += "Q\n";
    m_filled = false; // the colour went back to what it was before the clip
}

Drawing::Drawing(const Content& content) : m_packed(deflate(content.operators())) {}

} // namespace balady::pdf
