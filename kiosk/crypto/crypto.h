// Crypto: the few primitives that the product needs, over OpenSSL; the only folder besides TLS that sees it.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"

#include <array>
#include <chrono>
#include <functional>
#include <string>
#include <string_view>

namespace balady::crypto {

using Sha256 = std::array<std::uint8_t, 32>;

[[nodiscard]] Sha256 sha256(ByteView data);
[[nodiscard]] std::array<std::uint8_t, 20>
sha1(ByteView data); ///< BAC key derivation only (Doc 9303-11, 9.7)

/// The hashes that Doc 9303-11 and -10 name; SHA-1 only for key derivation, never in a document's signature.
enum class HashAlgorithm { Sha1, Sha224, Sha256, Sha384, Sha512 };
[[nodiscard]] Bytes hash(HashAlgorithm algorithm, ByteView data);

/// Cryptographically strong; aborts if the system has no randomness, because nothing is safe then.
[[nodiscard]] Bytes randomBytes(std::size_t count);
/// Gives so many random bytes; injected where a published example must be replayed.
using RandomSource = std::function<Bytes(std::size_t)>;
/// UUID version 4 (RFC 9562, 5.4), lower case: nothing can be told from it.
[[nodiscard]] std::string uuid4();
/// UUID version 7 (RFC 9562, 5.7), lower case: its milliseconds first, then 74 random bits. For idempotency keys: those
/// that are made one after the other lie together in an index, and a commit writes fewer of its pages.
[[nodiscard]] std::string uuid7(WallTime now);

/// Two-key 3DES in CBC mode, no padding, zero IV; `key` is 16 bytes, `data` a multiple of 8.
[[nodiscard]] Result<Bytes> des3CbcEncrypt(ByteView key, ByteView data);
[[nodiscard]] Result<Bytes> des3CbcDecrypt(ByteView key, ByteView data);
/// ISO/IEC 9797-1 MAC algorithm 3 with padding method 2 already applied by the caller; 8 bytes.
[[nodiscard]] Result<Bytes> retailMac(ByteView key, ByteView padded);

/// AES in CBC mode without padding; `key` is 16, 24 or 32 bytes, `iv` 16, `data` a multiple of 16.
[[nodiscard]] Result<Bytes> aesCbcEncrypt(ByteView key, ByteView iv, ByteView data);
[[nodiscard]] Result<Bytes> aesCbcDecrypt(ByteView key, ByteView iv, ByteView data);
/// AES-CMAC (NIST SP 800-38B), all 16 bytes; `key` is 16, 24 or 32 bytes.
[[nodiscard]] Result<Bytes> aesCmac(ByteView key, ByteView data);

/// Ed25519 (RFC 8032). Keys are 32 raw bytes.
[[nodiscard]] bool ed25519Verify(ByteView publicKey, ByteView message, ByteView signature);
[[nodiscard]] Result<Bytes> ed25519Sign(ByteView privateKey, ByteView message);
[[nodiscard]] Result<Bytes> ed25519PublicKey(ByteView privateKey);

/// Compact JWS (RFC 7515) with alg EdDSA (RFC 8037): the payload, if some key of the JWK Set with the header's
/// "kid" made the signature. Faults: Malformed (not a JWS, foreign alg, crit), NotFound (no such key), Tampered.
[[nodiscard]] Result<std::string> verifyJws(std::string_view compact, std::string_view jwkSetJson);
/// Signs a payload; the sandbox issues licences with it.
[[nodiscard]] Result<std::string> signJws(std::string_view payload, ByteView privateKey,
                                          std::string_view keyId);

/// The same with the payload beside it ("detached", RFC 7515 appendix F: "header..signature"): when it was signed, which
/// stands in the header as "iat" (seconds, as in RFC 7519). Faults as verifyJws(); Malformed also without "iat".
[[nodiscard]] Result<std::chrono::sys_seconds>
verifyDetachedJws(std::string_view detached, std::string_view payload, std::string_view jwkSetJson);
[[nodiscard]] Result<std::string> signDetachedJws(std::string_view payload, ByteView privateKey,
                                                  std::string_view keyId, std::chrono::sys_seconds signedAt);

/// Malformed unless it is a JWK Set with a key that verifyJws() can use.
[[nodiscard]] Result<Done> checkJwkSet(std::string_view jwkSetJson);

} // namespace balady::crypto
