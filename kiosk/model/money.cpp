#include "kiosk/model/money.h"

#include "kiosk/model/date.h"

#include <cstdio>

namespace balady::model {

std::string moneyText(Money amount, Language language, DigitStyle digits) {
    auto riyals = std::to_string(amount.halalas / 100);
    for (int at = static_cast<int>(riyals.size()) - 3; at > 0; at -= 3)
        riyals.insert(static_cast<std::size_t>(at), ",");
    char halalas[8];
    std::snprintf(halalas, sizeof halalas, ".%02d", static_cast<int>(amount.halalas % 100));
    auto number = riyals + halalas;
    if (digits == DigitStyle::ArabicIndic)
        number = toArabicIndicDigits(number);
    const auto run = isolated(number, digits == DigitStyle::ArabicIndic);
    return language == Language::Arabic ? run + " ر.س" : "SAR " + run;
}

} // namespace balady::model
