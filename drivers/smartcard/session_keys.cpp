#include "drivers/smartcard/session_keys.h"

#include "drivers/smartcard/blocks.h"
#include "kiosk/crypto/crypto.h"

#include <bit>
#include <cstdlib>

namespace balady::smartcard {
namespace {

std::size_t keySize(Cipher cipher) {
    switch (cipher) {
    case Cipher::Des3:
    case Cipher::Aes128: return 16;
    case Cipher::Aes192: return 24;
    case Cipher::Aes256: return 32;
    }
    std::abort(); // the enumeration has no other value
}

} // namespace

std::size_t blockSize(Cipher cipher) {
    return cipher == Cipher::Des3 ? 8 : 16;
}

SecretBytes deriveKey(Cipher cipher, ByteView secret, KeyUse use) {
    SecretBytes input(secret.begin(), secret.end());
    input.insert(input.end(), {0, 0, 0, static_cast<std::uint8_t>(use)});
    const auto size = keySize(cipher);
    const auto algorithm = size == 16 ? crypto::HashAlgorithm::Sha1 : crypto::HashAlgorithm::Sha256;
    auto key = secretFrom(crypto::hash(algorithm, input));
    key.resize(size);
    if (cipher == Cipher::Des3)
        for (auto& byte : key)
            if (std::popcount(byte) % 2 == 0)
                byte ^= 1;
    return key;
}

KeyPair deriveKeys(Cipher cipher, ByteView secret) {
    return {deriveKey(cipher, secret, KeyUse::Encryption), deriveKey(cipher, secret, KeyUse::Mac)};
}

} // namespace balady::smartcard
