// EllipticCurve: arithmetic on the standardised curves of Doc 9303-11, for protocols that OpenSSL does not speak.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/base/secret.h"
#include "kiosk/crypto/crypto.h"

#include <cstddef>

namespace balady::crypto {

/// Doc 9303-11, 9.5.1: NIST's prime curves (FIPS 186-4) and the Brainpool ones (RFC 5639). All have cofactor 1, so
/// every point on them but infinity is a good public key.
enum class Curve {
    NistP192,
    NistP224,
    NistP256,
    NistP384,
    NistP521,
    BrainpoolP192r1,
    BrainpoolP224r1,
    BrainpoolP256r1,
    BrainpoolP320r1,
    BrainpoolP384r1,
    BrainpoolP512r1
};

/// Bytes of one coordinate. A point is 04, X, Y (SEC 1, 2.3.3); no other form is understood.
[[nodiscard]] std::size_t coordinateSize(Curve curve);

/// A secret number from 1 to the group's order less 1, as many bytes as a coordinate of these curves. Bug if the
/// source never gives one.
[[nodiscard]] Result<SecretBytes> makeScalar(Curve curve, const RandomSource& random);

/// scalar * G, the curve's own generator. Bug for a scalar that is 0 modulo the order.
[[nodiscard]] Result<SecretBytes> multiplyGenerator(Curve curve, ByteView scalar);
/// scalar * point. Malformed if `point` is not on the curve, or if the product is infinity.
[[nodiscard]] Result<SecretBytes> multiplyPoint(Curve curve, ByteView scalar, ByteView point);
/// factor * G + point: the generic mapping of PACE (Doc 9303-11, 4.4.3.3.1). Malformed as multiplyPoint().
[[nodiscard]] Result<SecretBytes> mapGenerator(Curve curve, ByteView factor, ByteView point);

} // namespace balady::crypto
