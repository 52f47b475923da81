// SecurityObject: the issuer's signed list of the hashes of a chip's files (EF.SOD, Doc 9303-10, 4.6.2), taken apart.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/crypto/crypto.h"

#include <map>

namespace balady::smartcard {

/// The hashes by number of the data group.
struct SecurityObject {
    crypto::HashAlgorithm algorithm = crypto::HashAlgorithm::Sha256;
    std::map<int, Bytes> hashes;
};

/// The signed message in EF.SOD; Malformed if the file is another.
[[nodiscard]] Result<ByteView> signedMessageIn(ByteView sod);

/// Whether this is the content type of a security object: id-icao-mrtd-security-ldsSecurityObject.
[[nodiscard]] bool isSecurityObject(ByteView contentType);

/// Reads the signed content. Malformed on anything that is not an LDSSecurityObject, on a hash that this product does
/// not compute, and on a data group that is listed twice.
[[nodiscard]] Result<SecurityObject> parseSecurityObject(ByteView content);

} // namespace balady::smartcard
