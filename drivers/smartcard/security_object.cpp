#include "drivers/smartcard/security_object.h"

#include "drivers/smartcard/data_groups.h"
#include "drivers/smartcard/tlv.h"

#include <algorithm>
#include <array>
#include <optional>

namespace balady::smartcard {
namespace {

using crypto::HashAlgorithm;

/// 2.23.136.1.1.1
constexpr std::array<std::uint8_t, 6> kLdsSecurityObject{0x67, 0x81, 0x08, 0x01, 0x01, 0x01};
/// 1.3.14.3.2.26
constexpr std::array<std::uint8_t, 5> kSha1{0x2b, 0x0e, 0x03, 0x02, 0x1a};
/// 2.16.840.1.101.3.4.2, and one more byte for the length
constexpr std::array<std::uint8_t, 8> kSha2{0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02};

Fault malformed(const char* what) {
    return {FaultCode::Malformed, std::string("security object: ") + what};
}

std::optional<HashAlgorithm> algorithmOf(ByteView identifier) {
    if (std::equal(identifier.begin(), identifier.end(), kSha1.begin(), kSha1.end()))
        return HashAlgorithm::Sha1;
    if (identifier.size() != kSha2.size() + 1 || !std::equal(kSha2.begin(), kSha2.end(), identifier.begin()))
        return std::nullopt;
    switch (identifier.back()) {
    case 1: return HashAlgorithm::Sha256;
    case 2: return HashAlgorithm::Sha384;
    case 3: return HashAlgorithm::Sha512;
    case 4: return HashAlgorithm::Sha224;
    default: return std::nullopt;
    }
}

/// The object, if it is there and has this tag.
Result<ByteView> part(const std::vector<Tlv>& parts, std::size_t number, std::uint32_t tag) {
    if (number >= parts.size() || parts[number].tag != tag)
        return malformed("a part is missing or of another kind");
    return parts[number].value;
}

Result<Done> readHash(ByteView entry, SecurityObject& into) {
    const auto parts = parseTlvs(entry);
    if (!parts)
        return parts.error();
    const auto number = part(*parts, 0, der::kInteger);
    const auto hash = part(*parts, 1, der::kOctetString);
    if (!number || !hash || parts->size() != 2 || number->size() != 1)
        return malformed("not the hash of a data group");
    if (!into.hashes.emplace((*number)[0], Bytes(hash->begin(), hash->end())).second)
        return malformed("a data group is listed twice");
    return Done{};
}

} // namespace

Result<ByteView> signedMessageIn(ByteView sod) {
    return parseOnly(kSod.tag, sod);
}

bool isSecurityObject(ByteView contentType) {
    return std::equal(contentType.begin(), contentType.end(), kLdsSecurityObject.begin(),
                      kLdsSecurityObject.end());
}

Result<SecurityObject> parseSecurityObject(ByteView content) {
    const auto sequence = parseOnly(der::kSequence, content);
    if (!sequence)
        return sequence.error();
    const auto parts = parseTlvs(*sequence);
    if (!parts)
        return parts.error();
    const auto version = part(*parts, 0, der::kInteger);
    const auto algorithm = part(*parts, 1, der::kSequence);
    const auto hashes = part(*parts, 2, der::kSequence);
    if (!version || !algorithm || !hashes)
        return malformed("a part is missing or of another kind");
    const auto algorithmParts = parseTlvs(*algorithm);
    if (!algorithmParts)
        return algorithmParts.error();
    const auto identifier = part(*algorithmParts, 0, der::kObjectIdentifier);
    if (!identifier)
        return identifier.error();
    const auto known = algorithmOf(*identifier);
    if (!known)
        return malformed("hash algorithm that is not computed here");

    SecurityObject out;
    out.algorithm = *known;
    const auto entries = parseTlvs(*hashes);
    if (!entries)
        return entries.error();
    for (const auto& entry : *entries) {
        if (entry.tag != der::kSequence)
            return malformed("not the hash of a data group");
        if (const auto read = readHash(entry.value, out); !read)
            return read.error();
    }
    return out;
}

} // namespace balady::smartcard
