// Content: line work as PDF operators (ISO 32000-1, 8.5), in millimetres from the sheet's top left corner.
#pragma once

#include "printing/pdf/path.h"

#include <string>
#include <vector>

namespace balady::pdf {

/// A row of dark cells in a grid (a QR code).
struct CellRun {
    int column = 0;
    int row = 0;
    int length = 0;
};

class Content {
  public:
    explicit Content(double sheetHeight) : m_height(sheetHeight) {}

    void fill(const Path& path, Colour colour);
    void stroke(const Path& path, Colour colour, double width);
    /// Fills square cells of a grid whose top left corner is `corner`.
    void fillCells(Point corner, double cell, const std::vector<CellRun>& runs, Colour colour);
    /// From here on nothing is drawn outside the path, until endClip().
    void beginClip(const Path& path);
    void endClip();

    /// The colour of fills and text from here on.
    void setFill(Colour colour);
    void put(Point point);
    void append(std::string_view operators) { m_operators += operators; }
    [[nodiscard]] const std::string& operators() const { return m_operators; }

  private:
    void append(const Path& path);

    double m_height;
    std::string m_operators;
    bool m_filled = false;
    Colour m_fill;
};

/// Line work that many sheets share, packed once because packing is the dearest part of a page.
class Drawing {
  public:
    explicit Drawing(const Content& content);
    [[nodiscard]] const std::string& packed() const { return m_packed; }

  private:
    std::string m_packed;
};

/// Points of a length in millimetres, and millimetres of one in points.
[[nodiscard]] constexpr double toPoints(double millimetres) {
    return millimetres * 72 / 25.4;
}
[[nodiscard]] constexpr double fromPoints(double points) {
    return points * 25.4 / 72;
}

} // namespace balady::pdf
