// Path: a vector outline on a sheet, in millimetres from the sheet's top left corner; a value.
#pragma once

#include <cmath>
#include <numbers>
#include <vector>

namespace balady::pdf {

/// Millimetres; x grows to the right, y downwards.
struct Point {
    double x = 0;
    double y = 0;
};

/// 8 bits a component, in sRGB.
struct Colour {
    unsigned char red = 0;
    unsigned char green = 0;
    unsigned char blue = 0;
    friend bool operator==(const Colour&, const Colour&) = default;
};

class Path {
  public:
    enum class Verb { Move, Line, Curve, Close };
    /// Move and Line use `to`; Curve is a cubic with two control points; Close uses nothing.
    struct Step {
        Verb verb = Verb::Move;
        Point first;
        Point second;
        Point to;
    };

    void moveTo(Point to) { m_steps.push_back({Verb::Move, {}, {}, to}); }
    void lineTo(Point to) { m_steps.push_back({Verb::Line, {}, {}, to}); }
    void curveTo(Point first, Point second, Point to) { m_steps.push_back({Verb::Curve, first, second, to}); }
    void close() { m_steps.push_back({Verb::Close, {}, {}, {}}); }

    void append(const Path& other) {
        m_steps.insert(m_steps.end(), other.m_steps.begin(), other.m_steps.end());
    }

    void rectangle(Point corner, double width, double height) {
        moveTo(corner);
        lineTo({corner.x + width, corner.y});
        lineTo({corner.x + width, corner.y + height});
        lineTo({corner.x, corner.y + height});
        close();
    }

    void roundedRectangle(Point corner, double width, double height, double radius) {
        const double k = radius * (1 - kCircle);
        const double left = corner.x, top = corner.y, right = left + width, bottom = top + height;
        moveTo({left + radius, top});
        lineTo({right - radius, top});
        curveTo({right - k, top}, {right, top + k}, {right, top + radius});
        lineTo({right, bottom - radius});
        curveTo({right, bottom - k}, {right - k, bottom}, {right - radius, bottom});
        lineTo({left + radius, bottom});
        curveTo({left + k, bottom}, {left, bottom - k}, {left, bottom - radius});
        lineTo({left, top + radius});
        curveTo({left, top + k}, {left + k, top}, {left + radius, top});
        close();
    }

    void circle(Point centre, double radius) {
        roundedRectangle({centre.x - radius, centre.y - radius}, 2 * radius, 2 * radius, radius);
    }

    /// Turns all of it about `centre`; positive is clockwise to the eye.
    void rotate(Point centre, double radians) {
        const double cosine = std::cos(radians), sine = std::sin(radians);
        const auto turn = [&](Point& p) {
            const double x = p.x - centre.x, y = p.y - centre.y;
            p = {centre.x + x * cosine - y * sine, centre.y + x * sine + y * cosine};
        };
        for (auto& step : m_steps) {
            turn(step.first);
            turn(step.second);
            turn(step.to);
        }
    }

    [[nodiscard]] const std::vector<Step>& steps() const { return m_steps; }

  private:
    // Control arm of a quarter circle, as a part of its radius.
    static constexpr double kCircle = 4.0 / 3.0 * (std::numbers::sqrt2 - 1);

    std::vector<Step> m_steps;
};

} // namespace balady::pdf
