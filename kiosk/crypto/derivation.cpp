#include "kiosk/crypto/derivation.h"

#include <openssl/core_names.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

#include <memory>

namespace balady::crypto {
namespace {

OSSL_PARAM octets(const char* name, ByteView bytes) {
    // OpenSSL only reads them, but has one structure for both directions.
    return OSSL_PARAM_construct_octet_string(name, const_cast<std::uint8_t*>(bytes.data()), bytes.size());
}

} // namespace

Result<SecretBytes> hkdfSha256(ByteView secret, ByteView salt, ByteView info, std::size_t length) {
    const std::unique_ptr<EVP_KDF, decltype(&EVP_KDF_free)> method{EVP_KDF_fetch(nullptr, "HKDF", nullptr),
                                                                   &EVP_KDF_free};
    const std::unique_ptr<EVP_KDF_CTX, decltype(&EVP_KDF_CTX_free)> context{
        method ? EVP_KDF_CTX_new(method.get()) : nullptr, &EVP_KDF_CTX_free};
    char digest[] = "SHA256";
    std::vector<OSSL_PARAM> parameters{
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0),
        octets(OSSL_KDF_PARAM_KEY, secret),
        octets(OSSL_KDF_PARAM_INFO, info),
    };
    if (!salt.empty())
        parameters.push_back(octets(OSSL_KDF_PARAM_SALT, salt));
    parameters.push_back(OSSL_PARAM_construct_end());
    SecretBytes key(length);
    if (!context || EVP_KDF_derive(context.get(), key.data(), key.size(), parameters.data()) != 1)
        return Fault{FaultCode::Bug, "crypto: hkdf refused its input"};
    return key;
}

} // namespace balady::crypto
