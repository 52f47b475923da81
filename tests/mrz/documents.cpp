#include "tests/mrz/documents.h"

#include "kiosk/model/mrz.h"

#include <cstdio>

namespace balady::tests {
namespace {

constexpr const char* kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr const char* kStates[] = {"UTO", "SAU", "D<<", "EGY", "FRA", "USA", "GBR", "POL", "SWE", "IND",
                                   "PAK", "JOR", "YEM", "SDN", "PHL", "BGD", "ARE", "KWT", "QAT", "OMN",
                                   "BHR", "TUR", "CHN", "JPN", "BRA", "NLD", "CZE", "HUN", "NOR", "XOM"};
constexpr const char* kSyllables[] = {
    "AL",  "HAR", "BI", "QAH", "TA",  "NI",  "OT",  "AI",  "GHAM", "DI", "ZAH", "RA",  "MU", "HAM", "MAD",
    "FA",  "TI",  "MA", "AB",  "DUL", "LAH", "NOU", "KHA", "LID",  "SA", "YOU", "SEF", "ER", "IK",  "SSON",
    "OKO", "WO",  "XA", "VI",  "JO",  "ZEF", "BE",  "CK",  "WU",   "PE", "GRO", "SCH", "TZ", "LIIS"};

std::string digits(int count, Chance& chance) {
    std::string out;
    for (int i = 0; i < count; ++i)
        out += static_cast<char>('0' + chance.integer(0, 9));
    return out;
}

std::string date(int fromYear, int toYear, Chance& chance) {
    char text[40];
    std::snprintf(text, sizeof text, "%02d%02d%02d", chance.integer(fromYear, toYear) % 100,
                  chance.integer(1, 12), chance.integer(1, 28));
    return text;
}

std::string name(Chance& chance) {
    std::string out;
    for (int i = chance.integer(1, 4); i > 0; --i)
        out +=
            chance.happens(0.15) ? std::string(1, kLetters[chance.integer(0, 25)]) : chance.pick(kSyllables);
    return out;
}

std::string filled(std::string text, std::size_t width) {
    text.resize(width, '<');
    return text;
}

std::string names(std::size_t width, Chance& chance) {
    std::string out = name(chance);
    if (chance.happens(0.2))
        out += "<" + name(chance);
    out += "<<" + name(chance);
    while (chance.happens(0.4))
        out += "<" + name(chance);
    return filled(out, width);
}

std::string documentNumber(Chance& chance) {
    const int shape = chance.integer(0, 3);
    std::string out;
    for (int i = 0; i < 9; ++i) {
        const bool letter = shape == 0 ? chance.happens(0.4) : shape == 1 ? i < 2 : shape == 2 && i == 0;
        out += letter ? kLetters[chance.integer(0, 25)] : static_cast<char>('0' + chance.integer(0, 9));
    }
    return chance.happens(0.2) ? filled(out.substr(0, 8), 9) : out;
}

std::string optional(std::size_t width, Chance& chance) {
    if (chance.happens(0.5))
        return filled({}, width);
    return filled(digits(chance.integer(5, static_cast<int>(width) - 1), chance), width);
}

std::string checked(const std::string& field) {
    return field + std::to_string(model::mrzCheckDigit(field));
}

char sex(Chance& chance) {
    return "MF<"[chance.happens(0.05) ? 2 : chance.integer(0, 1)];
}

} // namespace

std::vector<std::string> inventZone(ZoneKind kind, Chance& chance) {
    const std::string state = chance.pick(kStates);
    const std::string number = checked(documentNumber(chance)), born = checked(date(1945, 2015, chance)),
                      expires = checked(date(2012, 2036, chance));
    const char who = sex(chance);
    switch (kind) {
    case ZoneKind::Td1: {
        const std::string first =
            std::string(chance.happens(0.5) ? "I<" : "ID") + state + number + optional(15, chance);
        const std::string second = born + who + expires + state + optional(11, chance);
        const std::string all =
            first.substr(5) + second.substr(0, 7) + second.substr(8, 7) + second.substr(18);
        return {first, second + std::to_string(model::mrzCheckDigit(all)), names(30, chance)};
    }
    case ZoneKind::Td2:
    case ZoneKind::Td3: {
        const bool book = kind == ZoneKind::Td3;
        const std::string personal = book ? checked(optional(14, chance)) : optional(7, chance);
        const std::string second = number + state + born + who + expires + personal;
        const std::string all = second.substr(0, 10) + second.substr(13, 7) + second.substr(21);
        return {(book ? "P<" : "I<") + state + names(book ? 39 : 31, chance),
                second + std::to_string(model::mrzCheckDigit(all))};
    }
    case ZoneKind::MrvA:
    case ZoneKind::MrvB: {
        const std::size_t width = kind == ZoneKind::MrvA ? 44 : 36;
        return {"V<" + state + names(width - 5, chance),
                number + state + born + who + expires + optional(width - 28, chance)};
    }
    case ZoneKind::French: {
        const std::string first = "IDFRA" + filled(name(chance), 25) + digits(6, chance);
        const std::string second =
            checked(digits(12, chance)) + filled(name(chance), 14) + born + (who == '<' ? 'M' : who);
        return {first, second + std::to_string(model::mrzCheckDigit(first + second))};
    }
    }
    return {};
}

std::string inventText(int characters, Chance& chance) {
    std::string out;
    while (static_cast<int>(out.size()) < characters) {
        if (chance.happens(0.08))
            out += std::string(static_cast<std::size_t>(chance.integer(1, 8)), '<');
        else
            out += "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[chance.integer(0, 35)];
    }
    return out.substr(0, static_cast<std::size_t>(characters));
}

} // namespace balady::tests
