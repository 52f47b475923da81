#include "kiosk/crypto/active_authentication.h"

#include "kiosk/crypto/crypto.h"
#include "kiosk/crypto/x509_chain.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

namespace balady::crypto {
namespace {

using KeyUse = std::unique_ptr<EVP_PKEY_CTX, Free<EVP_PKEY_CTX, EVP_PKEY_CTX_free>>;
using BigNumber = std::unique_ptr<BIGNUM, Free<BIGNUM, BN_free>>;
using EcSignature = std::unique_ptr<ECDSA_SIG, Free<ECDSA_SIG, ECDSA_SIG_free>>;

constexpr int kLeastRsaBits = 1024;
constexpr int kMostRsaBits = 4096;
constexpr std::array kHashes{HashAlgorithm::Sha256, HashAlgorithm::Sha1, HashAlgorithm::Sha224,
                             HashAlgorithm::Sha384, HashAlgorithm::Sha512};

BigNumber numberIn(EVP_PKEY* key, const char* name) {
    BIGNUM* out = nullptr;
    if (EVP_PKEY_get_bn_param(key, name, &out) != 1)
        return nullptr;
    return BigNumber(out);
}

/// What the signature's maker put into it (ISO/IEC 9796-2, 8): nothing if it is no number below the modulus.
Bytes recovered(EVP_PKEY* key, ByteView signature) {
    const KeyUse use(EVP_PKEY_CTX_new(key, nullptr));
    if (!use || EVP_PKEY_verify_recover_init(use.get()) != 1 ||
        EVP_PKEY_CTX_set_rsa_padding(use.get(), RSA_NO_PADDING) != 1)
        std::abort();
    Bytes block(signature.size());
    auto size = block.size();
    const bool made =
        EVP_PKEY_verify_recover(use.get(), block.data(), &size, signature.data(), signature.size()) == 1 &&
        size == block.size();
    ERR_clear_error();
    if (!made)
        return {};
    if ((block.back() & 0x0f) == 0x0c)
        return block;
    // The smaller of two numbers may have been sent (B.6): the modulus less this one is what was meant.
    const auto modulus = numberIn(key, OSSL_PKEY_PARAM_RSA_N);
    const BigNumber other(BN_bin2bn(block.data(), static_cast<int>(block.size()), nullptr));
    if (!modulus || !other || BN_sub(other.get(), modulus.get(), other.get()) != 1)
        std::abort();
    BN_bn2binpad(other.get(), block.data(), static_cast<int>(block.size()));
    return block;
}

/// The hash that a trailer of two bytes names (ISO/IEC 10118-3).
std::optional<HashAlgorithm> hashOf(std::uint8_t identifier) {
    switch (identifier) {
    case 0x33: return HashAlgorithm::Sha1;
    case 0x34: return HashAlgorithm::Sha256;
    case 0x35: return HashAlgorithm::Sha512;
    case 0x36: return HashAlgorithm::Sha384;
    case 0x38: return HashAlgorithm::Sha224;
    default: return std::nullopt;
    }
}

/// Where the recovered part of the message begins: after 6A, or after 6B BB … BA; nothing if the block is another.
std::optional<std::size_t> messageIn(ByteView block) {
    if ((block[0] & 0xf0) != 0x60)
        return std::nullopt;
    std::size_t at = 0;
    while (at + 1 < block.size() && (block[at] & 0x0f) == 0x0b && (block[at + 1] & 0xf0) == 0xb0)
        ++at;
    if ((block[at] & 0x0f) != 0x0a)
        return std::nullopt;
    return at + 1;
}

Proof judgeRsa(EVP_PKEY* key, ByteView challenge, ByteView answer) {
    const auto block = recovered(key, answer);
    const auto message = block.empty() ? std::nullopt : messageIn(block);
    const auto last = block.size() - 1;
    if (!message || (block[last] != 0xbc && block[last] != 0xcc))
        return Proof::Wrong;
    const auto algorithm = block[last] == 0xbc ? HashAlgorithm::Sha1 : hashOf(block[last - 1]);
    if (!algorithm)
        return Proof::NotUnderstood;
    const std::size_t trailer = block[last] == 0xbc ? 1 : 2;
    const auto hashSize = hash(*algorithm, {}).size();
    const auto rest = ByteView(block).subspan(*message);
    if (rest.size() < hashSize + trailer)
        return Proof::Wrong;
    const auto first = rest.first(rest.size() - trailer - hashSize);
    Bytes whole(first.begin(), first.end());
    whole.insert(whole.end(), challenge.begin(), challenge.end());
    return std::ranges::equal(hash(*algorithm, whole), rest.subspan(first.size(), hashSize)) ? Proof::Given
                                                                                             : Proof::Wrong;
}

Proof judgeEc(EVP_PKEY* key, ByteView challenge, ByteView answer) {
    const auto half = static_cast<int>(answer.size() / 2);
    const EcSignature signature(ECDSA_SIG_new());
    if (!signature || ECDSA_SIG_set0(signature.get(), BN_bin2bn(answer.data(), half, nullptr),
                                     BN_bin2bn(answer.data() + half, half, nullptr)) != 1)
        std::abort();
    unsigned char* der = nullptr;
    const auto size = i2d_ECDSA_SIG(signature.get(), &der);
    if (size <= 0)
        std::abort();
    const std::unique_ptr<unsigned char, decltype([](unsigned char* bytes) { OPENSSL_free(bytes); })> owner(
        der);
    const bool good = std::ranges::any_of(kHashes, [&](HashAlgorithm algorithm) {
        const auto digest = hash(algorithm, challenge);
        const KeyUse use(EVP_PKEY_CTX_new(key, nullptr));
        if (!use || EVP_PKEY_verify_init(use.get()) != 1)
            std::abort();
        return EVP_PKEY_verify(use.get(), der, static_cast<std::size_t>(size), digest.data(),
                               digest.size()) == 1;
    });
    ERR_clear_error();
    return good ? Proof::Given : Proof::Wrong;
}

} // namespace

struct ActiveAuthentication::Key {
    std::unique_ptr<EVP_PKEY, Free<EVP_PKEY, EVP_PKEY_free>> own;
    bool isRsa = false;
    std::size_t answerSize = 0;
};

Result<ActiveAuthentication> ActiveAuthentication::withKey(ByteView subjectPublicKeyInfo) {
    const auto* next = subjectPublicKeyInfo.data();
    auto key = std::make_shared<Key>();
    key->own.reset(d2i_PUBKEY(nullptr, &next, static_cast<long>(subjectPublicKeyInfo.size())));
    ERR_clear_error();
    if (!key->own || next != subjectPublicKeyInfo.data() + subjectPublicKeyInfo.size())
        return Fault{FaultCode::Malformed, "chip's key: cannot be read"};
    key->isRsa = EVP_PKEY_is_a(key->own.get(), "RSA") == 1;
    if (key->isRsa) {
        const int bits = EVP_PKEY_get_bits(key->own.get());
        if (bits < kLeastRsaBits || bits > kMostRsaBits)
            return Fault{FaultCode::Malformed, "chip's key: too short or too long"};
        key->answerSize = static_cast<std::size_t>(bits + 7) / 8;
        return ActiveAuthentication(std::move(key));
    }
    const auto order = EVP_PKEY_is_a(key->own.get(), "EC") == 1
                           ? numberIn(key->own.get(), OSSL_PKEY_PARAM_EC_ORDER)
                           : nullptr;
    ERR_clear_error();
    if (!order)
        return Fault{FaultCode::Malformed, "chip's key: neither RSA nor on a curve"};
    key->answerSize = 2 * static_cast<std::size_t>(BN_num_bytes(order.get()));
    return ActiveAuthentication(std::move(key));
}

std::size_t ActiveAuthentication::answerSize() const {
    return m_key->answerSize;
}

Proof ActiveAuthentication::judge(ByteView challenge, ByteView answer) const {
    if (answer.size() != m_key->answerSize)
        return Proof::NotUnderstood;
    return (m_key->isRsa ? judgeRsa : judgeEc)(m_key->own.get(), challenge, answer);
}

} // namespace balady::crypto
