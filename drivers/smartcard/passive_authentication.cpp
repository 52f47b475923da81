#include "drivers/smartcard/passive_authentication.h"

#include <algorithm>

namespace balady::smartcard {
namespace {

using model::Authenticity;

Verdict onSigner(crypto::SignerTrust signer) {
    switch (signer) {
    case crypto::SignerTrust::Trusted: return {Authenticity::Verified, "signer_trusted"};
    case crypto::SignerTrust::Expired: return {Authenticity::NotVerified, "signer_expired"};
    case crypto::SignerTrust::Unknown: break;
    }
    return {Authenticity::NotVerified, "signer_unknown"};
}

} // namespace

PassiveAuthentication::PassiveAuthentication(ByteView sod, const crypto::TrustList& trust, WallTime at)
    : m_onAll{Authenticity::NotVerified, sod.empty() ? "no_security_object" : "security_object_malformed"} {
    const auto message = signedMessageIn(sod);
    if (!message)
        return;
    const auto data = crypto::verifySignedData(*message, trust, at);
    if (!data && data.error().code == FaultCode::Tampered)
        m_onAll = {Authenticity::Tampered, "signature_wrong"};
    if (!data || !isSecurityObject(data->contentType))
        return;
    auto object = parseSecurityObject(data->content);
    if (!object)
        return;
    m_object = std::move(*object);
    m_onAll = onSigner(data->signer);
}

bool PassiveAuthentication::lists(int number) const {
    return m_object && m_object->hashes.contains(number);
}

Verdict PassiveAuthentication::judge(const std::map<int, ByteView>& dataGroups) const {
    // Hashes before trust: contents that differ from the list are changed, whoever signed the list.
    const bool unchanged = std::ranges::all_of(dataGroups, [&](const auto& group) {
        const auto& [number, file] = group;
        return lists(number) && m_object->hashes.at(number) == crypto::hash(m_object->algorithm, file);
    });
    if (m_object && !unchanged)
        return {Authenticity::Tampered, "hash_wrong"};
    return m_onAll;
}

} // namespace balady::smartcard
