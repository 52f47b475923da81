// Certificate: who vouches for the holder of a key, and whether that key made a signature (RFC 5280, ANSI X9.62).
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "kiosk/crypto/signed_data.h"

namespace balady::crypto {

/// Of one certificate (DER) that came without others. Malformed if it is none, or not only one.
[[nodiscard]] Result<SignerTrust> judgeCertificate(ByteView der, const TrustList& trust, WallTime at);

/// Whether the certificate's key made this ECDSA signature (DER) over a SHA-256 digest. Malformed for another key than one
/// on P-256, for one that may not sign (RFC 5280, 4.2.1.3), and for a digest of another size; never for the signature.
[[nodiscard]] Result<bool> signedByHolder(ByteView certificate, ByteView digest, ByteView signature);

} // namespace balady::crypto
