// Form: the questions of a service, as the catalogue asks them, and the rules that an answer must keep.
#pragma once

#include "kiosk/model/language.h"
#include "kiosk/model/option.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace balady::model {

enum class FieldType {
    Text,          ///< one line, Arabic or Latin
    Note,          ///< several lines
    Digits,        ///< a number kept as text (leading zeros count)
    Number,        ///< a whole quantity with `min`..`max`
    Identity,      ///< IdentityNumber
    Establishment, ///< unified number or commercial register
    Mobile,
    Address,   ///< short national address
    Date,      ///< ISO 8601 in the answer; both calendars on screen
    Choice,    ///< exactly one option; a long list gets a search box
    YesNo,     ///< "yes" or "no"
    Reference, ///< a number that the backend gave (request, licence): letters, digits, '-'
};

/// The catalogue's word for a type ("yes-no").
[[nodiscard]] std::string_view name(FieldType type);
[[nodiscard]] std::optional<FieldType> fieldTypeFromName(std::string_view text);

/// The catalogue's list of municipalities: a question from it begins with the terminal's own.
inline constexpr std::string_view kMunicipalities = "municipalities";

/// The field is asked only when another one has this answer.
struct Condition {
    std::string field;
    std::string equals;
    friend bool operator==(const Condition&, const Condition&) = default;
};

struct Field {
    std::string id; ///< lower-kebab; also the objectName of its control, "field.<id>"
    FieldType type = FieldType::Text;
    LocalizedText label;
    LocalizedText help;
    bool required = true;
    Options options{};       ///< for Choice; lists named in the catalogue are resolved when it is read
    std::string list{};      ///< for Choice: the catalogue's list that the options are, or empty
    std::string optionsFrom; ///< for Choice: "establishments", "licences", "slots": asked of the backend
    std::optional<std::int64_t> min; ///< Number: least value; texts: least number of characters
    std::optional<std::int64_t> max; ///< Number: greatest value; texts: greatest number of characters
    std::optional<Condition> showIf;
    friend bool operator==(const Field&, const Field&) = default;
};

/// One screenful: one question, or a few that belong together.
struct FormPage {
    std::string id;
    LocalizedText title;
    std::vector<Field> fields;
    friend bool operator==(const FormPage&, const FormPage&) = default;
};

/// Answers by field id, normalised (Latin digits, upper-case addresses, ISO dates).
using Answers = std::map<std::string, std::string>;

/// Why an answer is not accepted; `code` is the key of the sentence on screen ("wrong_check_digit").
struct FieldProblem {
    std::string field;
    std::string code;
    friend bool operator==(const FieldProblem&, const FieldProblem&) = default;
};

/// Whether the field is asked, given the answers so far.
[[nodiscard]] bool isAsked(const Field& field, const Answers& answers);

/// The answer as it will be sent, or the problem's code. An empty answer to an optional field is "".
struct CheckedAnswer {
    std::string value;
    std::string problem; ///< empty: accepted
};
[[nodiscard]] CheckedAnswer checkAnswer(const Field& field, std::string_view typed);

/// Every problem of the asked fields of a page, in the page's order.
[[nodiscard]] std::vector<FieldProblem> checkPage(const FormPage& page, const Answers& answers);

} // namespace balady::model
