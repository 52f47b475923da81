#include "tests/sandbox/pki.h"

#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs7.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <array>
#include <cstdio>
#include <memory>
#include <string>

namespace balady::sandbox {
namespace {

template <class T, void (*release)(T*)>
struct Release {
    void operator()(T* object) const { release(object); }
};
using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY, EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Release<X509, X509_free>>;
using CertificateRequest = std::unique_ptr<X509_REQ, Release<X509_REQ, X509_REQ_free>>;
using Message = std::unique_ptr<PKCS7, Release<PKCS7, PKCS7_free>>;
using Stream = std::unique_ptr<BIO, Release<BIO, BIO_free_all>>;
using Extension = std::unique_ptr<X509_EXTENSION, Release<X509_EXTENSION, X509_EXTENSION_free>>;

constexpr long kDay = 24L * 60 * 60;
constexpr const char* kTerminal = "terminal-0001";

/// From now, in seconds.
struct Period {
    long from = -kDay;
    long until = std::chrono::seconds(kUsualLifetime).count();
};

/// Who a certificate is for, and what it may do.
struct Subject {
    const char* commonName;
    const char* basicConstraints;
    const char* keyUsage;
    const char* extendedKeyUsage; ///< or nullptr
    const char* alternativeNames; ///< or nullptr
};

struct Issuer {
    X509* certificate; ///< nullptr: the certificate signs itself
    EVP_PKEY* key;
};

bool addExtension(X509* certificate, X509* issuer, int nid, const char* value) {
    if (value == nullptr)
        return true;
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value));
    return extension != nullptr && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool setRandomSerial(X509* certificate) {
    // 64 random bits, positive (RFC 5280 4.1.2.2).
    std::uint64_t serial = 0;
    if (RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial) != 1)
        return false;
    return ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial >> 1U) == 1;
}

Certificate makeCertificate(EVP_PKEY* key, const Subject& subject, Issuer issuer, Period period = {}) {
    Certificate certificate(X509_new());
    if (certificate == nullptr)
        return nullptr;
    X509* x = certificate.get();
    X509* issuing = issuer.certificate == nullptr ? x : issuer.certificate;
    X509_set_version(x, X509_VERSION_3);
    X509_NAME* name = X509_get_subject_name(x);
    const auto* text = reinterpret_cast<const unsigned char*>(subject.commonName);
    const bool made = setRandomSerial(x) && X509_gmtime_adj(X509_getm_notBefore(x), period.from) != nullptr &&
                      X509_gmtime_adj(X509_getm_notAfter(x), period.until) != nullptr &&
                      X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, text, -1, -1, 0) == 1 &&
                      X509_set_issuer_name(x, X509_get_subject_name(issuing)) == 1 &&
                      X509_set_pubkey(x, key) == 1 &&
                      addExtension(x, issuing, NID_basic_constraints, subject.basicConstraints) &&
                      addExtension(x, issuing, NID_key_usage, subject.keyUsage) &&
                      addExtension(x, issuing, NID_ext_key_usage, subject.extendedKeyUsage) &&
                      addExtension(x, issuing, NID_subject_alt_name, subject.alternativeNames) &&
                      addExtension(x, issuing, NID_subject_key_identifier, "hash") &&
                      addExtension(x, issuing, NID_authority_key_identifier, "keyid") &&
                      X509_sign(x, issuer.key, EVP_sha256()) > 0;
    return made ? std::move(certificate) : nullptr;
}

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

/// Writes beside the file and renames, so that a file that exists is whole.
template <class Write>
bool writeFile(const std::filesystem::path& path, std::filesystem::perms permissions, Write write) {
    auto partial = path;
    partial += ".part";
    std::unique_ptr<std::FILE, CloseFile> file(std::fopen(partial.c_str(), "w"));
    std::error_code error;
    std::filesystem::permissions(partial, permissions, error);
    if (file == nullptr || error || write(file.get()) != 1 || std::fflush(file.get()) != 0)
        return false;
    std::filesystem::rename(partial, path, error);
    return !error;
}

bool writeCertificate(const std::filesystem::path& path, X509* certificate) {
    using std::filesystem::perms;
    return writeFile(path, perms::owner_read | perms::owner_write | perms::group_read | perms::others_read,
                     [&](std::FILE* file) { return PEM_write_X509(file, certificate); });
}
bool writeKey(const std::filesystem::path& path, EVP_PKEY* key) {
    using std::filesystem::perms;
    return writeFile(path, perms::owner_read | perms::owner_write, [&](std::FILE* file) {
        return PEM_write_PrivateKey(file, key, nullptr, nullptr, 0, nullptr, nullptr);
    });
}

Subject authority(const char* name) {
    return {name, "critical,CA:TRUE,pathlen:0", "critical,keyCertSign,cRLSign", nullptr, nullptr};
}
Subject client(const char* name) {
    return {name, "critical,CA:FALSE", "critical,digitalSignature", "clientAuth", nullptr};
}

Stream opened(const std::filesystem::path& file) {
    return Stream(BIO_new_file(file.c_str(), "r"));
}

CertificateRequest readRequest(std::string_view base64) {
    const Stream encoded(
        BIO_push(BIO_new(BIO_f_base64()), BIO_new_mem_buf(base64.data(), static_cast<int>(base64.size()))));
    // On one line or on many (RFC 7030, 4.2.1 leaves both).
    if (base64.find('\n') == std::string_view::npos)
        BIO_set_flags(encoded.get(), BIO_FLAGS_BASE64_NO_NL);
    return CertificateRequest(d2i_X509_REQ_bio(encoded.get(), nullptr));
}

/// Certificates and nothing else, as RFC 5272 4.1 has it, in base64.
std::string certificatesOnly(X509* certificate) {
    const Message message(PKCS7_new());
    if (message == nullptr || PKCS7_set_type(message.get(), NID_pkcs7_signed) != 1 ||
        PKCS7_content_new(message.get(), NID_pkcs7_data) != 1 || PKCS7_set_detached(message.get(), 1) != 1 ||
        PKCS7_add_certificate(message.get(), certificate) != 1)
        return {};
    const Stream out(BIO_push(BIO_new(BIO_f_base64()), BIO_new(BIO_s_mem())));
    if (i2d_PKCS7_bio(out.get(), message.get()) != 1 || BIO_flush(out.get()) != 1)
        return {};
    char* text = nullptr;
    const auto size = BIO_get_mem_data(BIO_next(out.get()), &text);
    return {text, static_cast<std::size_t>(size)};
}

std::string commonName(const X509_NAME* name) {
    std::array<char, 65> text{};
    X509_NAME_get_text_by_NID(const_cast<X509_NAME*>(name), NID_commonName, text.data(), text.size());
    return X509_NAME_entry_count(name) == 1 ? std::string(text.data()) : std::string{};
}

} // namespace

Result<std::string> renewedCertificate(const PkiFiles& files, std::string_view request,
                                       const std::string& terminal, Flaw flaw) {
    const auto asked = readRequest(request);
    ERR_clear_error();
    if (asked == nullptr)
        return Fault{FaultCode::Malformed, "pki: no certificate request"};
    auto* key = X509_REQ_get0_pubkey(asked.get());
    if (key == nullptr || X509_REQ_verify(asked.get(), key) != 1) {
        ERR_clear_error();
        return Fault{FaultCode::Tampered, "pki: the request does not prove possession of its key"};
    }
    if (terminal.empty() || commonName(X509_REQ_get_subject_name(asked.get())) != terminal)
        return Fault{FaultCode::Refused, "pki: the request is for another subject"};
    const Certificate ca(PEM_read_bio_X509(opened(files.ca).get(), nullptr, nullptr, nullptr));
    const Key caKey(PEM_read_bio_PrivateKey(opened(files.caKey).get(), nullptr, nullptr, nullptr));
    const Key foreignKey(EVP_EC_gen("P-256"));
    if (ca == nullptr || caKey == nullptr || foreignKey == nullptr)
        return Fault{FaultCode::Bug, "pki: the authority's files cannot be read"};
    auto subject = client(flaw == Flaw::ForeignSubject ? "terminal-0002" : terminal.c_str());
    if (flaw == Flaw::ForServers)
        subject.extendedKeyUsage = "serverAuth";
    Period period;
    if (flaw == Flaw::Shorter)
        period.until = kDay / 24;
    if (flaw == Flaw::NotYetValid)
        period.from = kDay;
    // A stranger may call itself as the authority does.
    const auto stranger =
        makeCertificate(foreignKey.get(), authority("Balady sandbox CA"), {nullptr, foreignKey.get()});
    const Issuer issuer = flaw == Flaw::ForeignAuthority ? Issuer{stranger.get(), foreignKey.get()}
                                                         : Issuer{ca.get(), caKey.get()};
    const auto certificate =
        makeCertificate(flaw == Flaw::ForeignKey ? foreignKey.get() : key, subject, issuer, period);
    auto answer = certificate == nullptr ? std::string{} : certificatesOnly(certificate.get());
    if (answer.empty())
        return Fault{FaultCode::Bug, "pki: no certificate"};
    return answer;
}

Result<PkiFiles> developmentPki(const std::filesystem::path& folder, std::chrono::hours terminalLasts) {
    PkiFiles files{folder / "ca.pem",     folder / "server.pem", folder / "server.key",
                   folder / "client.pem", folder / "client.key", folder / "ca.key"};
    std::error_code error;
    // ca.pem is written last: where it exists, so does everything that it signed. A folder from before certificates were
    // renewed has no ca.key, and is made anew.
    if (std::filesystem::exists(files.ca, error) && std::filesystem::exists(files.caKey, error))
        return files;
    std::filesystem::create_directories(folder, error);

    const Key caKey(EVP_EC_gen("P-256"));
    const Key serverKey(EVP_EC_gen("P-256"));
    const Key clientKey(EVP_EC_gen("P-256"));
    if (caKey == nullptr || serverKey == nullptr || clientKey == nullptr)
        return Fault{FaultCode::Bug, "pki: no key"};
    const auto ca = makeCertificate(caKey.get(), authority("Balady sandbox CA"), {nullptr, caKey.get()});
    if (ca == nullptr)
        return Fault{FaultCode::Bug, "pki: no authority"};
    const auto server = makeCertificate(serverKey.get(),
                                        {"localhost", "critical,CA:FALSE", "critical,digitalSignature",
                                         "serverAuth", "DNS:localhost,IP:127.0.0.1"},
                                        {ca.get(), caKey.get()});
    const auto terminal = makeCertificate(clientKey.get(), client(kTerminal), {ca.get(), caKey.get()},
                                          {-kDay, std::chrono::seconds(terminalLasts).count()});
    if (server == nullptr || terminal == nullptr)
        return Fault{FaultCode::Bug, "pki: no certificate"};
    const bool written = writeCertificate(files.serverCertificate, server.get()) &&
                         writeKey(files.serverKey, serverKey.get()) &&
                         writeCertificate(files.clientCertificate, terminal.get()) &&
                         writeKey(files.clientKey, clientKey.get()) && writeKey(files.caKey, caKey.get()) &&
                         writeCertificate(files.ca, ca.get());
    if (!written)
        return Fault{FaultCode::StorageFull, "pki: cannot write the files"};
    return files;
}

} // namespace balady::sandbox
