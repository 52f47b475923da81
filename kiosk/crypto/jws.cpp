#include "kiosk/crypto/crypto.h"

#include <boost/json.hpp>

#include <optional>

namespace balady::crypto {
namespace {

namespace json = boost::json;

Fault malformed(std::string_view what) {
    return {FaultCode::Malformed, "jws: " + std::string(what)};
}

const json::string* member(const json::object& object, std::string_view key) {
    const auto* value = object.if_contains(key);
    return value == nullptr ? nullptr : value->if_string();
}

Result<json::object> parseObject(std::string_view text) {
    json::error_code error;
    auto value = json::parse(text, error);
    if (error || !value.is_object())
        return malformed("not a JSON object");
    return std::move(value.get_object());
}

/// The raw public key with this id, or without one the first (RFC 8037 section 2: kty OKP, crv Ed25519, x).
Result<Bytes> findKey(std::string_view jwkSetJson, std::optional<std::string_view> keyId) {
    auto set = parseObject(jwkSetJson);
    if (!set)
        return set.error();
    const auto* keys = set->if_contains("keys");
    if (keys == nullptr || !keys->is_array())
        return malformed("key set without keys");
    for (const auto& entry : keys->get_array()) {
        if (!entry.is_object())
            continue;
        const auto& key = entry.get_object();
        const auto* kid = member(key, "kid");
        const auto* kty = member(key, "kty");
        const auto* crv = member(key, "crv");
        const auto* x = member(key, "x");
        if (kid == nullptr || (keyId && *kid != *keyId) || kty == nullptr || *kty != "OKP" ||
            crv == nullptr || *crv != "Ed25519" || x == nullptr)
            continue;
        return fromBase64Url(*x);
    }
    return Fault{FaultCode::NotFound, "jws: no key with this id"};
}

struct Verified {
    json::object header;
    std::string payload;
};

Result<Verified> verify(std::string_view compact, std::string_view jwkSetJson) {
    const auto first = compact.find('.');
    const auto second = first == std::string_view::npos ? first : compact.find('.', first + 1);
    if (second == std::string_view::npos || compact.find('.', second + 1) != std::string_view::npos)
        return malformed("not three parts");
    auto headerBytes = fromBase64Url(compact.substr(0, first));
    auto payload = fromBase64Url(compact.substr(first + 1, second - first - 1));
    auto signature = fromBase64Url(compact.substr(second + 1));
    if (!headerBytes || !payload || !signature)
        return malformed("not base64url");
    auto header = parseObject(asText(*headerBytes));
    if (!header)
        return header.error();
    const auto* alg = member(*header, "alg");
    const auto* kid = member(*header, "kid");
    // RFC 7515 section 4.1.11: an extension that we do not understand must be refused. "none" never passes.
    if (alg == nullptr || *alg != "EdDSA" || kid == nullptr || header->contains("crit"))
        return malformed("foreign header");
    auto key = findKey(jwkSetJson, *kid);
    if (!key)
        return key.error();
    if (key->size() != 32 || signature->size() != 64 ||
        !ed25519Verify(*key, asBytes(compact.substr(0, second)), *signature))
        return Fault{FaultCode::Tampered, "jws: the signature does not fit"};
    return Verified{std::move(*header), asText(*payload)};
}

Result<std::string> sign(const json::object& header, std::string_view payload, ByteView privateKey) {
    auto compact = toBase64Url(asBytes(json::serialize(header))) + "." + toBase64Url(asBytes(payload));
    auto signature = ed25519Sign(privateKey, asBytes(compact));
    if (!signature)
        return signature.error();
    return compact + "." + toBase64Url(*signature);
}

} // namespace

Result<std::string> verifyJws(std::string_view compact, std::string_view jwkSetJson) {
    auto verified = verify(compact, jwkSetJson);
    if (!verified)
        return verified.error();
    return std::move(verified->payload);
}

Result<std::string> signJws(std::string_view payload, ByteView privateKey, std::string_view keyId) {
    return sign({{"alg", "EdDSA"}, {"kid", json::string(keyId)}}, payload, privateKey);
}

Result<std::chrono::sys_seconds> verifyDetachedJws(std::string_view detached, std::string_view payload,
                                                   std::string_view jwkSetJson) {
    const auto gap = detached.find("..");
    if (gap == std::string_view::npos)
        return malformed("not detached");
    const auto compact = std::string(detached.substr(0, gap + 1)) + toBase64Url(asBytes(payload)) +
                         std::string(detached.substr(gap + 1));
    auto verified = verify(compact, jwkSetJson);
    if (!verified)
        return verified.error();
    const auto* signedAt = verified->header.if_contains("iat");
    if (signedAt == nullptr || !signedAt->is_int64())
        return malformed("does not say when it was signed");
    return std::chrono::sys_seconds{std::chrono::seconds{signedAt->get_int64()}};
}

Result<std::string> signDetachedJws(std::string_view payload, ByteView privateKey, std::string_view keyId,
                                    std::chrono::sys_seconds signedAt) {
    auto compact =
        sign({{"alg", "EdDSA"}, {"kid", json::string(keyId)}, {"iat", signedAt.time_since_epoch().count()}},
             payload, privateKey);
    if (!compact)
        return compact.error();
    const auto first = compact->find('.') + 1;
    return compact->erase(first, compact->rfind('.') - first);
}

Result<Done> checkJwkSet(std::string_view jwkSetJson) {
    auto key = findKey(jwkSetJson, std::nullopt);
    if (!key || key->size() != 32)
        return malformed("key set without an Ed25519 key");
    return Done{};
}

} // namespace balady::crypto
