// Machine readable zones, from chips and from the camera.
#include "kiosk/model/mrz.h"
#include "tests/fuzz/target.h"

#include <algorithm>

namespace {

using namespace balady;
using namespace std::chrono_literals;

/// Whether a printed date's or number's check digit stands behind it somewhere in the zone.
bool standsChecked(std::string_view zone, const std::string& field) {
    const int digit = model::mrzCheckDigit(field);
    const auto checked = field + static_cast<char>('0' + digit);
    // A field of nothing but fillers may have a filler for its digit (Doc 9303-4, 4.2.2.2).
    return digit >= 0 && (zone.find(checked) != std::string_view::npos ||
                          (digit == 0 && zone.find(field + '<') != std::string_view::npos));
}

bool isPlain(std::string_view text) {
    return std::ranges::all_of(
        text, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' '; });
}

void run(ByteView input) {
    const auto text = asText(input);
    const int digit = model::mrzCheckDigit(text);
    fuzz::mustHold(digit >= -1 && digit <= 9, "a check digit is a digit");

    const auto mrz = model::parseMrz(text);
    if (!mrz)
        return;
    auto zone = text;
    std::erase_if(zone, [](char c) { return c == '\n' || c == '\r'; });
    fuzz::mustHold(zone.size() == 72 || zone.size() == 88 || zone.size() == 90,
                   "a zone has the size of a format");
    fuzz::mustHold(standsChecked(zone, mrz->birthDate), "the birth date's check digit fits");
    fuzz::mustHold(mrz->format == model::MrzFormat::FrenchCard || standsChecked(zone, mrz->expiryDate),
                   "the expiry date's check digit fits");
    for (const auto* field : {&mrz->documentCode, &mrz->issuingState, &mrz->documentNumber, &mrz->nationality,
                              &mrz->surname, &mrz->givenNames, &mrz->optionalData})
        fuzz::mustHold(isPlain(*field), "fields are without fillers");

    const auto today = model::Date{2026y / 11 / 22};
    if (const auto expiry = mrz->expiry(today)) {
        fuzz::mustHold(expiry->ok(), "a date of expiry is a day of the calendar");
        const auto years = (expiry->year() - today.year()).count();
        fuzz::mustHold(years >= -50 && years <= 49, "a date of expiry is in its window");
    }
}

const fuzz::Registration kTarget("mrz", run);

} // namespace
