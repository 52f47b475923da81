#include "kiosk/model/date.h"
#include "kiosk/model/money.h"

#include <doctest/doctest.h>

using namespace balady::model;
using namespace std::chrono;

TEST_CASE("weekday_is_off_by_one") {
    CHECK(weekdayText(2026y / November / 22, Language::English) == "Sunday");
    CHECK(weekdayText(2026y / November / 27, Language::Arabic) == "الجمعة");
    CHECK(weekdayText(2024y / February / 29, Language::English) == "Thursday");
}

TEST_CASE("both_calendars_lose_an_era_or_a_month") {
    CHECK(bothCalendars(2026y / October / 23, Language::Arabic) ==
          "12 جمادى الأولى 1448 هـ - 23 أكتوبر 2026 م");
    CHECK(bothCalendars(2026y / October / 23, Language::English) ==
          "12 Jumada al-Ula 1448 AH - 23 October 2026");
    CHECK(gregorianText(2026y / October / 23, Language::Arabic, DigitStyle::ArabicIndic) ==
          "٢٣ أكتوبر ٢٠٢٦ م");
}

TEST_CASE("iso_date_accepts_what_is_no_day") {
    CHECK(parseIsoDate("2026-11-21") == Date{2026y / November / 21});
    for (auto text : {"2026-02-30", "2026-1-1", "20261121", "2026-11-2x", "", "2026-13-01"})
        CHECK_FALSE(parseIsoDate(text));
    CHECK(toIso(2026y / March / 5) == "2026-03-05");
}

TEST_CASE("money_loses_halalas_or_grouping") {
    CHECK(moneyText({125000}, Language::English) == "SAR \u20661,250.00\u2069");
    CHECK(moneyText({5}, Language::Arabic) == "\u20660.05\u2069 ر.س");
    CHECK(moneyText({100000000}, Language::English) == "SAR \u20661,000,000.00\u2069");
}

TEST_CASE("arabic_indic_digits_turn_a_reference_round") {
    namespace model = balady::model;
    using model::DigitStyle;
    const auto shown = [](std::string_view text) { return model::inDigits(text, DigitStyle::ArabicIndic); };
    CHECK(shown("خلال 30 يوما") == "خلال ٣٠ يوما");
    CHECK(shown("الطلب LC-4500000103 جاهز") == "الطلب " + model::isolated("LC-٤٥٠٠٠٠٠١٠٣", true) + " جاهز");
    CHECK(shown("1,250.00 ر.س") == model::isolated("١,٢٥٠.٠٠", true) + " ر.س");
    CHECK(shown("24/7.") == model::isolated("٢٤/٧", true) + ".");
    CHECK(shown("SADAD") == "SADAD");
    CHECK(shown(shown("30")) == "٣٠");
    CHECK(model::inDigits("LC-45 30", DigitStyle::Latin) == "LC-45 30");
}
