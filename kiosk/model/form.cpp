#include "kiosk/model/form.h"

#include "kiosk/base/text.h"
#include "kiosk/model/date.h"
#include "kiosk/model/digits.h"
#include "kiosk/model/identity.h"
#include "kiosk/model/names.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace balady::model {
namespace {

std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

CheckedAnswer bounded(const Field& field, std::string value) {
    const auto count = static_cast<std::int64_t>(characterCount(value));
    if (field.min && count < *field.min)
        return {std::move(value), "too_short"};
    if (field.max && count > *field.max)
        return {std::move(value), "too_long"};
    return {std::move(value), ""};
}

template <class Parse>
CheckedAnswer parsed(std::string_view typed, Parse parse) {
    NumberProblem problem{};
    if (auto value = parse(typed, &problem))
        return {std::move(*value), ""};
    return {std::string(typed), std::string(name(problem))};
}

bool consistsOf(std::string_view text, auto&& allowed) {
    return std::all_of(text.begin(), text.end(), allowed);
}
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

CheckedAnswer checkNumber(const Field& field, std::string value) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error == std::errc::result_out_of_range)
        return {std::move(value), "too_big"};
    if (error != std::errc{} || end != value.data() + value.size())
        return {std::move(value), "foreign_character"};
    if (field.min && number < *field.min)
        return {std::move(value), "too_small"};
    if (field.max && number > *field.max)
        return {std::move(value), "too_big"};
    return {std::to_string(number), ""};
}

constexpr std::array kFieldTypes{FieldType::Text,   FieldType::Note,     FieldType::Digits,
                                 FieldType::Number, FieldType::Identity, FieldType::Establishment,
                                 FieldType::Mobile, FieldType::Address,  FieldType::Date,
                                 FieldType::Choice, FieldType::YesNo,    FieldType::Reference};

} // namespace

std::string_view name(FieldType type) {
    switch (type) {
    case FieldType::Text: return "text";
    case FieldType::Note: return "note";
    case FieldType::Digits: return "digits";
    case FieldType::Number: return "number";
    case FieldType::Identity: return "identity";
    case FieldType::Establishment: return "establishment";
    case FieldType::Mobile: return "mobile";
    case FieldType::Address: return "address";
    case FieldType::Date: return "date";
    case FieldType::Choice: return "choice";
    case FieldType::YesNo: return "yes-no";
    case FieldType::Reference: return "reference";
    }
    return "";
}

std::optional<FieldType> fieldTypeFromName(std::string_view text) {
    return fromName(kFieldTypes, text);
}

bool isAsked(const Field& field, const Answers& answers) {
    if (!field.showIf)
        return true;
    const auto it = answers.find(field.showIf->field);
    return it != answers.end() && it->second == field.showIf->equals;
}

CheckedAnswer checkAnswer(const Field& field, std::string_view typed) {
    auto value = trimmed(typed);
    if (value.empty())
        return {"", field.required ? "empty" : ""};
    switch (field.type) {
    case FieldType::Text:
    case FieldType::Note: return bounded(field, std::move(value));
    case FieldType::Digits:
        value = toLatinDigits(value);
        if (!consistsOf(value, isDigit))
            return {std::move(value), "foreign_character"};
        return bounded(field, std::move(value));
    case FieldType::Number: return checkNumber(field, toLatinDigits(value));
    case FieldType::Identity:
        return parsed(value, [](std::string_view text, NumberProblem* problem) -> std::optional<std::string> {
            if (auto number = IdentityNumber::parse(text, problem))
                return number->digits();
            return std::nullopt;
        });
    case FieldType::Establishment: return parsed(value, parseEstablishmentNumber);
    case FieldType::Mobile: return parsed(value, parseMobile);
    case FieldType::Address: return parsed(value, parseNationalAddress);
    case FieldType::Date:
        value = toLatinDigits(value);
        return {value, parseIsoDate(value) ? "" : "not_a_date"};
    case FieldType::Choice:
        // Options asked of the backend are checked by the backend; its list may have changed meanwhile.
        if (field.optionsFrom.empty() && std::none_of(field.options.begin(), field.options.end(),
                                                      [&](const Option& o) { return o.code == value; }))
            return {std::move(value), "not_an_option"};
        return {std::move(value), ""};
    case FieldType::YesNo: return {value, value == "yes" || value == "no" ? "" : "not_an_option"};
    case FieldType::Reference:
        value = toLatinDigits(value);
        std::transform(value.begin(), value.end(), value.begin(),
                       [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
        if (!consistsOf(value, [](char c) { return isDigit(c) || (c >= 'A' && c <= 'Z') || c == '-'; }))
            return {std::move(value), "foreign_character"};
        return bounded(field, std::move(value));
    }
    return {std::move(value), "not_an_option"};
}

std::vector<FieldProblem> checkPage(const FormPage& page, const Answers& answers) {
    std::vector<FieldProblem> problems;
    for (const auto& field : page.fields) {
        if (!isAsked(field, answers))
            continue;
        const auto it = answers.find(field.id);
        auto checked =
            checkAnswer(field, it == answers.end() ? std::string_view{} : std::string_view{it->second});
        if (!checked.problem.empty())
            problems.push_back({field.id, std::move(checked.problem)});
    }
    return problems;
}

} // namespace balady::model
