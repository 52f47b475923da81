#include "kiosk/crypto/renewal.h"

#include "kiosk/crypto/x509_chain.h"

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cstdlib>
#include <ctime>
#include <vector>

namespace balady::crypto {
namespace {

using Stream = std::unique_ptr<BIO, Free<BIO, BIO_free_all>>;
using Message = std::unique_ptr<CMS_ContentInfo, Free<CMS_ContentInfo, CMS_ContentInfo_free>>;
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY, EVP_PKEY_free>>;
using Request = std::unique_ptr<X509_REQ, Free<X509_REQ, X509_REQ_free>>;
using Decoding = std::unique_ptr<EVP_ENCODE_CTX, Free<EVP_ENCODE_CTX, EVP_ENCODE_CTX_free>>;

/// A chain of a few certificates has a few kilobytes.
constexpr std::size_t kLongestAnswer = 64UL * 1024;

Fault malformed(std::string_view what) {
    ERR_clear_error();
    return {FaultCode::Malformed, "renewal: " + std::string(what)};
}
Fault unfit(std::string_view what) {
    ERR_clear_error();
    return {FaultCode::Tampered, "renewal: " + std::string(what)};
}

Stream over(std::string_view text) {
    Stream stream(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
    if (!stream)
        std::abort();
    return stream;
}

/// All certificates of a PEM file, one at least.
Result<std::vector<Certificate>> readPem(std::string_view pem) {
    const auto stream = over(pem);
    std::vector<Certificate> all;
    while (Certificate next{PEM_read_bio_X509(stream.get(), nullptr, nullptr, nullptr)})
        all.push_back(std::move(next));
    const auto end = ERR_peek_last_error();
    if (all.empty() || ERR_GET_LIB(end) != ERR_LIB_PEM || ERR_GET_REASON(end) != PEM_R_NO_START_LINE)
        return malformed("certificate cannot be read");
    ERR_clear_error();
    return all;
}

std::string toPem(const std::vector<Certificate>& all) {
    const Stream stream(BIO_new(BIO_s_mem()));
    if (!stream)
        std::abort();
    for (const auto& certificate : all)
        if (PEM_write_bio_X509(stream.get(), certificate.get()) != 1)
            std::abort();
    char* text = nullptr;
    const auto size = BIO_get_mem_data(stream.get(), &text);
    return {text, static_cast<std::size_t>(size)};
}

std::string toBase64(ByteView bytes) {
    std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0'); // OpenSSL writes a NUL behind it
    const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), bytes.data(),
                                     static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(size));
    return text;
}

/// Line ends are allowed (RFC 7030, 4.1.3; RFC 2045, 6.8).
Result<Bytes> fromBase64(std::string_view text) {
    const Decoding decoding(EVP_ENCODE_CTX_new());
    if (!decoding)
        std::abort();
    Bytes bytes(text.size() + 3);
    int size = 0;
    int rest = 0;
    EVP_DecodeInit(decoding.get());
    if (text.size() > kLongestAnswer ||
        EVP_DecodeUpdate(decoding.get(), bytes.data(), &size,
                         reinterpret_cast<const unsigned char*>(text.data()),
                         static_cast<int>(text.size())) < 0 ||
        EVP_DecodeFinal(decoding.get(), bytes.data() + size, &rest) != 1)
        return malformed("no base64");
    bytes.resize(static_cast<std::size_t>(size) + static_cast<std::size_t>(rest));
    return bytes;
}

std::chrono::sys_seconds secondsOf(const ASN1_TIME* time) {
    std::tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    return std::chrono::sys_seconds{std::chrono::seconds{timegm(&parts)}};
}

Validity validity(X509* certificate) {
    return {secondsOf(X509_get0_notBefore(certificate)), secondsOf(X509_get0_notAfter(certificate))};
}

X509_EXTENSION* alternativeNames(X509* certificate) {
    return X509_get_ext(certificate, X509_get_ext_by_NID(certificate, NID_subject_alt_name, -1));
}

bool haveSameNames(X509* one, X509* other) {
    if (X509_NAME_cmp(X509_get_subject_name(one), X509_get_subject_name(other)) != 0)
        return false;
    auto* first = alternativeNames(one);
    auto* second = alternativeNames(other);
    if (first == nullptr || second == nullptr)
        return first == second;
    return ASN1_OCTET_STRING_cmp(X509_EXTENSION_get_data(first), X509_EXTENSION_get_data(second)) == 0;
}

bool haveSameKey(X509* one, X509* other) {
    auto* first = X509_get0_pubkey(one);
    auto* second = X509_get0_pubkey(other);
    return first != nullptr && second != nullptr && EVP_PKEY_eq(first, second) == 1;
}

/// The first of `all` is the successor; the others may stand between it and the authority.
Result<Done> judge(const std::vector<Certificate>& all, X509* present, const TrustList& authority,
                   WallTime at) {
    auto* successor = all.front().get();
    if (!haveSameKey(successor, present))
        return unfit("the certificate is of another key");
    if (!haveSameNames(successor, present))
        return unfit("the certificate is for somebody else");
    if (X509_check_purpose(successor, X509_PURPOSE_SSL_CLIENT, 0) != 1)
        return unfit("the certificate is not for clients");
    const Stack between(sk_X509_new_null());
    if (!between)
        std::abort();
    for (std::size_t i = 1; i < all.size(); ++i) {
        X509_up_ref(all[i].get());
        sk_X509_push(between.get(), all[i].get());
    }
    switch (trustIn(successor, between.get(), authority, at)) {
    case SignerTrust::Trusted: break;
    case SignerTrust::Unknown: return unfit("the certificate is of another authority");
    case SignerTrust::Expired: return unfit("the certificate is not valid now");
    }
    if (validity(successor).until <= validity(present).until)
        return unfit("the certificate does not last longer than the present one");
    return Done{};
}

/// EdDSA has a digest of its own.
const EVP_MD* digestFor(EVP_PKEY* key) {
    return EVP_PKEY_is_a(key, "ED25519") == 1 || EVP_PKEY_is_a(key, "ED448") == 1 ? nullptr : EVP_sha256();
}

/// False only if the certificate's names cannot be copied.
bool copyAlternativeNames(X509* from, X509_REQ* to) {
    auto* names = alternativeNames(from);
    if (names == nullptr)
        return true;
    STACK_OF(X509_EXTENSION)* extensions = sk_X509_EXTENSION_new_null();
    const bool copied = extensions != nullptr && sk_X509_EXTENSION_push(extensions, names) == 1 &&
                        X509_REQ_add_extensions(to, extensions) == 1;
    sk_X509_EXTENSION_free(extensions); // the extension is the certificate's
    return copied;
}

} // namespace

Result<Validity> validityOf(std::string_view pem) {
    const auto all = readPem(pem);
    if (!all)
        return all.error();
    return validity(all->front().get());
}

Result<std::string> holderOf(std::string_view pem) {
    const auto all = readPem(pem);
    if (!all)
        return all.error();
    const auto* const subject = X509_get_subject_name(all->front().get());
    const int at = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
    if (at < 0 || X509_NAME_get_index_by_NID(subject, NID_commonName, at) >= 0)
        return malformed("the certificate has no common name, or several");
    unsigned char* text = nullptr;
    const int size = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at)));
    const std::unique_ptr<unsigned char, void (*)(unsigned char*)> own(
        text, [](unsigned char* p) { OPENSSL_free(p); });
    if (size < 0)
        return malformed("the common name is no text");
    return std::string(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size));
}

Result<std::string> renewalRequest(std::string_view certificate, const SecretText& privateKey) {
    const auto all = readPem(certificate);
    if (!all)
        return all.error();
    auto* present = all->front().get();
    // The empty passphrase keeps OpenSSL from asking for one at the console.
    char none[] = "";
    const Key key(PEM_read_bio_PrivateKey(over(privateKey.reveal()).get(), nullptr, nullptr, none));
    if (!key)
        return malformed("private key cannot be read");
    if (X509_check_private_key(present, key.get()) != 1) {
        ERR_clear_error();
        return Fault{FaultCode::Refused, "renewal: the private key is not the certificate's"};
    }
    const Request request(X509_REQ_new());
    if (!request || X509_REQ_set_version(request.get(), X509_REQ_VERSION_1) != 1 ||
        X509_REQ_set_subject_name(request.get(), X509_get_subject_name(present)) != 1 ||
        X509_REQ_set_pubkey(request.get(), key.get()) != 1 || !copyAlternativeNames(present, request.get()) ||
        X509_REQ_sign(request.get(), key.get(), digestFor(key.get())) <= 0)
        return malformed("request cannot be made");
    unsigned char* der = nullptr;
    const int size = i2d_X509_REQ(request.get(), &der);
    if (size <= 0)
        std::abort();
    auto text = toBase64({der, static_cast<std::size_t>(size)});
    OPENSSL_free(der);
    return text;
}

Result<std::string> successorIn(std::string_view answer, std::string_view present, const TrustList& authority,
                                WallTime at) {
    const auto own = readPem(present);
    if (!own)
        return own.error();
    const auto der = fromBase64(answer);
    if (!der)
        return der.error();
    const auto* next = der->data();
    const Message message(d2i_CMS_ContentInfo(nullptr, &next, static_cast<long>(der->size())));
    if (!message || next != der->data() + der->size() ||
        OBJ_obj2nid(CMS_get0_type(message.get())) != NID_pkcs7_signed)
        return malformed("not a message with certificates");
    const Stack sent(CMS_get1_certs(message.get()));
    // The order of certificates in a CMS says nothing (they are a SET): ours is the one with our key.
    std::vector<Certificate> all;
    while (sent && sk_X509_num(sent.get()) > 0) {
        Certificate one(sk_X509_pop(sent.get()));
        const bool isOurs = haveSameKey(one.get(), own->front().get());
        all.insert(isOurs ? all.begin() : all.end(), std::move(one));
    }
    if (all.empty())
        return malformed("no certificate");
    if (auto good = judge(all, own->front().get(), authority, at); !good)
        return good.error();
    return toPem(all);
}

Result<Done> judgeSuccessor(std::string_view successor, std::string_view present, const TrustList& authority,
                            WallTime at) {
    const auto all = readPem(successor);
    if (!all)
        return all.error();
    const auto own = readPem(present);
    if (!own)
        return own.error();
    return judge(*all, own->front().get(), authority, at);
}

} // namespace balady::crypto
