#include <doctest/doctest.h>

#include "qml/Kiosk/Ink/svg_path.h"

using balady::ink::svgPath;

namespace {
QPointF end(QStringView data) {
    return svgPath(data).value().currentPosition();
}
} // namespace

TEST_CASE("relative_and_absolute_commands_differ") {
    CHECK(end(u"M10 10L5 5") == QPointF(5, 5));
    CHECK(end(u"M10 10l5 5") == QPointF(15, 15));
    CHECK(end(u"M10 10H3V4") == QPointF(3, 4));
    CHECK(end(u"M10 10h3v-4") == QPointF(13, 6));
    CHECK(end(u"m1 1 2 2 3 3") == QPointF(6, 6)); // further pairs are relative lines
}

TEST_CASE("numbers_without_separators_run_together") {
    CHECK(end(u"M1.5.5-2-3") == QPointF(-2, -3));
    CHECK(end(u"M0,0,4 , 5") == QPointF(4, 5));
    const auto packed = svgPath(u"M4 12a8 8 0 0113.7-5.6").value();
    CHECK(packed.currentPosition().x() == doctest::Approx(17.7));
}

TEST_CASE("closing_forgets_where_the_figure_began") {
    CHECK(end(u"M2 3h5v5zm1 1") == QPointF(3, 4));
}

TEST_CASE("arc_bends_the_wrong_way") {
    // Half circles over and under the line from (0, 0) to (10, 0): the sweep flag says which.
    const auto over = svgPath(u"M0 0A5 5 0 0 1 10 0").value().boundingRect();
    const auto under = svgPath(u"M0 0A5 5 0 0 0 10 0").value().boundingRect();
    CHECK(over.top() == doctest::Approx(-5));
    CHECK(under.bottom() == doctest::Approx(5));
}

TEST_CASE("large_arc_takes_the_short_way") {
    const auto large = svgPath(u"M0 0A5 5 0 1 1 5 5").value().boundingRect();
    const auto small = svgPath(u"M0 0A5 5 0 0 1 5 5").value().boundingRect();
    CHECK(large.width() == doctest::Approx(10));
    CHECK(small.width() == doctest::Approx(5));
}

TEST_CASE("arc_whose_radius_cannot_reach_is_dropped") {
    const auto grown = svgPath(u"M0 0A1 1 0 0 1 10 0").value();
    CHECK(grown.currentPosition() == QPointF(10, 0));
    CHECK(grown.boundingRect().top() == doctest::Approx(-5));
}

TEST_CASE("smooth_curves_break_their_tangent") {
    const auto cubic = svgPath(u"M0 0C0 10 10 10 10 0S20-10 20 0").value();
    CHECK(cubic.boundingRect().top() == doctest::Approx(-7.5));
    const auto quad = svgPath(u"M0 0Q5 10 10 0T20 0").value();
    CHECK(quad.boundingRect().top() == doctest::Approx(-5));
}

TEST_CASE("broken_data_draws_something") {
    for (const auto* data :
         {u"L1 1", u"M1", u"M1 1 X", u"M0 0a5 5 30 0 1 5 5", u"M0 0A5 5 0 2 1 5 5", u"1 2", u"M0 0Z5"})
        CHECK_FALSE(svgPath(data).has_value());
    CHECK(svgPath(u"").value().isEmpty());
}
