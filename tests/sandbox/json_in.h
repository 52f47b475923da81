// JsonIn: a request body read strictly; whatever breaks the contract is refused as "malformed".
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/model/form.h"

#include <boost/json.hpp>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace balady::sandbox {

namespace json = boost::json;

/// RFC 8259 with valid UTF-8 and without duplicate keys; the top level must be an object. Throws Refusal.
[[nodiscard]] json::object parseBody(std::string_view text);

/// Whether a text has the form that the contract asks for.
using Form = bool (*)(std::string_view);
[[nodiscard]] bool isUuid(std::string_view text);
[[nodiscard]] bool isServiceId(std::string_view text); ///< also ids of inquiries, documents and fields
[[nodiscard]] bool isReference(std::string_view text);
[[nodiscard]] bool isTerminalReference(std::string_view text); ///< with its check digits
[[nodiscard]] bool isTimestamp(std::string_view text);
/// RFC 3339 in UTC, to the second or millisecond.
[[nodiscard]] std::optional<WallTime> parseTimestamp(std::string_view text);
[[nodiscard]] bool isSha256(std::string_view text);
[[nodiscard]] bool isTenDigits(std::string_view text);
[[nodiscard]] bool isSixDigits(std::string_view text);

/// Takes an object's members one by one; finish() refuses those that nobody took. Refers to the object.
class Members {
  public:
    explicit Members(const json::object& object) : m_object(object) {}

    [[nodiscard]] std::string text(std::string_view key, Form form);
    [[nodiscard]] std::optional<std::string> optionalText(std::string_view key, Form form);
    [[nodiscard]] std::int64_t integer(std::string_view key, std::int64_t min, std::int64_t max);
    [[nodiscard]] std::optional<std::int64_t> optionalInteger(std::string_view key, std::int64_t min,
                                                              std::int64_t max);
    [[nodiscard]] std::optional<bool> optionalBoolean(std::string_view key);
    [[nodiscard]] const json::object* optionalObject(std::string_view key);
    [[nodiscard]] model::Answers answers(std::string_view key);
    /// Distinct UUIDs.
    [[nodiscard]] std::set<std::string> uuids(std::string_view key, std::size_t atMost);
    void finish() const;

  private:
    const json::value* take(std::string_view key);
    const json::value& require(std::string_view key);

    const json::object& m_object;
    std::set<std::string, std::less<>> m_taken;
};

} // namespace balady::sandbox
