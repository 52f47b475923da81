// Money: Saudi riyals, counted in halalas.
#pragma once

#include "kiosk/model/digits.h"
#include "kiosk/model/language.h"

#include <compare>
#include <cstdint>
#include <string>

namespace balady::model {

struct Money {
    std::int64_t halalas = 0; ///< 100 halalas are one riyal; never negative in this product
    friend auto operator<=>(const Money&, const Money&) = default;
};

/// "1,250.00 ر.س" / "SAR 1,250.00"; the number is isolated against reordering.
[[nodiscard]] std::string moneyText(Money amount, Language language, DigitStyle digits = DigitStyle::Latin);

} // namespace balady::model
