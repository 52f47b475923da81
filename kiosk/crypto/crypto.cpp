#include "kiosk/crypto/crypto.h"

#include "kiosk/base/secret.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace balady::crypto {
namespace {

using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;
using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

template <std::size_t N>
std::array<std::uint8_t, N> digest(const EVP_MD* algorithm, ByteView data) {
    std::array<std::uint8_t, N> out{};
    if (EVP_Digest(data.data(), data.size(), out.data(), nullptr, algorithm, nullptr) != 1)
        std::abort(); // only when the library itself is broken
    return out;
}

constexpr std::array<std::uint8_t, 16> kZeroIv{};

Result<Bytes> cipher(const EVP_CIPHER* algorithm, ByteView key, ByteView iv, ByteView data, bool encrypt) {
    const CipherContext context{EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free};
    Bytes out(data.size() + 16);
    int written = 0;
    int last = 0;
    if (!context ||
        EVP_CipherInit_ex(context.get(), algorithm, nullptr, key.data(), iv.data(), encrypt) != 1 ||
        EVP_CIPHER_CTX_set_padding(context.get(), 0) != 1 ||
        EVP_CipherUpdate(context.get(), out.data(), &written, data.data(), static_cast<int>(data.size())) !=
            1 ||
        EVP_CipherFinal_ex(context.get(), out.data() + written, &last) != 1)
        return Fault{FaultCode::Bug, "crypto: cipher refused its input"};
    out.resize(static_cast<std::size_t>(written) + static_cast<std::size_t>(last));
    return out;
}

Result<Bytes> des3(ByteView key, ByteView data, bool encrypt) {
    if (key.size() != 16 || data.size() % 8 != 0)
        return Fault{FaultCode::Bug, "crypto: 3des: wrong key or block length"};
    // Three-key form K1|K2|K1: OpenSSL 3's default provider has it, single DES would need the legacy one.
    SecretBytes full;
    full.reserve(24);
    full.assign(key.begin(), key.end());
    full.insert(full.end(), key.begin(), key.begin() + 8);
    return cipher(EVP_des_ede3_cbc(), full, kZeroIv, data, encrypt);
}

Result<Bytes> aes(ByteView key, ByteView iv, ByteView data, bool encrypt) {
    const auto* algorithm = key.size() == 16   ? EVP_aes_128_cbc()
                            : key.size() == 24 ? EVP_aes_192_cbc()
                            : key.size() == 32 ? EVP_aes_256_cbc()
                                               : nullptr;
    if (algorithm == nullptr || iv.size() != 16 || data.size() % 16 != 0)
        return Fault{FaultCode::Bug, "crypto: aes: wrong key, iv or block length"};
    return cipher(algorithm, key, iv, data, encrypt);
}

const EVP_MD* digestOf(HashAlgorithm algorithm) {
    switch (algorithm) {
    case HashAlgorithm::Sha1: return EVP_sha1();
    case HashAlgorithm::Sha224: return EVP_sha224();
    case HashAlgorithm::Sha256: return EVP_sha256();
    case HashAlgorithm::Sha384: return EVP_sha384();
    case HashAlgorithm::Sha512: return EVP_sha512();
    }
    std::abort(); // the enumeration has no other value
}

} // namespace

Sha256 sha256(ByteView data) {
    return digest<32>(EVP_sha256(), data);
}
std::array<std::uint8_t, 20> sha1(ByteView data) {
    return digest<20>(EVP_sha1(), data);
}

Bytes hash(HashAlgorithm algorithm, ByteView data) {
    const auto* method = digestOf(algorithm);
    Bytes out(static_cast<std::size_t>(EVP_MD_get_size(method)));
    if (EVP_Digest(data.data(), data.size(), out.data(), nullptr, method, nullptr) != 1)
        std::abort(); // only when the library itself is broken
    return out;
}

Bytes randomBytes(std::size_t count) {
    Bytes out(count);
    if (count > 0 && RAND_bytes(out.data(), static_cast<int>(count)) != 1)
        std::abort();
    return out;
}

namespace {

/// RFC 9562, section 4: the version and the variant take their six bits, the rest stays.
std::string uuid(Bytes bytes, std::uint8_t version) {
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0f) | (version << 4));
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3f) | 0x80);
    auto text = toHex(bytes);
    for (std::size_t at : {20u, 16u, 12u, 8u})
        text.insert(at, "-");
    return text;
}

} // namespace

std::string uuid4() {
    return uuid(randomBytes(16), 4);
}

std::string uuid7(WallTime now) {
    auto bytes = randomBytes(16);
    const auto time = static_cast<std::uint64_t>(now.time_since_epoch().count());
    for (std::size_t i = 0; i < 6; ++i)
        bytes[i] = static_cast<std::uint8_t>(time >> (8 * (5 - i)));
    return uuid(std::move(bytes), 7);
}

Result<Bytes> des3CbcEncrypt(ByteView key, ByteView data) {
    return des3(key, data, true);
}
Result<Bytes> des3CbcDecrypt(ByteView key, ByteView data) {
    return des3(key, data, false);
}

Result<Bytes> retailMac(ByteView key, ByteView padded) {
    if (key.size() != 16 || padded.empty() || padded.size() % 8 != 0)
        return Fault{FaultCode::Bug, "crypto: retail mac: wrong key or block length"};
    // Algorithm 3: single-DES CBC with K1 over all blocks, then decrypt with K2 and encrypt with K1 the last one.
    const auto twice = [](ByteView half) {
        SecretBytes out;
        out.reserve(16);
        out.assign(half.begin(), half.end());
        out.insert(out.end(), half.begin(), half.end());
        return out;
    };
    const auto k1 = twice(key.first(8));
    auto chain = des3(k1, padded, true);
    if (!chain)
        return chain.error();
    Bytes block(chain->end() - 8, chain->end());
    auto inner = des3(twice(key.last(8)), block, false);
    if (!inner)
        return inner.error();
    return des3(k1, *inner, true);
}

Result<Bytes> aesCbcEncrypt(ByteView key, ByteView iv, ByteView data) {
    return aes(key, iv, data, true);
}
Result<Bytes> aesCbcDecrypt(ByteView key, ByteView iv, ByteView data) {
    return aes(key, iv, data, false);
}

Result<Bytes> aesCmac(ByteView key, ByteView data) {
    if (key.size() != 16 && key.size() != 24 && key.size() != 32)
        return Fault{FaultCode::Bug, "crypto: cmac: wrong key length"};
    const std::string name = "AES-" + std::to_string(key.size() * 8) + "-CBC";
    Bytes out(16);
    std::size_t size = 0;
    if (EVP_Q_mac(nullptr, "CMAC", nullptr, name.c_str(), nullptr, key.data(), key.size(), data.data(),
                  data.size(), out.data(), out.size(), &size) == nullptr ||
        size != out.size())
        return Fault{FaultCode::Bug, "crypto: cmac refused its input"};
    return out;
}

bool ed25519Verify(ByteView publicKey, ByteView message, ByteView signature) {
    const Key key{EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, publicKey.data(), publicKey.size()),
                  &EVP_PKEY_free};
    const DigestContext context{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
    return key && context && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
           EVP_DigestVerify(context.get(), signature.data(), signature.size(), message.data(),
                            message.size()) == 1;
}

Result<Bytes> ed25519Sign(ByteView privateKey, ByteView message) {
    const Key key{
        EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, privateKey.data(), privateKey.size()),
        &EVP_PKEY_free};
    const DigestContext context{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
    Bytes signature(64);
    std::size_t size = signature.size();
    if (!key || !context || EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) != 1 ||
        EVP_DigestSign(context.get(), signature.data(), &size, message.data(), message.size()) != 1)
        return Fault{FaultCode::Bug, "crypto: ed25519: wrong private key"};
    return signature;
}

Result<Bytes> ed25519PublicKey(ByteView privateKey) {
    const Key key{
        EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, privateKey.data(), privateKey.size()),
        &EVP_PKEY_free};
    Bytes out(32);
    std::size_t size = out.size();
    if (!key || EVP_PKEY_get_raw_public_key(key.get(), out.data(), &size) != 1)
        return Fault{FaultCode::Bug, "crypto: ed25519: wrong private key"};
    return out;
}

} // namespace balady::crypto
