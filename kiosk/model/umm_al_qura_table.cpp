// Writes the Umm al-Qura calendar of ICU (islamic-umalqura: CLDR's data) as a C++ header; it runs when the terminal is built.
// Asked while it runs, ICU would open eight data files and take 2 MiB to tell the date of today (ADR 0014).
//
// usage: umm_al_qura_table FILE
#include <unicode/calendar.h>
#include <unicode/locid.h>

#include <fstream>
#include <iostream>
#include <memory>

namespace {

// The years that ICU has tables for; before and after them it goes by the arithmetic calendar.
constexpr int kFirstYear = 1300;
constexpr int kLastYear = 1600;
constexpr int kMonths = 12;
constexpr int kShortMonth = 29;
constexpr double kMillisecondsADay = 86'400'000;

void write(std::ostream& out, icu::Calendar& calendar, UErrorCode& status) {
    calendar.clear();
    calendar.set(kFirstYear, 0, 1);
    const auto firstDay = static_cast<int>(calendar.getTime(status) / kMillisecondsADay);
    out << "#pragma once\n#include <array>\n#include <cstdint>\n\nnamespace balady::model {\n\n"
        << "constexpr int kFirstYear = " << kFirstYear << ";\n"
        << "/// The days from 1970-01-01 to 1 Muharram of the first year.\n"
        << "constexpr int kFirstDay = " << firstDay << ";\n"
        << "/// The months of each year: bit 0 is Muharram; a set bit is a month of 30 days, not 29.\n"
        << "constexpr std::array<std::uint16_t, " << kLastYear - kFirstYear + 1 << "> kLongMonths{\n";
    for (int year = kFirstYear; year <= kLastYear; ++year) {
        unsigned longOnes = 0;
        for (int month = 0; month < kMonths; ++month) {
            calendar.clear();
            calendar.set(year, month, 1);
            if (calendar.getActualMaximum(UCAL_DATE, status) > kShortMonth)
                longOnes |= 1U << month;
        }
        out << "    " << longOnes << ", // " << year << '\n';
    }
    out << "};\n\n} // namespace balady::model\n";
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: umm_al_qura_table FILE\n";
        return 2;
    }
    auto status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Calendar> calendar{icu::Calendar::createInstance(
        *icu::TimeZone::getGMT(), icu::Locale("en@calendar=islamic-umalqura"), status)};
    std::ofstream out(argv[1]);
    if (U_SUCCESS(status))
        write(out, *calendar, status);
    out.flush();
    if (U_SUCCESS(status) && out)
        return 0;
    std::cerr << "umm_al_qura_table: " << (out ? u_errorName(status) : "the file cannot be written") << '\n';
    return 1;
}
