#include "kiosk/strictjson/object.h"

#include "kiosk/base/text.h"

#include <boost/json/array.hpp>

#include <algorithm>

namespace balady::strictjson {
namespace {

namespace json = boost::json;

bool isControl(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

/// The Arabic block, U+0600..06FF, is the UTF-8 lead bytes D8..DB.
bool hasArabic(std::string_view utf8) {
    return std::any_of(utf8.begin(), utf8.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0xd8 && byte <= 0xdb;
    });
}

std::string readText(Reading& reading, const json::value& value, std::string_view pointer, std::size_t max) {
    const auto* text = value.if_string();
    if (text == nullptr) {
        reading.refuse(pointer, "must be a text");
        return {};
    }
    if (text->empty())
        reading.refuse(pointer, "is empty");
    else if (text->front() == ' ' || text->back() == ' ')
        reading.refuse(pointer, "has spaces around it");
    else if (std::any_of(text->begin(), text->end(), isControl))
        reading.refuse(pointer, "has a control character");
    else if (characterCount(*text) > max)
        reading.refuse(pointer, "is longer than " + std::to_string(max) + " characters");
    return std::string(*text);
}

std::int64_t readInteger(Reading& reading, const json::value& value, std::string_view pointer,
                         std::int64_t min, std::int64_t max) {
    const auto* number = value.if_int64();
    if (number == nullptr) {
        reading.refuse(pointer, "must be a whole number");
        return min;
    }
    if (*number < min || *number > max) {
        reading.refuse(pointer, "must be " + std::to_string(min) + " to " + std::to_string(max));
        return min;
    }
    return *number;
}

model::LocalizedText readLocalized(Reading& reading, const json::value& value, std::string pointer,
                                   std::size_t max) {
    Object object(reading, value, std::move(pointer));
    auto arabic = object.text("ar", max);
    auto english = object.text("en", max);
    if (!arabic.empty() && !hasArabic(arabic))
        object.refuse("ar", "has no Arabic letter");
    if (hasArabic(english))
        object.refuse("en", "has Arabic letters");
    return model::text(arabic, english);
}

bool isKebab(std::string_view text) {
    const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return std::all_of(text.begin(), text.end(), allowed) && text.front() != '-' && text.back() != '-' &&
           text.find("--") == std::string_view::npos;
}

} // namespace

Object::Object(Reading& reading, const json::value& value, std::string pointer)
    : m_reading(reading), m_pointer(std::move(pointer)), m_object(value.if_object()) {
    if (m_object == nullptr)
        m_reading.refuse(m_pointer, "must be an object");
}

Object::~Object() {
    if (m_object == nullptr)
        return;
    for (const auto& member : *m_object)
        if (!m_asked.contains(std::string_view(member.key())))
            m_reading.refuse(below(m_pointer, member.key()), "unknown member");
}

bool Object::has(std::string_view key) const {
    return m_object != nullptr && m_object->contains(key);
}

std::string Object::text(std::string_view key, std::size_t maxCharacters) {
    const auto* value = require(key);
    return value == nullptr ? std::string()
                            : readText(m_reading, *value, below(m_pointer, key), maxCharacters);
}

std::string Object::optionalText(std::string_view key, std::size_t maxCharacters) {
    const auto* value = find(key);
    return value == nullptr ? std::string()
                            : readText(m_reading, *value, below(m_pointer, key), maxCharacters);
}

std::vector<std::string> Object::texts(std::string_view key, std::size_t maxItems,
                                       std::size_t maxCharacters) {
    std::vector<std::string> result;
    if (const auto* items = array(key, maxItems))
        for (const auto& item : *items)
            result.push_back(
                readText(m_reading, item, below(below(m_pointer, key), result.size()), maxCharacters));
    return result;
}

std::string Object::id(std::string_view key) {
    auto result = text(key, 64);
    if (!result.empty() && !isKebab(result))
        refuse(key, "must be lower-case letters, digits and single hyphens");
    return result;
}

bool Object::boolean(std::string_view key) {
    const auto* value = require(key);
    if (value == nullptr)
        return false;
    if (!value->is_bool()) {
        refuse(key, "must be true or false");
        return false;
    }
    return value->get_bool();
}

bool Object::booleanOr(std::string_view key, bool fallback) {
    return has(key) ? boolean(key) : fallback;
}

std::int64_t Object::integer(std::string_view key, std::int64_t min, std::int64_t max) {
    const auto* value = require(key);
    return value == nullptr ? min : readInteger(m_reading, *value, below(m_pointer, key), min, max);
}

std::optional<std::int64_t> Object::optionalInteger(std::string_view key, std::int64_t min,
                                                    std::int64_t max) {
    return has(key) ? std::optional(integer(key, min, max)) : std::nullopt;
}

std::optional<std::int64_t> Object::nullableInteger(std::string_view key, std::int64_t min,
                                                    std::int64_t max) {
    const auto* value = require(key);
    if (value == nullptr || value->is_null())
        return std::nullopt;
    return readInteger(m_reading, *value, below(m_pointer, key), min, max);
}

model::LocalizedText Object::localized(std::string_view key, std::size_t maxCharacters) {
    const auto* value = require(key);
    return value == nullptr ? model::LocalizedText()
                            : readLocalized(m_reading, *value, below(m_pointer, key), maxCharacters);
}

model::LocalizedText Object::optionalLocalized(std::string_view key, std::size_t maxCharacters) {
    return has(key) ? localized(key, maxCharacters) : model::LocalizedText();
}

std::vector<model::LocalizedText> Object::localizedTexts(std::string_view key, std::size_t maxItems,
                                                         std::size_t maxCharacters) {
    std::vector<model::LocalizedText> result;
    if (const auto* items = array(key, maxItems))
        for (const auto& item : *items)
            result.push_back(
                readLocalized(m_reading, item, below(below(m_pointer, key), result.size()), maxCharacters));
    return result;
}

void Object::object(std::string_view key, const Visit& visit) {
    if (const auto* value = require(key)) {
        Object inner(m_reading, *value, below(m_pointer, key));
        visit(inner);
    }
}

bool Object::optionalObject(std::string_view key, const Visit& visit) {
    if (!has(key))
        return false;
    object(key, visit);
    return true;
}

void Object::each(std::string_view key, std::size_t maxItems, const Visit& visit) {
    const auto* items = array(key, maxItems);
    if (items == nullptr)
        return;
    for (std::size_t i = 0; i < items->size(); ++i) {
        Object element(m_reading, (*items)[i], below(below(m_pointer, key), i));
        visit(element);
    }
}

void Object::optionalEach(std::string_view key, std::size_t maxItems, const Visit& visit) {
    if (has(key))
        each(key, maxItems, visit);
}

void Object::refuse(std::string_view key, std::string_view why) {
    m_reading.refuse(key.empty() ? m_pointer : below(m_pointer, key), why);
}

const json::value* Object::find(std::string_view key) {
    m_asked.emplace(key);
    return m_object == nullptr ? nullptr : m_object->if_contains(key);
}

const json::value* Object::require(std::string_view key) {
    const auto* value = find(key);
    if (value == nullptr && m_object != nullptr)
        refuse(key, "is missing");
    return value;
}

const json::array* Object::array(std::string_view key, std::size_t maxItems) {
    const auto* value = require(key);
    if (value == nullptr)
        return nullptr;
    const auto* items = value->if_array();
    if (items == nullptr) {
        refuse(key, "must be a list");
        return nullptr;
    }
    if (items->size() > maxItems)
        refuse(key, "has more than " + std::to_string(maxItems) + " items");
    return items;
}

} // namespace balady::strictjson
