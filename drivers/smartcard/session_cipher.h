// SessionCipher: the one place that knows how 3DES and AES differ in secure messaging and in PACE's tokens (Doc
// 9303-11, 9.8.6 and 9.8.7).
#pragma once

#include "drivers/smartcard/session_keys.h"
#include "kiosk/base/result.h"

namespace balady::smartcard {

/// Bytes of a MAC on the wire, whatever the cipher.
inline constexpr std::size_t kMacSize = 8;

/// CBC over padded data. The vector is zero for 3DES, the encrypted counter for AES.
[[nodiscard]] Result<Bytes> encipher(const Session& session, ByteView padded);
[[nodiscard]] Result<Bytes> decipher(const Session& session, ByteView cryptogram);
/// Over the counter and `message`, padded here; eight bytes.
[[nodiscard]] Result<Bytes> sessionMac(const Session& session, ByteView message);

/// A key without a session: PACE's nonce, with a zero vector.
[[nodiscard]] Result<Bytes> decipherWithKey(Cipher cipher, ByteView key, ByteView cryptogram);
[[nodiscard]] Result<Bytes> encipherWithKey(Cipher cipher, ByteView key, ByteView plain);
/// PACE's authentication tokens. CMAC pads by itself; the retail MAC gets method 2.
[[nodiscard]] Result<Bytes> tokenMac(Cipher cipher, ByteView key, ByteView message);

} // namespace balady::smartcard
