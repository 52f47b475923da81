#include "kiosk/licence/licence_claims.h"

#include "kiosk/crypto/crypto.h"
#include "kiosk/model/date.h"
#include "kiosk/model/identity.h"

#include <boost/json.hpp>

#include <cstdint>

namespace balady::licence {
namespace {

namespace json = boost::json;
using model::Licence;
using model::LocalizedText;

constexpr std::string_view kIssuer = "balady";
constexpr std::size_t kMostCharacters = 120; // of one text, in the contract
constexpr std::size_t kMostNumberCharacters = 40;
constexpr std::size_t kMostClaims = 12;

Fault malformed(std::string_view claim) {
    return {FaultCode::Malformed, "licence: claim " + std::string(claim)};
}

/// The code point that starts at `at`, which moves behind it. The text is valid UTF-8: Boost.JSON checked it.
char32_t next(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<std::uint8_t>(text[at++]);
    if (lead < 0x80)
        return lead;
    const unsigned more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
    char32_t point = lead & (0x3fU >> more);
    for (unsigned i = 0; i < more && at < text.size(); ++i)
        point = point << 6 | (static_cast<std::uint8_t>(text[at++]) & 0x3fU);
    return point;
}

/// Controls, and the characters that reorder or hide what stands around them (UAX #9, table 4; UTR #36).
bool deceives(char32_t c) {
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x61c || (c >= 0x200b && c <= 0x200f) ||
           (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff;
}

bool plain(std::string_view text, std::size_t mostCharacters) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count)
        if (deceives(next(text, at)))
            return false;
    return count >= 1 && count <= mostCharacters;
}

bool among(char c, char first, char last) {
    return c >= first && c <= last;
}

/// Schema `Reference`: ^[A-Z0-9][A-Z0-9-]{3,31}$
bool isReference(std::string_view text) {
    for (char c : text)
        if (!among(c, 'A', 'Z') && !among(c, '0', '9') && c != '-')
            return false;
    return text.size() >= 4 && text.size() <= 32 && text.front() != '-';
}

/// Schema `ServiceId`: ^[a-z][a-z0-9-]{0,63}$
bool isServiceId(std::string_view text) {
    for (char c : text)
        if (!among(c, 'a', 'z') && !among(c, '0', '9') && c != '-')
            return false;
    return !text.empty() && text.size() <= 64 && among(text.front(), 'a', 'z');
}

/// Takes claims out of the payload one by one and remembers the first that is not as it must be.
class Claims {
  public:
    explicit Claims(const json::object& object) : m_object(object) {}

    std::string text(std::string_view name) {
        const auto* value = take(name);
        const auto* string = value == nullptr ? nullptr : value->if_string();
        if (string == nullptr) {
            refuse(name);
            return {};
        }
        return {string->data(), string->size()};
    }

    std::string text(std::string_view name, bool (*valid)(std::string_view)) {
        auto value = text(name);
        if (!valid(value))
            refuse(name);
        return value;
    }

    /// Schema `CompactText`: [Arabic] or [Arabic, English].
    LocalizedText localized(std::string_view name) {
        const auto* value = take(name);
        const auto* list = value == nullptr ? nullptr : value->if_array();
        LocalizedText result;
        if (list == nullptr || list->empty() || list->size() > result.byLanguage.size()) {
            refuse(name);
            return result;
        }
        for (std::size_t i = 0; i < list->size(); ++i) {
            const auto* string = (*list)[i].if_string();
            if (string == nullptr || !plain({string->data(), string->size()}, kMostCharacters)) {
                refuse(name);
                return result;
            }
            result.byLanguage[i].assign(string->data(), string->size());
        }
        return result;
    }

    model::Date date(std::string_view name) {
        const auto day = model::parseIsoDate(text(name));
        if (!day)
            refuse(name);
        return day.value_or(model::Date{});
    }

    [[nodiscard]] bool has(std::string_view name) const { return m_object.contains(name); }
    void refuse(std::string_view name) {
        if (m_refused.empty())
            m_refused = name;
    }
    [[nodiscard]] std::string_view refused() const { return m_refused; }
    [[nodiscard]] bool allTaken() const { return m_taken == m_object.size(); }

  private:
    const json::value* take(std::string_view name) {
        const auto* value = m_object.if_contains(name);
        m_taken += value == nullptr ? 0 : 1;
        return value;
    }

    const json::object& m_object;
    std::size_t m_taken = 0;
    std::string_view m_refused;
};

bool isAddress(std::string_view text) {
    return model::parseNationalAddress(text) == text;
}

json::array compact(const LocalizedText& text) {
    json::array list;
    for (const auto& one : text.byLanguage)
        if (!one.empty())
            list.emplace_back(one);
    return list;
}

} // namespace

Result<Licence> readClaims(std::string_view text) {
    json::error_code error;
    const auto payload = json::parse(text, error);
    if (error || !payload.is_object() || payload.get_object().size() > kMostClaims)
        return Fault{FaultCode::Malformed, "licence: not an object of claims"};

    Claims claims(payload.get_object());
    if (claims.text("iss") != kIssuer)
        claims.refuse("iss");
    Licence licence;
    licence.number = claims.text("sub", isReference);
    licence.serviceId = claims.text("s", isServiceId);
    licence.title = claims.localized("t");
    licence.holder = claims.localized("h");
    licence.holderNumber =
        claims.text("n", [](std::string_view n) { return plain(n, kMostNumberCharacters); });
    licence.activity = claims.localized("a");
    licence.municipality = claims.localized("m");
    licence.amana = claims.localized("r");
    if (claims.has("d"))
        licence.address = claims.text("d", isAddress);
    licence.issued = claims.date("f");
    licence.expires = claims.date("u");
    if (claims.refused().empty() &&
        std::chrono::sys_days{licence.expires} < std::chrono::sys_days{licence.issued})
        claims.refuse("u");

    if (!claims.refused().empty())
        return malformed(claims.refused());
    if (!claims.allTaken())
        return Fault{FaultCode::Malformed, "licence: a foreign claim"};
    return licence;
}

Result<std::string> writeClaims(const Licence& licence) {
    json::object claims{
        {"iss", kIssuer},
        {"sub", licence.number},
        {"s", licence.serviceId},
        {"t", compact(licence.title)},
        {"h", compact(licence.holder)},
        {"n", licence.holderNumber},
        {"a", compact(licence.activity)},
        {"m", compact(licence.municipality)},
        {"r", compact(licence.amana)},
    };
    if (!licence.address.empty())
        claims.emplace("d", licence.address);
    claims.emplace("f", model::toIso(licence.issued));
    claims.emplace("u", model::toIso(licence.expires));
    auto text = json::serialize(claims);
    if (auto again = readClaims(text); !again)
        return again.error();
    return text;
}

Result<Licence> verify(std::string_view qrText, std::string_view jwkSet) {
    auto payload = crypto::verifyJws(qrText, jwkSet);
    if (!payload)
        return payload.error().within("licence");
    return readClaims(*payload);
}

} // namespace balady::licence
