#include "tests/simulators/chip/chip_key.h"

#include "drivers/smartcard/tlv.h"
#include "tests/simulators/chip/key_and_certificate.h"

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/rsa.h>

namespace balady::simulators {
namespace {

using KeyUse = std::unique_ptr<EVP_PKEY_CTX, Free<EVP_PKEY_CTX, EVP_PKEY_CTX_free>>;
using EcSignature = std::unique_ptr<ECDSA_SIG, Free<ECDSA_SIG, ECDSA_SIG_free>>;

EVP_PKEY* make(ChipKey::Kind kind) {
    switch (kind) {
    case ChipKey::Kind::EcP256: return EVP_EC_gen("P-256");
    case ChipKey::Kind::EcBrainpoolP384: return EVP_EC_gen("brainpoolP384r1");
    case ChipKey::Kind::Rsa1024: return EVP_RSA_gen(1024);
    case ChipKey::Kind::Rsa2048: break;
    }
    return EVP_RSA_gen(2048);
}

/// ISO/IEC 10118-3's numbers.
Bytes trailerOf(crypto::HashAlgorithm algorithm) {
    using enum crypto::HashAlgorithm;
    switch (algorithm) {
    case Sha1: return {0xbc};
    case Sha224: return {0x38, 0xcc};
    case Sha256: return {0x34, 0xcc};
    case Sha384: return {0x36, 0xcc};
    case Sha512: break;
    }
    return {0x35, 0xcc};
}

} // namespace

ChipKey::ChipKey(Kind kind) : m_key(make(kind), &EVP_PKEY_free) {
    must(m_key != nullptr);
}

Bytes ChipKey::dg15() const {
    unsigned char* der = nullptr;
    const int size = i2d_PUBKEY(m_key.get(), &der);
    must(size > 0);
    Bytes file;
    smartcard::appendTlv(file, 0x6f, ByteView(der, static_cast<std::size_t>(size)));
    OPENSSL_free(der);
    return file;
}

Bytes ChipKey::prove(ByteView challenge, crypto::HashAlgorithm algorithm) const {
    if (EVP_PKEY_is_a(m_key.get(), "EC") == 1)
        return signPlain(crypto::hash(algorithm, challenge));
    const auto trailer = trailerOf(algorithm);
    const auto hashSize = crypto::hash(algorithm, {}).size();
    auto message = crypto::randomBytes(static_cast<std::size_t>(EVP_PKEY_get_size(m_key.get())) - 1 -
                                       hashSize - trailer.size());
    Bytes block{0x6a};
    block.insert(block.end(), message.begin(), message.end());
    message.insert(message.end(), challenge.begin(), challenge.end());
    for (const auto& part : {crypto::hash(algorithm, message), trailer})
        block.insert(block.end(), part.begin(), part.end());
    return encipher(block);
}

Bytes ChipKey::encipher(ByteView block) const {
    const KeyUse use(EVP_PKEY_CTX_new(m_key.get(), nullptr));
    must(use && EVP_PKEY_sign_init(use.get()) == 1 &&
         EVP_PKEY_CTX_set_rsa_padding(use.get(), RSA_NO_PADDING) == 1);
    Bytes out(block.size());
    auto size = out.size();
    must(EVP_PKEY_sign(use.get(), out.data(), &size, block.data(), block.size()) == 1 && size == out.size());
    return out;
}

Bytes ChipKey::signPlain(ByteView digest) const {
    const KeyUse use(EVP_PKEY_CTX_new(m_key.get(), nullptr));
    Bytes der(static_cast<std::size_t>(EVP_PKEY_get_size(m_key.get())));
    auto size = der.size();
    must(use && EVP_PKEY_sign_init(use.get()) == 1 &&
         EVP_PKEY_sign(use.get(), der.data(), &size, digest.data(), digest.size()) == 1);
    const auto* next = static_cast<const unsigned char*>(der.data());
    const EcSignature signature(d2i_ECDSA_SIG(nullptr, &next, static_cast<long>(size)));
    must(signature != nullptr);
    const int half = (EVP_PKEY_get_bits(m_key.get()) + 7) / 8;
    Bytes out(static_cast<std::size_t>(2 * half));
    must(BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), out.data(), half) == half &&
         BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), out.data() + half, half) == half);
    return out;
}

} // namespace balady::simulators
