#include "kiosk/backend/codec_json.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <new>

namespace balady::backend {
namespace {

namespace json = boost::json;

constexpr std::size_t kMaxDocument = std::size_t{1} << 20;
constexpr std::size_t kMaxDepth = 16;
constexpr std::size_t kMaxSentence = 8000; ///< the contract allows 2000 characters of at most 4 bytes

class WipingResource final : public json::memory_resource {
    // Boost.JSON 1.81 gives the names of members back with another alignment than it asked for. It never asks for more
    // than the default one, which thus serves both.
    void* do_allocate(std::size_t bytes, std::size_t) override { return ::operator new(bytes); }
    void do_deallocate(void* memory, std::size_t bytes, std::size_t) override {
        wipe(memory, bytes);
        ::operator delete(memory);
    }
    [[nodiscard]] bool do_is_equal(const json::memory_resource& other) const noexcept override {
        return this == &other;
    }
};

Fault malformed(std::string what) {
    return {FaultCode::Malformed, "json: " + std::move(what)};
}

bool alphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// Exactly `count` digits at `at`.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
    if (text.size() < at + count)
        return std::nullopt;
    int number = 0;
    for (const char c : text.substr(at, count)) {
        if (c < '0' || c > '9')
            return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

std::optional<WallTime> parseTimestamp(std::string_view text) {
    const bool withMilliseconds = text.size() == 24 && text[19] == '.';
    if ((!withMilliseconds && text.size() != 20) || text[10] != 'T' || text[13] != ':' || text[16] != ':' ||
        text.back() != 'Z')
        return std::nullopt;
    const auto day = model::parseIsoDate(text.substr(0, 10));
    const auto hour = digits(text, 11, 2);
    const auto minute = digits(text, 14, 2);
    const auto second = digits(text, 17, 2);
    const auto millisecond = withMilliseconds ? digits(text, 20, 3) : std::optional(0);
    // RFC 3339 5.6 allows second 60; the contract's clocks smear leap seconds.
    if (!day || !hour || !minute || !second || !millisecond || *hour > 23 || *minute > 59 || *second > 59)
        return std::nullopt;
    using namespace std::chrono;
    return WallTime{sys_days{*day}} + hours{*hour} + minutes{*minute} + seconds{*second} +
           milliseconds{*millisecond};
}

} // namespace

JsonNode JsonNode::at(std::string_view key) const {
    if (auto member = find(key))
        return *member;
    if (m_value != nullptr)
        JsonNode{nullptr, this, key, 0, m_fault}.fail("is missing");
    return JsonNode{nullptr, this, key, 0, m_fault};
}

std::optional<JsonNode> JsonNode::find(std::string_view key) const {
    if (m_value == nullptr)
        return std::nullopt;
    const auto* object = m_value->if_object();
    if (object == nullptr) {
        fail("is no object");
        return std::nullopt;
    }
    const auto* value = object->if_contains(key);
    if (value == nullptr)
        return std::nullopt;
    return JsonNode{value, this, key, 0, m_fault};
}

void JsonNode::forEach(std::size_t atMost, const std::function<void(const JsonNode&)>& visit) const {
    if (m_value == nullptr)
        return;
    const auto* array = m_value->if_array();
    if (array == nullptr)
        return fail("is no array");
    if (array->size() > atMost)
        return fail("has too many elements");
    for (std::size_t i = 0; i < array->size() && !m_fault; ++i)
        visit(JsonNode{&(*array)[i], this, {}, i, m_fault});
}

std::string JsonNode::text(std::size_t maxBytes) const {
    if (m_value == nullptr)
        return {};
    const auto* string = m_value->if_string();
    if (string == nullptr) {
        fail("is no string");
        return {};
    }
    if (string->size() > maxBytes) {
        fail("is too long");
        return {};
    }
    return std::string(*string);
}

std::string JsonNode::token(std::size_t maxBytes, std::string_view alsoAllowed) const {
    auto value = text(maxBytes);
    const bool fits = std::all_of(value.begin(), value.end(), [&](char c) {
        return alphanumeric(c) || alsoAllowed.find(c) != std::string_view::npos;
    });
    if (value.empty() || !fits)
        fail("has a foreign character or is empty");
    return value;
}

bool JsonNode::boolean() const {
    if (m_value == nullptr)
        return false;
    const auto* value = m_value->if_bool();
    if (value == nullptr)
        fail("is no boolean");
    return value != nullptr && *value;
}

std::int64_t JsonNode::integer(std::int64_t least, std::int64_t most) const {
    if (m_value == nullptr)
        return least;
    const auto* value = m_value->if_int64();
    if (value == nullptr || *value < least || *value > most) {
        fail("is no integer in its range");
        return least;
    }
    return *value;
}

model::LocalizedText JsonNode::localized() const {
    model::LocalizedText out;
    for (const auto language : model::kLanguages)
        if (auto member = find(model::code(language)))
            out.byLanguage[static_cast<std::size_t>(language)] = member->text(kMaxSentence);
    if (out.empty())
        at(model::code(model::Language::Arabic)).fail("is missing or empty");
    return out;
}

WallTime JsonNode::timestamp() const {
    const auto time = parseTimestamp(text(32));
    if (!time)
        fail("is no UTC timestamp");
    return time.value_or(WallTime{});
}

model::Date JsonNode::date() const {
    const auto date = model::parseIsoDate(text(16));
    if (!date)
        fail("is no date");
    return date.value_or(model::Date{});
}

void JsonNode::fail(std::string_view what) const {
    if (!m_fault)
        m_fault = malformed(pointer() + " " + std::string(what));
}

std::string JsonNode::pointer() const {
    if (m_parent == nullptr)
        return "#";
    return m_parent->pointer() + "/" + (m_key.empty() ? std::to_string(m_index) : std::string(m_key));
}

Result<Done> readJson(std::string_view text, const std::function<void(const JsonNode&)>& visit) {
    if (text.size() > kMaxDocument)
        return malformed("document is too large");
    json::parse_options options;
    options.max_depth = kMaxDepth;
    boost::system::error_code error;
    const auto value =
        json::parse(json::string_view(text.data(), text.size()), error, wipedStorage(), options);
    if (error)
        return malformed(error.message());
    std::optional<Fault> fault;
    visit(JsonNode{&value, nullptr, {}, 0, fault});
    if (fault)
        return *fault;
    return Done{};
}

WipedText toText(const json::value& value) {
    WipedText out;
    json::serializer serializer;
    serializer.reset(&value);
    std::array<char, 4096> piece{};
    while (!serializer.done()) {
        const auto written = serializer.read(piece.data(), piece.size());
        out.append(written.data(), written.size());
    }
    wipe(piece.data(), piece.size());
    return out;
}

json::storage_ptr wipedStorage() {
    return json::make_shared_resource<WipingResource>();
}

} // namespace balady::backend
