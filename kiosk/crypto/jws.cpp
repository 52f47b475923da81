#include "kiosk/crypto/crypto.h"

#include <boost/json.hpp>

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

/// The raw public key with this id (RFC 8037 section 2: kty OKP, crv Ed25519, x).
Result<Bytes> findKey(std::string_view jwkSetJson, std::string_view keyId) {
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
        if (kid == nullptr || *kid != keyId || kty == nullptr || *kty != "OKP" || crv == nullptr ||
            *crv != "Ed25519" || x == nullptr)
            continue;
        return fromBase64Url(*x);
    }
    return Fault{FaultCode::NotFound, "jws: no key with this id"};
}

} // namespace

Result<std::string> verifyJws(std::string_view compact, std::string_view jwkSetJson) {
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
    return asText(*payload);
}

Result<std::string> signJws(std::string_view payload, ByteView privateKey, std::string_view keyId) {
    const auto header = json::serialize(json::object{{"alg", "EdDSA"}, {"kid", json::string(keyId)}});
    auto compact = toBase64Url(asBytes(header)) + "." + toBase64Url(asBytes(payload));
    auto signature = ed25519Sign(privateKey, asBytes(compact));
    if (!signature)
        return signature.error();
    return compact + "." + toBase64Url(*signature);
}

} // namespace balady::crypto
