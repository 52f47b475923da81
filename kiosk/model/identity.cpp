#include "kiosk/model/identity.h"

#include "kiosk/base/secret.h"
#include "kiosk/model/digits.h"

#include <cctype>

namespace balady::model {
namespace {

std::string withoutSpaces(std::string_view text) {
    std::string out;
    for (char c : toLatinDigits(text))
        if (c != ' ' && c != '-')
            out += c;
    return out;
}

bool allDigits(std::string_view text) {
    for (char c : text)
        if (c < '0' || c > '9')
            return false;
    return true;
}

std::nullopt_t say(NumberProblem* out, NumberProblem problem) {
    if (out != nullptr)
        *out = problem;
    return std::nullopt;
}

std::optional<std::string> tenDigits(std::string_view text, std::string_view firsts, NumberProblem* problem) {
    auto digits = withoutSpaces(text);
    if (digits.empty())
        return say(problem, NumberProblem::Empty);
    if (!allDigits(digits))
        return say(problem, NumberProblem::ForeignCharacter);
    if (firsts.find(digits.front()) == std::string_view::npos)
        return say(problem, NumberProblem::WrongFirstDigit);
    if (digits.size() < 10)
        return say(problem, NumberProblem::TooShort);
    if (digits.size() > 10)
        return say(problem, NumberProblem::TooLong);
    return digits;
}

} // namespace

std::string_view name(NumberProblem problem) {
    switch (problem) {
    case NumberProblem::Empty: return "empty";
    case NumberProblem::ForeignCharacter: return "foreign_character";
    case NumberProblem::TooShort: return "too_short";
    case NumberProblem::TooLong: return "too_long";
    case NumberProblem::WrongFirstDigit: return "wrong_first_digit";
    case NumberProblem::WrongCheckDigit: return "wrong_check_digit";
    }
    return "empty";
}

std::optional<IdentityNumber> IdentityNumber::parse(std::string_view text, NumberProblem* problem) {
    auto digits = tenDigits(text, "123", problem);
    if (!digits)
        return std::nullopt;
    if (!luhnValid(*digits))
        return say(problem, NumberProblem::WrongCheckDigit);
    return IdentityNumber(std::move(*digits));
}

IdentityNumber::~IdentityNumber() {
    wipe(m_digits.data(), m_digits.size());
}

IdentityKind IdentityNumber::kind() const {
    switch (m_digits.front()) {
    case '1': return IdentityKind::Citizen;
    case '2': return IdentityKind::Resident;
    default: return IdentityKind::Visitor;
    }
}

std::string IdentityNumber::masked() const {
    return m_digits.substr(0, 1) + "•••••" + m_digits.substr(6);
}

std::optional<std::string> parseEstablishmentNumber(std::string_view text, NumberProblem* problem) {
    return tenDigits(text, "17", problem);
}

std::optional<std::string> parseMobile(std::string_view text, NumberProblem* problem) {
    auto digits = withoutSpaces(text);
    if (digits.starts_with("+966"))
        digits.replace(0, 4, "0");
    else if (digits.starts_with("00966"))
        digits.replace(0, 5, "0");
    else if (digits.size() == 9 && digits.starts_with("5"))
        digits.insert(0, "0");
    if (digits.empty())
        return say(problem, NumberProblem::Empty);
    if (!allDigits(digits))
        return say(problem, NumberProblem::ForeignCharacter);
    if (!digits.starts_with("05"))
        return say(problem, NumberProblem::WrongFirstDigit);
    if (digits.size() != 10)
        return say(problem, digits.size() < 10 ? NumberProblem::TooShort : NumberProblem::TooLong);
    return digits;
}

std::string maskMobile(std::string_view mobile) {
    if (mobile.size() != 10)
        return "••••";
    return std::string(mobile.substr(0, 2)) + "••••" + std::string(mobile.substr(6));
}

std::optional<std::string> parseNationalAddress(std::string_view text, NumberProblem* problem) {
    auto plain = withoutSpaces(text);
    if (plain.empty())
        return say(problem, NumberProblem::Empty);
    if (plain.size() != 8)
        return say(problem, plain.size() < 8 ? NumberProblem::TooShort : NumberProblem::TooLong);
    for (std::size_t i = 0; i < 8; ++i) {
        const auto c = static_cast<unsigned char>(plain[i]);
        if (i < 4 ? !(c < 128 && std::isalpha(c)) : !std::isdigit(c))
            return say(problem, NumberProblem::ForeignCharacter);
        plain[i] = static_cast<char>(std::toupper(c));
    }
    return plain;
}

} // namespace balady::model
