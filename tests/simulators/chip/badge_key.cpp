#include "tests/simulators/chip/badge_key.h"

#include "tests/simulators/chip/key_and_certificate.h"

namespace balady::simulators {
namespace {

constexpr long kYear = 365L * 24 * 60 * 60;
constexpr long kYesterday = -24L * 60 * 60;

} // namespace

BadgeKey::BadgeKey(const IssuingAuthority& authority, Validity validity)
    : m_own(issue("Technician", &authority.own(), -kYear,
                  validity == Validity::Expired ? kYesterday : kYear)) {}

Bytes BadgeKey::certificate() const {
    unsigned char* der = nullptr;
    const int size = i2d_X509(m_own->certificate.get(), &der);
    must(size > 0);
    Bytes out(der, der + size);
    OPENSSL_free(der);
    return out;
}

std::string BadgeKey::pem() const {
    return pemOf(*m_own);
}

Bytes BadgeKey::sign(ByteView digest) const {
    const std::unique_ptr<EVP_PKEY_CTX, Free<EVP_PKEY_CTX, EVP_PKEY_CTX_free>> use(
        EVP_PKEY_CTX_new(m_own->key.get(), nullptr));
    std::size_t size = 0;
    must(use && EVP_PKEY_sign_init(use.get()) == 1 &&
         EVP_PKEY_sign(use.get(), nullptr, &size, digest.data(), digest.size()) == 1);
    Bytes signature(size);
    must(EVP_PKEY_sign(use.get(), signature.data(), &size, digest.data(), digest.size()) == 1);
    signature.resize(size);
    return signature;
}

} // namespace balady::simulators
