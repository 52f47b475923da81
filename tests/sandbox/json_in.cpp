#include "tests/sandbox/json_in.h"

#include "kiosk/model/date.h"
#include "tests/sandbox/problem.h"

#include <boost/json/basic_parser_impl.hpp>

#include <algorithm>
#include <vector>

namespace balady::sandbox {
namespace {

constexpr std::size_t kAnswers = 100;
constexpr std::size_t kAnswerCharacters = 4000;

/// Sees only keys: Boost.JSON's own document keeps the last of two equal ones without a word.
// NOLINTBEGIN(readability-identifier-naming): the names are those that boost::json::basic_parser calls.
struct DuplicateKeys {
    static constexpr std::size_t max_object_size = SIZE_MAX;
    static constexpr std::size_t max_array_size = SIZE_MAX;
    static constexpr std::size_t max_key_size = SIZE_MAX;
    static constexpr std::size_t max_string_size = SIZE_MAX;

    bool found = false;
    std::string key;
    std::vector<std::set<std::string>> open;

    using Error = json::error_code;
    bool on_document_begin(Error&) { return true; }
    bool on_document_end(Error&) { return true; }
    bool on_object_begin(Error&) {
        open.emplace_back();
        return true;
    }
    bool on_object_end(std::size_t, Error&) {
        open.pop_back();
        return true;
    }
    bool on_array_begin(Error&) { return true; }
    bool on_array_end(std::size_t, Error&) { return true; }
    bool on_key_part(json::string_view part, std::size_t, Error&) {
        key.append(part.data(), part.size());
        return true;
    }
    bool on_key(json::string_view part, std::size_t, Error&) {
        key.append(part.data(), part.size());
        found = !open.back().insert(std::exchange(key, {})).second || found;
        return true;
    }
    bool on_string_part(json::string_view, std::size_t, Error&) { return true; }
    bool on_string(json::string_view, std::size_t, Error&) { return true; }
    bool on_number_part(json::string_view, Error&) { return true; }
    bool on_int64(std::int64_t, json::string_view, Error&) { return true; }
    bool on_uint64(std::uint64_t, json::string_view, Error&) { return true; }
    bool on_double(double, json::string_view, Error&) { return true; }
    bool on_bool(bool, Error&) { return true; }
    bool on_null(Error&) { return true; }
    bool on_comment_part(json::string_view, Error&) { return true; }
    bool on_comment(json::string_view, Error&) { return true; }
};
// NOLINTEND(readability-identifier-naming)

bool hasDuplicateKeys(std::string_view text) {
    json::basic_parser<DuplicateKeys> parser(json::parse_options{});
    json::error_code error;
    parser.write_some(false, text.data(), text.size(), error);
    return parser.handler().found;
}

bool lowerHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}
bool digit(char c) {
    return c >= '0' && c <= '9';
}

/// Characters (code points) of valid UTF-8.
std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

[[noreturn]] void malformed(std::string_view key, std::string_view why) {
    refuse(ProblemType::Malformed, "member " + std::string(key) + ": " + std::string(why));
}

} // namespace

json::object parseBody(std::string_view text) {
    json::error_code error;
    auto value = json::parse(text, error);
    if (error)
        refuse(ProblemType::Malformed, "the body is not JSON");
    if (!value.is_object())
        refuse(ProblemType::Malformed, "the body is not a JSON object");
    if (hasDuplicateKeys(text))
        refuse(ProblemType::Malformed, "the body has a key twice");
    return std::move(value.get_object());
}

bool isUuid(std::string_view text) {
    if (text.size() != 36)
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? text[i] != '-' : !lowerHex(text[i]))
            return false;
    }
    return true;
}

bool isServiceId(std::string_view text) {
    return !text.empty() && text.size() <= 64 && text.front() >= 'a' && text.front() <= 'z' &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || digit(c) || c == '-'; });
}

bool isReference(std::string_view text) {
    return text.size() >= 4 && text.size() <= 32 && text.front() != '-' &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'A' && c <= 'Z') || digit(c) || c == '-'; });
}

/// ISO/IEC 7064 MOD 97-10, computed here anew: what is checked is what the terminal computes.
bool isTerminalReference(std::string_view text) {
    if (text.size() > 30 || !text.starts_with("T-") || !isReference(text))
        return false;
    const auto check = text.rfind('-');
    const auto number = text.rfind('-', check - 1);
    if (number <= 1 || text.size() - check != 3 || check - number < 2 ||
        !std::all_of(text.begin() + static_cast<std::ptrdiff_t>(number), text.end(),
                     [](char c) { return digit(c) || c == '-'; }))
        return false;
    int rest = 0;
    for (const char c : text)
        if (c != '-')
            rest = (digit(c) ? rest * 10 + (c - '0') : rest * 100 + (c - 'A' + 10)) % 97;
    return rest == 1;
}

std::optional<WallTime> parseTimestamp(std::string_view text) {
    // 2026-11-21T06:12:09Z, or 2026-11-21T06:12:09.123Z
    const bool millis = text.size() == 24 && text[19] == '.';
    if ((text.size() != 20 && !millis) || text[10] != 'T' || text[13] != ':' || text[16] != ':' ||
        text.back() != 'Z')
        return std::nullopt;
    const auto day = model::parseIsoDate(text.substr(0, 10));
    const auto number = [&](std::size_t at, std::size_t size) {
        int value = 0;
        for (const char c : text.substr(at, size))
            value = digit(c) ? value * 10 + (c - '0') : 1'000'000;
        return value;
    };
    const int hour = number(11, 2);
    const int minute = number(14, 2);
    const int second = number(17, 2);
    const int part = millis ? number(20, 3) : 0;
    if (!day || hour > 23 || minute > 59 || second > 59 || part > 999)
        return std::nullopt;
    return WallTime{std::chrono::sys_days{*day} + std::chrono::hours{hour} + std::chrono::minutes{minute} +
                    std::chrono::seconds{second} + std::chrono::milliseconds{part}};
}

bool isTimestamp(std::string_view text) {
    return parseTimestamp(text).has_value();
}

bool isSha256(std::string_view text) {
    return text.size() == 64 && std::all_of(text.begin(), text.end(), lowerHex);
}
bool isTenDigits(std::string_view text) {
    return text.size() == 10 && std::all_of(text.begin(), text.end(), digit);
}
bool isSixDigits(std::string_view text) {
    return text.size() == 6 && std::all_of(text.begin(), text.end(), digit);
}

const json::value* Members::take(std::string_view key) {
    m_taken.emplace(key);
    return m_object.if_contains(key);
}

const json::value& Members::require(std::string_view key) {
    const auto* value = take(key);
    if (value == nullptr)
        malformed(key, "missing");
    return *value;
}

std::string Members::text(std::string_view key, Form form) {
    const auto* text = require(key).if_string();
    if (text == nullptr || !form({text->data(), text->size()}))
        malformed(key, "not of the form that the contract asks for");
    return {text->data(), text->size()};
}

std::optional<std::string> Members::optionalText(std::string_view key, Form form) {
    return m_object.contains(key) ? std::optional(text(key, form)) : std::nullopt;
}

std::int64_t Members::integer(std::string_view key, std::int64_t min, std::int64_t max) {
    const auto* number = require(key).if_int64();
    if (number == nullptr || *number < min || *number > max)
        malformed(key, "not a whole number in its bounds");
    return *number;
}

std::optional<std::int64_t> Members::optionalInteger(std::string_view key, std::int64_t min,
                                                     std::int64_t max) {
    return m_object.contains(key) ? std::optional(integer(key, min, max)) : std::nullopt;
}

std::optional<bool> Members::optionalBoolean(std::string_view key) {
    const auto* value = take(key);
    if (value == nullptr)
        return std::nullopt;
    if (!value->is_bool())
        malformed(key, "not true or false");
    return value->get_bool();
}

const json::object* Members::optionalObject(std::string_view key) {
    const auto* value = take(key);
    if (value != nullptr && !value->is_object())
        malformed(key, "not an object");
    return value == nullptr ? nullptr : &value->get_object();
}

model::Answers Members::answers(std::string_view key) {
    const auto* object = require(key).if_object();
    if (object == nullptr || object->size() > kAnswers)
        malformed(key, "not an object of answers");
    model::Answers answers;
    for (const auto& member : *object) {
        const std::string_view field{member.key().data(), member.key().size()};
        const auto* text = member.value().if_string();
        if (!isServiceId(field) || text == nullptr ||
            characters({text->data(), text->size()}) > kAnswerCharacters)
            malformed(key, "not an answer");
        answers.emplace(field, std::string(text->data(), text->size()));
    }
    return answers;
}

std::set<std::string> Members::uuids(std::string_view key, std::size_t atMost) {
    const auto* array = require(key).if_array();
    if (array == nullptr || array->size() > atMost)
        malformed(key, "not an array of ids");
    std::set<std::string> ids;
    for (const auto& value : *array) {
        const auto* text = value.if_string();
        if (text == nullptr || !isUuid({text->data(), text->size()}) ||
            !ids.emplace(text->data(), text->size()).second)
            malformed(key, "not distinct UUIDs");
    }
    return ids;
}

void Members::finish() const {
    for (const auto& member : m_object)
        if (!m_taken.contains(std::string_view{member.key().data(), member.key().size()}))
            refuse(ProblemType::Malformed, "a member that the contract does not name");
}

} // namespace balady::sandbox
