// Dates as the Kingdom writes them: Gregorian and Umm al-Qura, each in both languages, safe against bidi reordering.
#pragma once

#include "kiosk/model/digits.h"
#include "kiosk/model/language.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace balady::model {

using Date = std::chrono::year_month_day;

/// A day of the Umm al-Qura calendar (ICU's islamic-umalqura; tables cover 1300-1600 AH).
struct HijriDate {
    int year = 0;
    int month = 0; ///< 1 (Muharram) to 12 (Dhu al-Hijjah)
    int day = 0;
    friend bool operator==(const HijriDate&, const HijriDate&) = default;
};

[[nodiscard]] HijriDate toHijri(Date date);
/// Nothing where the calendar has no such day (month 13, day 30 of a 29-day month).
[[nodiscard]] std::optional<Date> fromHijri(HijriDate date);

/// ISO 8601 "2026-10-23" (the form of the contract); nothing unless it is exactly that and a real day.
[[nodiscard]] std::optional<Date> parseIsoDate(std::string_view text);
[[nodiscard]] std::string toIso(Date date);

/// "الجمعة" / "Friday".
[[nodiscard]] std::string weekdayText(Date date, Language language);
/// "23 أكتوبر 2026 م" / "23 October 2026".
[[nodiscard]] std::string gregorianText(Date date, Language language, DigitStyle digits = DigitStyle::Latin);
/// "12 جمادى الأولى 1448 هـ" / "12 Jumada al-Ula 1448 AH".
[[nodiscard]] std::string hijriText(Date date, Language language, DigitStyle digits = DigitStyle::Latin);
/// Both calendars, Hijri first: "12 جمادى الأولى 1448 هـ - 23 أكتوبر 2026 م".
[[nodiscard]] std::string bothCalendars(Date date, Language language, DigitStyle digits = DigitStyle::Latin);

/// "08:05": 24 hours, Latin digits. `sinceMidnight` counts whole minutes of a local day, 0 to 1439.
[[nodiscard]] std::string timeText(std::chrono::minutes sinceMidnight);

/// Wraps a left-to-right run (reference, number, time, Latin name) in LRI...PDI (Unicode UAX #9) so that the
/// paragraph around it does not reorder it. `forced` uses LRO...PDF as well, which Arabic-Indic digits with
/// separators need (LRI does not keep "٢٠٢٦-٠٠١" in order).
[[nodiscard]] std::string isolated(std::string_view run, bool forced = false);

/// A text of ours or of the catalogue with its numbers in the given digits; references and numbers with separators
/// ("LC-45", "1,250.00") keep their order. Text without Latin digits is returned as it is.
[[nodiscard]] std::string inDigits(std::string_view utf8, DigitStyle digits);

} // namespace balady::model
