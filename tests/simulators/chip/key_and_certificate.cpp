#include "tests/simulators/chip/key_and_certificate.h"

#include "kiosk/crypto/crypto.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cstdint>
#include <stdexcept>

namespace balady::simulators {
namespace {

using Stream = std::unique_ptr<BIO, Free<BIO, BIO_free_all>>;
using Extension = std::unique_ptr<X509_EXTENSION, Free<X509_EXTENSION, X509_EXTENSION_free>>;

std::string textOf(BIO* stream) {
    char* text = nullptr;
    const auto size = BIO_get_mem_data(stream, &text);
    return {text, static_cast<std::size_t>(size)};
}

void extend(X509* certificate, int which, const char* value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, which, value));
    must(extension && X509_add_ext(certificate, extension.get(), -1) == 1);
}

} // namespace

void must(bool good) {
    if (!good)
        throw std::runtime_error("OpenSSL refused to make a certificate or a signature");
}

std::shared_ptr<const KeyAndCertificate> issue(const std::string& name, const KeyAndCertificate* issuer,
                                               long validFrom, long validTo) {
    auto out = std::make_shared<KeyAndCertificate>();
    out->key.reset(EVP_EC_gen("P-256"));
    out->certificate.reset(X509_new());
    auto* certificate = out->certificate.get();
    must(out->key && certificate != nullptr);
    const auto serial = crypto::randomBytes(7);
    std::uint64_t number = 1;
    for (const auto byte : serial)
        number = number << 8 | byte;
    must(X509_set_version(certificate, X509_VERSION_3) == 1 &&
         ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), number >> 8) == 1 &&
         X509_gmtime_adj(X509_getm_notBefore(certificate), validFrom) != nullptr &&
         X509_gmtime_adj(X509_getm_notAfter(certificate), validTo) != nullptr &&
         X509_set_pubkey(certificate, out->key.get()) == 1);
    auto* subject = X509_get_subject_name(certificate);
    const auto entry = [&](const char* field, const std::string& value) {
        must(X509_NAME_add_entry_by_txt(subject, field, MBSTRING_UTF8,
                                        reinterpret_cast<const unsigned char*>(value.c_str()), -1, -1,
                                        0) == 1);
    };
    entry("C", "UT");
    entry("CN", name);
    must(X509_set_issuer_name(certificate,
                              issuer ? X509_get_subject_name(issuer->certificate.get()) : subject) == 1);
    if (!issuer)
        extend(certificate, NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
    extend(certificate, NID_key_usage, issuer ? "critical,digitalSignature" : "critical,keyCertSign,cRLSign");
    must(X509_sign(certificate, issuer ? issuer->key.get() : out->key.get(), EVP_sha256()) > 0);
    return out;
}

std::string pemOf(const KeyAndCertificate& own) {
    const Stream stream(BIO_new(BIO_s_mem()));
    must(stream && PEM_write_bio_X509(stream.get(), own.certificate.get()) == 1);
    return textOf(stream.get());
}

std::string withdraw(const KeyAndCertificate& issuer, const std::vector<Bytes>& certificates, long from,
                     long to) {
    const std::unique_ptr<X509_CRL, Free<X509_CRL, X509_CRL_free>> list(X509_CRL_new());
    const std::unique_ptr<ASN1_TIME, Free<ASN1_TIME, ASN1_TIME_free>> last(X509_gmtime_adj(nullptr, from)),
        next(X509_gmtime_adj(nullptr, to));
    must(list && last && next && X509_CRL_set_version(list.get(), X509_CRL_VERSION_2) == 1 &&
         X509_CRL_set_issuer_name(list.get(), X509_get_subject_name(issuer.certificate.get())) == 1 &&
         X509_CRL_set1_lastUpdate(list.get(), last.get()) == 1 &&
         X509_CRL_set1_nextUpdate(list.get(), next.get()) == 1);
    for (const auto& der : certificates) {
        const auto* start = der.data();
        const std::unique_ptr<X509, Free<X509, X509_free>> one(
            d2i_X509(nullptr, &start, static_cast<long>(der.size())));
        auto* entry = X509_REVOKED_new();
        must(one && entry != nullptr &&
             X509_REVOKED_set_serialNumber(entry, X509_get_serialNumber(one.get())) == 1 &&
             X509_REVOKED_set_revocationDate(entry, last.get()) == 1 &&
             X509_CRL_add0_revoked(list.get(), entry) == 1);
    }
    must(X509_CRL_sort(list.get()) == 1 && X509_CRL_sign(list.get(), issuer.key.get(), EVP_sha256()) > 0);
    const Stream stream(BIO_new(BIO_s_mem()));
    must(stream && PEM_write_bio_X509_CRL(stream.get(), list.get()) == 1);
    return textOf(stream.get());
}

} // namespace balady::simulators
