// Object: one JSON object read strictly: every member is asked for once, in one line, and the rest is
// refused.
#pragma once

#include "kiosk/model/language.h"
#include "kiosk/strictjson/reading.h"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace balady::strictjson {

/// Reads the members of one object. What cannot be read is refused in the Reading and answered with an empty
/// value. When the object goes out of scope, a member that nobody asked for is refused: a typing mistake in a
/// file must not become a silent default. Refers to the value and the Reading; both must outlive it.
class Object {
  public:
    Object(Reading& reading, const boost::json::value& value, std::string pointer);
    ~Object();
    Object(const Object&) = delete;
    Object& operator=(const Object&) = delete;

    [[nodiscard]] bool has(std::string_view key) const;

    /// A non-empty text of at most `maxCharacters` characters, without spaces around it or control
    /// characters.
    std::string text(std::string_view key, std::size_t maxCharacters);
    std::string optionalText(std::string_view key, std::size_t maxCharacters);
    std::vector<std::string> texts(std::string_view key, std::size_t maxItems, std::size_t maxCharacters);

    /// Lower-kebab: a-z, 0-9 and single '-' inside; at most 64 characters.
    std::string id(std::string_view key);

    bool boolean(std::string_view key);
    bool booleanOr(std::string_view key, bool fallback);

    std::int64_t integer(std::string_view key, std::int64_t min, std::int64_t max);
    std::optional<std::int64_t> optionalInteger(std::string_view key, std::int64_t min, std::int64_t max);
    /// The member must be there; null means that the figure is not known.
    std::optional<std::int64_t> nullableInteger(std::string_view key, std::int64_t min, std::int64_t max);

    /// {"ar", "en"}: both are asked for; Arabic has Arabic letters and English has none (a swap is a
    /// mistake).
    model::LocalizedText localized(std::string_view key, std::size_t maxCharacters);
    model::LocalizedText optionalLocalized(std::string_view key, std::size_t maxCharacters);
    std::vector<model::LocalizedText> localizedTexts(std::string_view key, std::size_t maxItems,
                                                     std::size_t maxCharacters);

    /// One of a closed set of words; `parse` answers nothing for a foreign one.
    template <class Parse>
    auto word(std::string_view key, Parse parse) {
        const auto spelling = text(key, 40);
        auto value = parse(spelling);
        if (!value && !spelling.empty())
            refuse(key, "unknown word");
        return value.value_or(typename decltype(value)::value_type{});
    }

    using Visit = std::function<void(Object&)>;
    void object(std::string_view key, const Visit& visit);
    /// Whether the member is there.
    bool optionalObject(std::string_view key, const Visit& visit);
    /// An array of objects, in order.
    void each(std::string_view key, std::size_t maxItems, const Visit& visit);
    void optionalEach(std::string_view key, std::size_t maxItems, const Visit& visit);

    /// Refuses the document because of this member ("" is the object itself).
    void refuse(std::string_view key, std::string_view why);

  private:
    const boost::json::value* find(std::string_view key);
    const boost::json::value* require(std::string_view key);
    const boost::json::array* array(std::string_view key, std::size_t maxItems);

    Reading& m_reading;
    std::string m_pointer;
    const boost::json::object* m_object; ///< null when the value is no object
    std::set<std::string, std::less<>> m_asked;
};

} // namespace balady::strictjson
