#include "tests/simulators/chip/document_signer.h"

#include "drivers/smartcard/tlv.h"
#include "kiosk/crypto/crypto.h"

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <array>
#include <stdexcept>

namespace balady::simulators {

namespace {

template <class T, auto free>
struct Free {
    void operator()(T* pointer) const { free(pointer); }
};
using Stream = std::unique_ptr<BIO, Free<BIO, BIO_free_all>>;
using Certificate = std::unique_ptr<X509, Free<X509, X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Free<X509_EXTENSION, X509_EXTENSION_free>>;
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY, EVP_PKEY_free>>;
using Message = std::unique_ptr<CMS_ContentInfo, Free<CMS_ContentInfo, CMS_ContentInfo_free>>;
using Identifier = std::unique_ptr<ASN1_OBJECT, Free<ASN1_OBJECT, ASN1_OBJECT_free>>;

constexpr long kDay = 24L * 60 * 60;

void must(bool good) {
    if (!good)
        throw std::runtime_error("OpenSSL refused to make a certificate or a signature");
}

std::string textOf(BIO* stream) {
    char* text = nullptr;
    const auto size = BIO_get_mem_data(stream, &text);
    return {text, static_cast<std::size_t>(size)};
}

} // namespace

struct KeyAndCertificate {
    Key key;
    Certificate certificate;
};

namespace {

void extend(X509* certificate, int which, const char* value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, which, value));
    must(extension && X509_add_ext(certificate, extension.get(), -1) == 1);
}

/// Signed by `issuer`, or by itself.
std::shared_ptr<const KeyAndCertificate> make(const std::string& name, const KeyAndCertificate* issuer,
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

} // namespace

IssuingAuthority::IssuingAuthority(const std::string& name)
    : m_own(make(name, nullptr, -3650 * kDay, 3650 * kDay)) {}

std::string IssuingAuthority::pem() const {
    return pemOf(*m_own);
}

DocumentSigner::DocumentSigner(const IssuingAuthority& authority, Validity validity)
    : m_own(make("Document signer", &authority.own(), -1000 * kDay,
                 validity == Validity::Expired ? -1 * kDay : 3000 * kDay)) {}

std::string DocumentSigner::pem() const {
    return pemOf(*m_own);
}

Bytes DocumentSigner::sign(ByteView securityObject) const {
    const Stream content(BIO_new_mem_buf(securityObject.data(), static_cast<int>(securityObject.size())));
    const unsigned flags = CMS_BINARY | CMS_PARTIAL | CMS_NOSMIMECAP;
    const Message message(CMS_sign(nullptr, nullptr, nullptr, nullptr, flags));
    const Identifier type(OBJ_txt2obj("2.23.136.1.1.1", 1));
    must(content && message && type && CMS_set1_eContentType(message.get(), type.get()) == 1 &&
         CMS_add1_signer(message.get(), m_own->certificate.get(), m_own->key.get(), EVP_sha256(), flags) !=
             nullptr &&
         CMS_final(message.get(), content.get(), nullptr, flags) == 1);
    unsigned char* der = nullptr;
    const int size = i2d_CMS_ContentInfo(message.get(), &der);
    must(size > 0);
    Bytes out(der, der + size);
    OPENSSL_free(der);
    return out;
}

Bytes makeSod(const std::map<int, Bytes>& dataGroups, const DocumentSigner& signer) {
    using smartcard::appendTlv;
    // 2.16.840.1.101.3.4.2.1, SHA-256
    constexpr std::array<std::uint8_t, 9> kSha256{0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01};
    Bytes hashes;
    for (const auto& [number, file] : dataGroups) {
        const std::array<std::uint8_t, 1> numberBytes{static_cast<std::uint8_t>(number)};
        Bytes entry;
        appendTlv(entry, 0x02, numberBytes);
        appendTlv(entry, 0x04, crypto::sha256(file));
        appendTlv(hashes, 0x30, entry);
    }
    Bytes algorithm;
    appendTlv(algorithm, 0x06, kSha256);
    const std::array<std::uint8_t, 1> version{0};
    Bytes content;
    appendTlv(content, 0x02, version);
    appendTlv(content, 0x30, algorithm);
    appendTlv(content, 0x30, hashes);
    Bytes object;
    appendTlv(object, 0x30, content);
    Bytes file;
    appendTlv(file, 0x77, signer.sign(object));
    return file;
}

} // namespace balady::simulators
