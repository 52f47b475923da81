// JSON of the contract: strict reading that says where it broke but never what stood there; any thread.
// Replies come from a platform that may be newer than this program; files of ours are read by kiosk/strictjson instead,
// which refuses what it does not know.
#pragma once

#include "kiosk/backend/http_message.h"
#include "kiosk/base/clock.h"
#include "kiosk/model/date.h"
#include "kiosk/model/language.h"

#include <boost/json/fwd.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace balady::backend {

/// One value of a document being read, and the way to it. The first thing that does not fit is kept as the
/// document's fault; whatever is read after it is a harmless default, so a decoder reads straight on and the
/// fault is returned once, by decode(). Members that the contract does not name are ignored: a newer backend
/// may have more.
class JsonNode {
  public:
    /// The member, which must be there.
    [[nodiscard]] JsonNode at(std::string_view key) const;
    /// The member, or nothing. A null is not "nothing": the contract has no nulls.
    [[nodiscard]] std::optional<JsonNode> find(std::string_view key) const;
    void forEach(std::size_t atMost, const std::function<void(const JsonNode&)>& visit) const;

    [[nodiscard]] std::string text(std::size_t maxBytes) const;
    /// A text whose every character is a letter, a digit or in `alsoAllowed`; not empty.
    [[nodiscard]] std::string token(std::size_t maxBytes, std::string_view alsoAllowed) const;
    [[nodiscard]] bool boolean() const;
    [[nodiscard]] std::int64_t integer(std::int64_t least, std::int64_t most) const;
    [[nodiscard]] model::LocalizedText localized() const;
    [[nodiscard]] WallTime timestamp() const; ///< RFC 3339, UTC, seconds or milliseconds
    [[nodiscard]] model::Date date() const;   ///< ISO 8601

    /// The enumerator that `fromName` makes of the text.
    template <class FromName>
    [[nodiscard]] auto named(FromName fromName) const {
        const auto value = fromName(std::string_view{text(kLongestName)});
        if (!value)
            fail("unknown word");
        return value.value_or(typename decltype(value)::value_type{});
    }

    void fail(std::string_view what) const;

  private:
    friend Result<Done> readJson(std::string_view, const std::function<void(const JsonNode&)>&);
    static constexpr std::size_t kLongestName = 64;

    JsonNode(const boost::json::value* value, const JsonNode* parent, std::string_view key, std::size_t index,
             std::optional<Fault>& fault)
        : m_value(value), m_parent(parent), m_key(key), m_index(index), m_fault(fault) {}
    [[nodiscard]] std::string pointer() const; ///< RFC 6901

    const boost::json::value* m_value; ///< null after a fault
    const JsonNode* m_parent;
    std::string_view m_key; ///< a literal of the decoder
    std::size_t m_index;    ///< within an array, where the key is empty
    std::optional<Fault>& m_fault;
};

/// Parses the text (at most 1 MiB, 16 levels deep) and lets `visit` read it. Malformed if either fails.
[[nodiscard]] Result<Done> readJson(std::string_view text, const std::function<void(const JsonNode&)>& visit);

/// The document as `read` understands it, or Malformed.
template <class Read>
[[nodiscard]] auto decode(std::string_view text, Read read)
    -> Result<std::invoke_result_t<Read&, const JsonNode&>> {
    std::invoke_result_t<Read&, const JsonNode&> out{};
    const auto done = readJson(text, [&](const JsonNode& root) { out = read(root); });
    if (!done)
        return done.error();
    return out;
}

/// The value as compact JSON, without a copy that stays behind in freed memory.
[[nodiscard]] WipedText toText(const boost::json::value& value);
/// Storage for values that hold a citizen's data: wiped when freed.
[[nodiscard]] boost::json::storage_ptr wipedStorage();

} // namespace balady::backend
