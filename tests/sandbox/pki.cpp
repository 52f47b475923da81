#include "tests/sandbox/pki.h"

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

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
using Extension = std::unique_ptr<X509_EXTENSION, Release<X509_EXTENSION, X509_EXTENSION_free>>;

constexpr long kDay = 24L * 60 * 60;
constexpr long kLifetime = 3650 * kDay;

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

Certificate makeCertificate(EVP_PKEY* key, const Subject& subject, Issuer issuer) {
    Certificate certificate(X509_new());
    if (certificate == nullptr)
        return nullptr;
    X509* x = certificate.get();
    X509* issuing = issuer.certificate == nullptr ? x : issuer.certificate;
    X509_set_version(x, X509_VERSION_3);
    X509_NAME* name = X509_get_subject_name(x);
    const auto* text = reinterpret_cast<const unsigned char*>(subject.commonName);
    const bool made = setRandomSerial(x) && X509_gmtime_adj(X509_getm_notBefore(x), -kDay) != nullptr &&
                      X509_gmtime_adj(X509_getm_notAfter(x), kLifetime) != nullptr &&
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

} // namespace

Result<PkiFiles> developmentPki(const std::filesystem::path& folder) {
    PkiFiles files{folder / "ca.pem", folder / "server.pem", folder / "server.key", folder / "client.pem",
                   folder / "client.key"};
    std::error_code error;
    // ca.pem is written last: where it exists, so does everything that it signed.
    if (std::filesystem::exists(files.ca, error))
        return files;
    std::filesystem::create_directories(folder, error);

    const Key caKey(EVP_EC_gen("P-256"));
    const Key serverKey(EVP_EC_gen("P-256"));
    const Key clientKey(EVP_EC_gen("P-256"));
    if (caKey == nullptr || serverKey == nullptr || clientKey == nullptr)
        return Fault{FaultCode::Bug, "pki: no key"};
    const auto ca = makeCertificate(
        caKey.get(),
        {"Balady sandbox CA", "critical,CA:TRUE,pathlen:0", "critical,keyCertSign,cRLSign", nullptr, nullptr},
        {nullptr, caKey.get()});
    if (ca == nullptr)
        return Fault{FaultCode::Bug, "pki: no authority"};
    const auto server = makeCertificate(serverKey.get(),
                                        {"localhost", "critical,CA:FALSE", "critical,digitalSignature",
                                         "serverAuth", "DNS:localhost,IP:127.0.0.1"},
                                        {ca.get(), caKey.get()});
    const auto client = makeCertificate(
        clientKey.get(),
        {"terminal-0001", "critical,CA:FALSE", "critical,digitalSignature", "clientAuth", nullptr},
        {ca.get(), caKey.get()});
    if (server == nullptr || client == nullptr)
        return Fault{FaultCode::Bug, "pki: no certificate"};
    const bool written = writeCertificate(files.serverCertificate, server.get()) &&
                         writeKey(files.serverKey, serverKey.get()) &&
                         writeCertificate(files.clientCertificate, client.get()) &&
                         writeKey(files.clientKey, clientKey.get()) && writeCertificate(files.ca, ca.get());
    if (!written)
        return Fault{FaultCode::StorageFull, "pki: cannot write the files"};
    return files;
}

} // namespace balady::sandbox
