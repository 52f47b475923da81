#include "tests/support/redated.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>
#include <stdexcept>

namespace balady::tests {
namespace {

using Stream = std::unique_ptr<BIO, decltype(&BIO_free_all)>;

Stream opened(const std::filesystem::path& file, const char* mode) {
    return {BIO_new_file(file.c_str(), mode), &BIO_free_all};
}

} // namespace

void writeRedated(const sandbox::PkiFiles& files, std::chrono::hours from, std::chrono::hours until,
                  const std::filesystem::path& to) {
    using std::chrono::seconds;
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(
        PEM_read_bio_X509(opened(files.serverCertificate, "r").get(), nullptr, nullptr, nullptr), &X509_free);
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        PEM_read_bio_PrivateKey(opened(files.caKey, "r").get(), nullptr, nullptr, nullptr), &EVP_PKEY_free);
    if (!certificate || !key ||
        X509_gmtime_adj(X509_getm_notBefore(certificate.get()), seconds(from).count()) == nullptr ||
        X509_gmtime_adj(X509_getm_notAfter(certificate.get()), seconds(until).count()) == nullptr ||
        X509_sign(certificate.get(), key.get(), EVP_sha256()) <= 0 ||
        PEM_write_bio_X509(opened(to, "w").get(), certificate.get()) != 1)
        throw std::runtime_error("the certificate could not be dated anew");
}

} // namespace balady::tests
