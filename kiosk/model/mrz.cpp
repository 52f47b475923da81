#include "kiosk/model/mrz.h"

#include <algorithm>
#include <array>

namespace balady::model {
namespace {

int charValue(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'Z')
        return c - 'A' + 10;
    return c == '<' ? 0 : -1;
}

std::string withoutFillers(std::string_view field) {
    while (field.ends_with('<'))
        field.remove_suffix(1);
    std::string out(field);
    std::replace(out.begin(), out.end(), '<', ' ');
    return out;
}

void splitName(std::string_view field, Mrz& mrz) {
    const auto gap = field.find("<<");
    mrz.surname = withoutFillers(field.substr(0, gap));
    if (gap != std::string_view::npos)
        mrz.givenNames = withoutFillers(field.substr(gap + 2));
}

bool fits(std::string_view field, char digit) {
    const int expected = mrzCheckDigit(field);
    return expected >= 0 &&
           (digit == '0' + expected || (digit == '<' && expected == 0 && withoutFillers(field).empty()));
}

Fault wrong(std::string_view which) {
    return {FaultCode::Malformed, "mrz: check digit of " + std::string(which)};
}

/// Doc 9303-5 section 4.2.2.1: a document number longer than nine characters goes on in the optional field, which
/// is then marked by '<' in the place of the check digit.
bool takeDocumentNumber(std::string_view field, char digit, std::string_view& optional, Mrz& mrz) {
    if (digit != '<' || withoutFillers(field).size() < 9) {
        mrz.documentNumber = withoutFillers(field);
        return fits(field, digit);
    }
    const auto end = optional.find('<');
    if (end == std::string_view::npos || end < 2)
        return false;
    const std::string whole = std::string(field) + std::string(optional.substr(0, end - 1));
    const char last = optional[end - 1];
    optional.remove_prefix(end);
    mrz.documentNumber = withoutFillers(whole);
    return fits(whole, last);
}

Result<Mrz> parseTd1(std::string_view z) {
    Mrz mrz;
    mrz.format = MrzFormat::Td1;
    mrz.documentCode = withoutFillers(z.substr(0, 2));
    mrz.issuingState = withoutFillers(z.substr(2, 3));
    auto optional = z.substr(15, 15);
    if (!takeDocumentNumber(z.substr(5, 9), z[14], optional, mrz))
        return wrong("document number");
    mrz.birthDate = z.substr(30, 6);
    mrz.sex = z[37] == '<' ? "X" : std::string(1, z[37]);
    mrz.expiryDate = z.substr(38, 6);
    mrz.nationality = withoutFillers(z.substr(45, 3));
    if (!fits(z.substr(30, 6), z[36]))
        return wrong("birth date");
    if (!fits(z.substr(38, 6), z[44]))
        return wrong("expiry date");
    const std::string composite = std::string(z.substr(5, 25)) + std::string(z.substr(30, 7)) +
                                  std::string(z.substr(38, 7)) + std::string(z.substr(48, 11));
    if (!fits(composite, z[59]))
        return wrong("composite");
    auto first = withoutFillers(optional);
    const auto start = first.find_first_not_of(' ');
    first = start == std::string::npos ? std::string{} : first.substr(start);
    mrz.optionalData = first + withoutFillers(z.substr(48, 11));
    splitName(z.substr(60, 30), mrz);
    return mrz;
}

/// TD2, TD3 and the visas differ in width, in where the optional field ends and in the last check digits.
Result<Mrz> parseTwoLines(std::string_view z, MrzFormat format) {
    const bool visa = format == MrzFormat::MrvA || format == MrzFormat::MrvB;
    const std::size_t width = z.size() / 2;
    const auto line = z.substr(width);
    Mrz mrz;
    mrz.format = format;
    mrz.documentCode = withoutFillers(z.substr(0, 2));
    mrz.issuingState = withoutFillers(z.substr(2, 3));
    splitName(z.substr(5, width - 5), mrz);
    auto optional = line.substr(28, visa ? width - 28 : format == MrzFormat::Td2 ? 7 : 14);
    if (format == MrzFormat::Td2) {
        if (!takeDocumentNumber(line.substr(0, 9), line[9], optional, mrz))
            return wrong("document number");
    } else {
        mrz.documentNumber = withoutFillers(line.substr(0, 9));
        if (!fits(line.substr(0, 9), line[9]))
            return wrong("document number");
        if (!visa && !fits(optional, line[42]))
            return wrong("optional data");
    }
    mrz.nationality = withoutFillers(line.substr(10, 3));
    mrz.birthDate = line.substr(13, 6);
    mrz.sex = line[20] == '<' ? "X" : std::string(1, line[20]);
    mrz.expiryDate = line.substr(21, 6);
    mrz.optionalData = withoutFillers(optional);
    if (!fits(line.substr(13, 6), line[19]))
        return wrong("birth date");
    if (!fits(line.substr(21, 6), line[27]))
        return wrong("expiry date");
    const std::string composite = std::string(line.substr(0, 10)) + std::string(line.substr(13, 7)) +
                                  std::string(line.substr(21, width - 22));
    if (!visa && !fits(composite, line[width - 1])) // Doc 9303-7: a visa has no composite check digit
        return wrong("composite");
    return mrz;
}

Result<Mrz> parseFrenchCard(std::string_view z) {
    Mrz mrz;
    mrz.format = MrzFormat::FrenchCard;
    mrz.documentCode = withoutFillers(z.substr(0, 2));
    mrz.issuingState = mrz.nationality = withoutFillers(z.substr(2, 3));
    mrz.surname = withoutFillers(z.substr(5, 25));
    mrz.documentNumber = withoutFillers(z.substr(36, 12));
    mrz.givenNames = withoutFillers(z.substr(49, 14));
    if (const auto gap = mrz.givenNames.find("  ");
        gap != std::string::npos) // two fillers between given names
        mrz.givenNames.erase(gap, 1);
    mrz.birthDate = z.substr(63, 6);
    mrz.sex = z[70] == '<' ? "X" : std::string(1, z[70]);
    if (!fits(z.substr(36, 12), z[48]))
        return wrong("document number");
    if (!fits(z.substr(63, 6), z[69]))
        return wrong("birth date");
    if (!fits(z.substr(0, 71), z[71]))
        return wrong("composite");
    return mrz;
}

} // namespace

int mrzCheckDigit(std::string_view field) {
    constexpr std::array kWeights{7, 3, 1};
    int sum = 0;
    for (std::size_t i = 0; i < field.size(); ++i) {
        const int value = charValue(field[i]);
        if (value < 0)
            return -1;
        sum += value * kWeights[i % 3];
    }
    return sum % 10;
}

Result<Mrz> parseMrz(std::string_view text) {
    std::string zone;
    for (char c : text)
        if (c != '\n' && c != '\r')
            zone += c;
    if (std::any_of(zone.begin(), zone.end(), [](char c) { return charValue(c) < 0; }))
        return Fault{FaultCode::Malformed, "mrz: foreign character"};
    switch (zone.size()) {
    case 90: return parseTd1(zone);
    case 72:
        if (zone.starts_with("IDFRA"))
            return parseFrenchCard(zone);
        return parseTwoLines(zone, zone.starts_with('V') ? MrzFormat::MrvB : MrzFormat::Td2);
    case 88: return parseTwoLines(zone, zone.starts_with('V') ? MrzFormat::MrvA : MrzFormat::Td3);
    default: return Fault{FaultCode::Malformed, "mrz: length fits no format"};
    }
}

std::optional<Date> Mrz::expiry(Date today) const {
    if (expiryDate.size() != 6 ||
        !std::all_of(expiryDate.begin(), expiryDate.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    const auto two = [&](std::size_t at) { return (expiryDate[at] - '0') * 10 + (expiryDate[at + 1] - '0'); };
    const int thisYear = static_cast<int>(today.year());
    int year = thisYear / 100 * 100 + two(0);
    if (year < thisYear - 50)
        year += 100;
    if (year > thisYear + 49)
        year -= 100;
    const Date date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(two(2))},
                    std::chrono::day{static_cast<unsigned>(two(4))}};
    if (!date.ok())
        return std::nullopt;
    return date;
}

} // namespace balady::model
