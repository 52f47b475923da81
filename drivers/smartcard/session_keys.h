// SessionKeys: what protects an open session, and how its keys come from a shared secret (Doc 9303-11, 9.7.1).
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/secret.h"

#include <cstddef>

namespace balady::smartcard {

/// How secure messaging encrypts and authenticates (Doc 9303-11, 9.8): 3DES with the retail MAC, or AES with CMAC.
enum class Cipher { Des3, Aes128, Aes192, Aes256 };

/// Bytes of a block, of the initialisation vector and of the send sequence counter: 8 or 16.
[[nodiscard]] std::size_t blockSize(Cipher cipher);

/// What a derived key is for: the counter of Doc 9303-11, 9.7.1.
enum class KeyUse { Encryption = 1, Mac = 2, Password = 3 };

/// The key for one use. 3DES keys are 16 bytes of odd parity, AES keys as long as their name says.
[[nodiscard]] SecretBytes deriveKey(Cipher cipher, ByteView secret, KeyUse use);

/// A key to encrypt and one to authenticate with.
struct KeyPair {
    SecretBytes encryption;
    SecretBytes mac;
};
[[nodiscard]] KeyPair deriveKeys(Cipher cipher, ByteView secret);

/// What both sides know of an open session.
struct Session {
    Cipher cipher = Cipher::Des3;
    KeyPair keys;
    Bytes counter; ///< the send sequence counter: blockSize() bytes, as it stands before the first command
};

} // namespace balady::smartcard
