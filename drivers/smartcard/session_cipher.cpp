#include "drivers/smartcard/session_cipher.h"

#include "drivers/smartcard/blocks.h"
#include "kiosk/crypto/crypto.h"

#include <array>

namespace balady::smartcard {
namespace {

constexpr std::array<std::uint8_t, 16> kZeroVector{};

Result<Bytes> truncated(Result<Bytes> mac) {
    if (mac)
        mac->resize(kMacSize);
    return mac;
}

/// Doc 9303-11, 9.8.6.1: the counter, encrypted under the session's key, so that no vector comes twice.
Result<Bytes> vectorOf(const Session& session) {
    return crypto::aesCbcEncrypt(session.keys.encryption, kZeroVector, session.counter);
}

} // namespace

Result<Bytes> encipher(const Session& session, ByteView padded) {
    if (session.cipher == Cipher::Des3)
        return crypto::des3CbcEncrypt(session.keys.encryption, padded);
    const auto vector = vectorOf(session);
    if (!vector)
        return vector.error();
    return crypto::aesCbcEncrypt(session.keys.encryption, *vector, padded);
}

Result<Bytes> decipher(const Session& session, ByteView cryptogram) {
    if (session.cipher == Cipher::Des3)
        return crypto::des3CbcDecrypt(session.keys.encryption, cryptogram);
    const auto vector = vectorOf(session);
    if (!vector)
        return vector.error();
    return crypto::aesCbcDecrypt(session.keys.encryption, *vector, cryptogram);
}

Result<Bytes> sessionMac(const Session& session, ByteView message) {
    SecretBytes input(session.counter.begin(), session.counter.end());
    input.insert(input.end(), message.begin(), message.end());
    // Doc 9303-11, 9.8.6.2: padded for AES too, although CMAC could do without.
    const auto whole = padded(input, blockSize(session.cipher));
    if (session.cipher == Cipher::Des3)
        return crypto::retailMac(session.keys.mac, whole);
    return truncated(crypto::aesCmac(session.keys.mac, whole));
}

Result<Bytes> decipherWithKey(Cipher cipher, ByteView key, ByteView cryptogram) {
    return cipher == Cipher::Des3 ? crypto::des3CbcDecrypt(key, cryptogram)
                                  : crypto::aesCbcDecrypt(key, kZeroVector, cryptogram);
}

Result<Bytes> encipherWithKey(Cipher cipher, ByteView key, ByteView plain) {
    return cipher == Cipher::Des3 ? crypto::des3CbcEncrypt(key, plain)
                                  : crypto::aesCbcEncrypt(key, kZeroVector, plain);
}

Result<Bytes> tokenMac(Cipher cipher, ByteView key, ByteView message) {
    return cipher == Cipher::Des3 ? crypto::retailMac(key, padded(message, blockSize(cipher)))
                                  : truncated(crypto::aesCmac(key, message));
}

} // namespace balady::smartcard
