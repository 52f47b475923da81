#include "kiosk/crypto/certificate.h"

#include "kiosk/crypto/crypto.h"
#include "kiosk/crypto/x509_chain.h"

#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509v3.h>

#include <array>
#include <cstdlib>
#include <string_view>
#include <tuple>

namespace balady::crypto {
namespace {

using KeyUse = std::unique_ptr<EVP_PKEY_CTX, Free<EVP_PKEY_CTX, EVP_PKEY_CTX_free>>;

Result<Certificate> parse(ByteView der) {
    const auto* next = der.data();
    Certificate certificate(d2i_X509(nullptr, &next, static_cast<long>(der.size())));
    ERR_clear_error();
    if (!certificate || next != der.data() + der.size())
        return Fault{FaultCode::Malformed, "certificate: cannot be read"};
    return certificate;
}

bool isOnP256(EVP_PKEY* key) {
    std::array<char, 32> group{};
    std::size_t size = 0;
    return key != nullptr && EVP_PKEY_is_a(key, "EC") == 1 &&
           EVP_PKEY_get_group_name(key, group.data(), group.size(), &size) == 1 &&
           std::string_view(group.data(), size) == SN_X9_62_prime256v1;
}

} // namespace

Result<SignerTrust> judgeCertificate(ByteView der, const TrustList& trust, WallTime at) {
    const auto certificate = parse(der);
    if (!certificate)
        return certificate.error();
    return trustIn(certificate->get(), nullptr, trust, at);
}

Result<bool> signedByHolder(ByteView certificate, ByteView digest, ByteView signature) {
    const auto parsed = parse(certificate);
    if (!parsed)
        return parsed.error();
    auto* key = X509_get0_pubkey(parsed->get());
    // A certificate that says nothing about its key's use allows every use.
    if ((X509_get_key_usage(parsed->get()) & KU_DIGITAL_SIGNATURE) == 0 || !isOnP256(key) ||
        digest.size() != std::tuple_size_v<Sha256>)
        return Fault{FaultCode::Malformed, "certificate: its key does not sign challenges"};
    const KeyUse use(EVP_PKEY_CTX_new(key, nullptr));
    if (!use || EVP_PKEY_verify_init(use.get()) != 1)
        std::abort();
    const bool good =
        EVP_PKEY_verify(use.get(), signature.data(), signature.size(), digest.data(), digest.size()) == 1;
    ERR_clear_error();
    return good;
}

} // namespace balady::crypto
