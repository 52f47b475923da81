// Digits: Arabic-Indic and Latin digits, and the Luhn check of Saudi identity numbers.
#pragma once

#include <string>
#include <string_view>

namespace balady::model {

/// Which digits a person reads. Input takes both, always (look.md: Arabic-Indic accepted everywhere).
enum class DigitStyle { Latin, ArabicIndic };

/// UTF-8 text with Arabic-Indic (U+0660..0669) and Persian (U+06F0..06F9) digits replaced by 0-9.
[[nodiscard]] std::string toLatinDigits(std::string_view utf8);
/// UTF-8 text with 0-9 replaced by Arabic-Indic digits.
[[nodiscard]] std::string toArabicIndicDigits(std::string_view utf8);

/// ISO/IEC 7812-1 annex B over ASCII digits; false on an empty text or another character.
[[nodiscard]] bool luhnValid(std::string_view digits);

} // namespace balady::model
