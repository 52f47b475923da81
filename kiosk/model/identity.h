// Identity numbers of people and establishments, mobiles and short national addresses: checked once, then typed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace balady::model {

/// Why a typed number is not accepted. The screen has a sentence for each.
enum class NumberProblem { Empty, ForeignCharacter, TooShort, TooLong, WrongFirstDigit, WrongCheckDigit };

/// Stable lower_snake name ("wrong_check_digit"): the key of the sentence.
[[nodiscard]] std::string_view name(NumberProblem problem);

enum class IdentityKind { Citizen, Resident, Visitor };

/// National ID (first digit 1), Iqama (2) or border number (3): 10 digits, Luhn. Wiped when destroyed.
/// Source: product.md, "Identity and numbers".
class IdentityNumber {
  public:
    /// The number in `text` (Latin or Arabic-Indic digits, spaces ignored), or nothing with `problem` set.
    [[nodiscard]] static std::optional<IdentityNumber> parse(std::string_view text,
                                                             NumberProblem* problem = nullptr);

    IdentityNumber(const IdentityNumber&) = default;
    IdentityNumber& operator=(const IdentityNumber&) = default;
    ~IdentityNumber();

    [[nodiscard]] IdentityKind kind() const;
    /// Personal: only for the backend and the citizen's own screen.
    [[nodiscard]] const std::string& digits() const { return m_digits; }
    /// "1•••••1234": first digit and last four, for screens and receipts.
    [[nodiscard]] std::string masked() const;
    friend bool operator==(const IdentityNumber&, const IdentityNumber&) = default;

  private:
    explicit IdentityNumber(std::string digits) : m_digits(std::move(digits)) {}
    std::string m_digits;
};

/// Unified number 7XXXXXXXXX or legacy commercial register 1XXXXXXXXX: 10 digits; no public check digit.
[[nodiscard]] std::optional<std::string> parseEstablishmentNumber(std::string_view text,
                                                                  NumberProblem* problem = nullptr);

/// 05XXXXXXXX; "+9665…", "009665…" and "5…" are understood and normalised.
[[nodiscard]] std::optional<std::string> parseMobile(std::string_view text, NumberProblem* problem = nullptr);
/// "05••••1234".
[[nodiscard]] std::string maskMobile(std::string_view mobile);

/// Short national address: four Latin letters and four digits ("RAAA2919"), normalised to upper case.
[[nodiscard]] std::optional<std::string> parseNationalAddress(std::string_view text,
                                                              NumberProblem* problem = nullptr);

} // namespace balady::model
