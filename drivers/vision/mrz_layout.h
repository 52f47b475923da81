// MrzLayout: what each place of a machine readable zone may hold, and what its check digits cover; as data.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace balady::vision {

/// The documents that are told apart: ICAO Doc 9303 parts 4 (Td3), 5 (Td1), 6 (Td2), 7 (MrvA, MrvB), and the French
/// identity card of 1988 to 2021, which has the size of Td2 and an order of its own.
enum class ZoneLayout { Td1, Td2, Td3, MrvA, MrvB, French };

/// A part of the zone, by position in the lines glued together.
struct Span {
    int first = 0, count = 0;
};

/// One check digit, and what it covers, in this order.
struct Check {
    std::string_view name;
    int digit = 0;
    std::vector<Span> covers;
    bool mayBeFiller =
        false; ///< '<' stands for 0 when all that it covers is '<' (Doc 9303-4 section 4.2.2.2)
};

/// The kinds of places, one letter each:
/// A letter or '<' · X letter, digit or '<' · N digit, or '<' where a part of a date is not known · D check digit ·
/// F check digit or '<' · S sex · C country or organization · other capitals in lower case stand for themselves:
/// p 'P', v 'V', i one of A, C, I · 'f' "IDFRA" of the French card.
struct MrzLayout {
    ZoneLayout layout;
    int lines;
    int width;
    std::string_view places;
    std::vector<Check> checks;
    std::vector<Span> countries;
};

/// All layouts with that many lines and characters; empty if there are none.
[[nodiscard]] std::vector<const MrzLayout*> layoutsOf(int lines, int width);

/// Whether Doc 9303-3 section 5 or ISO 3166-1 has this code of three characters ("SAU", "D<<", "UTO").
[[nodiscard]] bool isCountryCode(std::string_view code);
/// All of them, sorted, three characters each.
[[nodiscard]] std::span<const std::string_view> countryCodes();

} // namespace balady::vision
