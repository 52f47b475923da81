#include "drivers/smartcard/passive_authentication.h"

#include "drivers/smartcard/security_object.h"

#include <algorithm>

namespace balady::smartcard {
namespace {

using model::Authenticity;

bool fits(const SecurityObject& object, int number, ByteView file) {
    const auto listed = object.hashes.find(number);
    return listed != object.hashes.end() && listed->second == crypto::hash(object.algorithm, file);
}

} // namespace

Verdict judge(ByteView sod, const std::map<int, ByteView>& dataGroups, const crypto::TrustList& trust,
              WallTime at) {
    if (sod.empty())
        return {Authenticity::NotVerified, "no_security_object"};
    const auto message = signedMessageIn(sod);
    if (!message)
        return {Authenticity::NotVerified, "security_object_malformed"};
    const auto data = crypto::verifySignedData(*message, trust, at);
    if (!data && data.error().code == FaultCode::Tampered)
        return {Authenticity::Tampered, "signature_wrong"};
    if (!data || !isSecurityObject(data->contentType))
        return {Authenticity::NotVerified, "security_object_malformed"};
    const auto object = parseSecurityObject(data->content);
    if (!object)
        return {Authenticity::NotVerified, "security_object_malformed"};
    // Hashes before trust: contents that differ from the list are changed, whoever signed the list.
    const bool unchanged = std::all_of(dataGroups.begin(), dataGroups.end(), [&](const auto& group) {
        return fits(*object, group.first, group.second);
    });
    if (!unchanged)
        return {Authenticity::Tampered, "hash_wrong"};
    switch (data->signer) {
    case crypto::SignerTrust::Trusted: return {Authenticity::Verified, "signer_trusted"};
    case crypto::SignerTrust::Expired: return {Authenticity::NotVerified, "signer_expired"};
    case crypto::SignerTrust::Unknown: break;
    }
    return {Authenticity::NotVerified, "signer_unknown"};
}

} // namespace balady::smartcard
