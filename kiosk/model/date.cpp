#include "kiosk/model/date.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace balady::model {
namespace {

constexpr std::array<std::string_view, 12> kGregorianArabic{"يناير",  "فبراير", "مارس",   "أبريل",
                                                            "مايو",   "يونيو",  "يوليو",  "أغسطس",
                                                            "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"};
constexpr std::array<std::string_view, 12> kGregorianEnglish{"January",   "February", "March",    "April",
                                                             "May",       "June",     "July",     "August",
                                                             "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 12> kHijriArabic{
    "محرم", "صفر",   "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة",
    "رجب",  "شعبان", "رمضان",      "شوال",       "ذو القعدة",    "ذو الحجة"};
constexpr std::array<std::string_view, 12> kHijriEnglish{
    "Muharram", "Safar",  "Rabi al-Awwal", "Rabi al-Thani", "Jumada al-Ula", "Jumada al-Akhirah",
    "Rajab",    "Shaban", "Ramadan",       "Shawwal",       "Dhu al-Qadah",  "Dhu al-Hijjah"};

std::string threeParts(int day, std::string_view month, int year, std::string_view era, DigitStyle digits) {
    auto text = std::to_string(day) + " " + std::string(month) + " " + std::to_string(year);
    if (digits == DigitStyle::ArabicIndic)
        text = toArabicIndicDigits(text);
    if (!era.empty())
        text += " " + std::string(era);
    return text;
}

} // namespace

std::optional<Date> parseIsoDate(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    int parts[3] = {0, 0, 0};
    int part = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i == 4 || i == 7) {
            ++part;
            continue;
        }
        if (text[i] < '0' || text[i] > '9')
            return std::nullopt;
        parts[part] = parts[part] * 10 + (text[i] - '0');
    }
    const Date date{std::chrono::year{parts[0]}, std::chrono::month{static_cast<unsigned>(parts[1])},
                    std::chrono::day{static_cast<unsigned>(parts[2])}};
    if (!date.ok())
        return std::nullopt;
    return date;
}

std::string toIso(Date date) {
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text;
}

std::string weekdayText(Date date, Language language) {
    constexpr std::array<std::string_view, 7> kArabic{"الأحد",  "الاثنين", "الثلاثاء", "الأربعاء",
                                                      "الخميس", "الجمعة",  "السبت"};
    constexpr std::array<std::string_view, 7> kEnglish{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                       "Thursday", "Friday", "Saturday"};
    const auto day = std::chrono::weekday{std::chrono::sys_days{date}}.c_encoding();
    return std::string(language == Language::Arabic ? kArabic.at(day) : kEnglish.at(day));
}

std::string gregorianText(Date date, Language language, DigitStyle digits) {
    const auto month = static_cast<unsigned>(date.month()) - 1;
    return threeParts(static_cast<int>(static_cast<unsigned>(date.day())),
                      language == Language::Arabic ? kGregorianArabic[month] : kGregorianEnglish[month],
                      static_cast<int>(date.year()), language == Language::Arabic ? "م" : "", digits);
}

std::string hijriText(Date date, Language language, DigitStyle digits) {
    const auto hijri = toHijri(date);
    const auto month = static_cast<std::size_t>(hijri.month) - 1;
    return threeParts(hijri.day, language == Language::Arabic ? kHijriArabic[month] : kHijriEnglish[month],
                      hijri.year, language == Language::Arabic ? "هـ" : "AH", digits);
}

std::string bothCalendars(Date date, Language language, DigitStyle digits) {
    return hijriText(date, language, digits) + " - " + gregorianText(date, language, digits);
}

std::string timeText(std::chrono::minutes sinceMidnight) {
    const auto twoDigits = [](auto number) {
        const auto text = std::to_string(number);
        return text.size() < 2 ? "0" + text : text;
    };
    return twoDigits(sinceMidnight.count() / 60) + ":" + twoDigits(sinceMidnight.count() % 60);
}

std::string isolated(std::string_view run, bool forced) {
    std::string out = forced ? "\u2066\u202d" : "\u2066";
    out += run;
    out += forced ? "\u202c\u2069" : "\u2069";
    return out;
}

std::string inDigits(std::string_view utf8, DigitStyle digits) {
    if (digits == DigitStyle::Latin)
        return std::string(utf8);
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto isWord = [&](char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    };
    const auto joins = [](char c) { return std::string_view("-/.,:").find(c) != std::string_view::npos; };
    std::string out;
    for (std::size_t at = 0; at < utf8.size();) {
        if (!isWord(utf8[at])) {
            out += utf8[at++];
            continue;
        }
        auto end = at;
        while (end < utf8.size() &&
               (isWord(utf8[end]) || (joins(utf8[end]) && end + 1 < utf8.size() && isWord(utf8[end + 1]))))
            ++end;
        const auto run = utf8.substr(at, end - at);
        at = end;
        if (std::none_of(run.begin(), run.end(), isDigit))
            out += run;
        else if (std::all_of(run.begin(), run.end(), isDigit))
            out += toArabicIndicDigits(run);
        else
            out += isolated(toArabicIndicDigits(run), true);
    }
    return out;
}

} // namespace balady::model
