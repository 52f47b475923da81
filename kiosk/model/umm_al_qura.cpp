#include "kiosk/model/date.h"

#include <algorithm>
#include <array>

#include "umm_al_qura_table.h" // written by umm_al_qura_table.cpp when this is built

namespace balady::model {
namespace {

constexpr int kEndYear = kFirstYear + static_cast<int>(kLongMonths.size());

constexpr bool isTabulated(int year) {
    return year >= kFirstYear && year < kEndYear;
}

/// A month of the arithmetic calendar has 30 and 29 days in turn; the last one has 30 in 11 years of 30.
constexpr int monthDays(int year, int month) {
    if (isTabulated(year))
        return 29 + (kLongMonths[static_cast<std::size_t>(year - kFirstYear)] >> (month - 1) & 1);
    if (month == 12)
        return (11 * year + 14) % 30 < 11 ? 30 : 29;
    return month % 2 == 1 ? 30 : 29;
}

/// The days from 1970-01-01 to 1 Muharram of each year that is tabulated, and of the one after.
constexpr auto kYearStarts = [] {
    std::array<int, kLongMonths.size() + 1> starts{kFirstDay};
    for (std::size_t i = 0; i < kLongMonths.size(); ++i) {
        starts[i + 1] = starts[i];
        for (int month = 1; month <= 12; ++month)
            starts[i + 1] += monthDays(kFirstYear + static_cast<int>(i), month);
    }
    return starts;
}();

constexpr int yearStart(int year) {
    if (isTabulated(year))
        return kYearStarts[static_cast<std::size_t>(year - kFirstYear)];
    constexpr int kEpoch = -492148; // 1 Muharram 1 AH, 16 July 622 (Julian)
    return kEpoch + 354 * (year - 1) + (3 + 11 * year) / 30;
}

/// The last year that has begun on that day.
int yearOf(int day) {
    if (day >= kYearStarts.front() && day < kYearStarts.back()) {
        const auto after = std::ranges::upper_bound(kYearStarts, day);
        return kFirstYear + static_cast<int>(after - kYearStarts.begin()) - 1;
    }
    int year = 1 + (day - yearStart(1)) / 355; // not later than the right one
    while (yearStart(year + 1) <= day)
        ++year;
    return year;
}

} // namespace

HijriDate toHijri(Date date) {
    const auto day = static_cast<int>(std::chrono::sys_days{date}.time_since_epoch().count());
    HijriDate hijri{yearOf(day), 1, 1};
    hijri.day += day - yearStart(hijri.year);
    while (hijri.month < 12 && hijri.day > monthDays(hijri.year, hijri.month)) {
        hijri.day -= monthDays(hijri.year, hijri.month);
        ++hijri.month;
    }
    return hijri;
}

std::optional<Date> fromHijri(HijriDate date) {
    if (date.year < 1 || date.month < 1 || date.month > 12 || date.day < 1 ||
        date.day > monthDays(date.year, date.month))
        return std::nullopt;
    int day = yearStart(date.year) + date.day - 1;
    for (int month = 1; month < date.month; ++month)
        day += monthDays(date.year, month);
    return Date{std::chrono::sys_days{std::chrono::days{day}}};
}

} // namespace balady::model
