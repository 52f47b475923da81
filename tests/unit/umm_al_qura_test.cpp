#include "kiosk/model/date.h"

#include <doctest/doctest.h>
#include <unicode/calendar.h>
#include <unicode/locid.h>

#include <memory>

using namespace balady::model;
using namespace std::chrono;

TEST_CASE("umm_al_qura_day_is_off_by_one") {
    // Published Umm al-Qura dates: 1 Muharram 1445, 1 Ramadan 1444, 1 Muharram 1448.
    CHECK(toHijri(2023y / July / 19) == HijriDate{1445, 1, 1});
    CHECK(toHijri(2023y / March / 23) == HijriDate{1444, 9, 1});
    CHECK(toHijri(2026y / June / 16) == HijriDate{1448, 1, 1});
    CHECK(fromHijri({1445, 1, 1}) == Date{2023y / July / 19});
}

TEST_CASE("hijri_day_that_does_not_exist_is_accepted") {
    CHECK_FALSE(fromHijri({1445, 13, 1}));
    CHECK_FALSE(fromHijri({1445, 1, 31}));
    int lengths = 0;
    for (int month = 1; month <= 12; ++month)
        lengths += fromHijri({1445, month, 30}) ? 30 : 29;
    CHECK((lengths == 354 || lengths == 355));
}

TEST_CASE("a_day_differs_from_icu") {
    auto status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Calendar> icu{icu::Calendar::createInstance(
        *icu::TimeZone::getGMT(), icu::Locale("en@calendar=islamic-umalqura"), status)};
    REQUIRE(U_SUCCESS(status));
    int days = 0;
    for (auto day = sys_days{1700y / January / 1}; day < sys_days{2300y / January / 1};
         day += std::chrono::days{1}) {
        constexpr double kMillisecondsADay = 86'400'000;
        icu->setTime(static_cast<double>(day.time_since_epoch().count()) * kMillisecondsADay, status);
        const HijriDate expected{icu->get(UCAL_YEAR, status), icu->get(UCAL_MONTH, status) + 1,
                                 icu->get(UCAL_DATE, status)};
        if (toHijri(day) != expected || fromHijri(expected) != Date{day}) // a CHECK each would take seconds
            FAIL("on " << day.time_since_epoch().count() << " days after 1970");
        ++days;
    }
    CHECK(days == 219'145);
}
