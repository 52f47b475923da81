#include "kiosk/audit/signing_key.h"

#include "kiosk/crypto/crypto.h"

namespace balady::audit {

Result<SigningKey> SigningKey::fromSeed(SecretBytes seed) {
    if (seed.size() != kSize)
        return Fault{FaultCode::Malformed, "audit: key: not 32 bytes"};
    auto publicKey = crypto::ed25519PublicKey(seed);
    if (!publicKey)
        return publicKey.error().within("audit: key");
    return SigningKey(std::move(seed), toHex(*publicKey));
}

Result<Bytes> SigningKey::sign(std::string_view text) const {
    return crypto::ed25519Sign(m_seed, asBytes(text));
}

} // namespace balady::audit
