#include "kiosk/crypto/signed_data.h"

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509_vfy.h>

#include <array>
#include <cstdlib>
#include <string>

namespace balady::crypto {
namespace {

template <class T, auto free>
struct Free {
    void operator()(T* pointer) const { free(pointer); }
};
void freeStack(STACK_OF(X509) * stack) {
    sk_X509_pop_free(stack, X509_free);
}
using Stream = std::unique_ptr<BIO, Free<BIO, BIO_free_all>>;
using Certificate = std::unique_ptr<X509, Free<X509, X509_free>>;
using Stack = std::unique_ptr<STACK_OF(X509), Free<STACK_OF(X509), freeStack>>;
using Message = std::unique_ptr<CMS_ContentInfo, Free<CMS_ContentInfo, CMS_ContentInfo_free>>;
using Store = std::unique_ptr<X509_STORE, Free<X509_STORE, X509_STORE_free>>;
using Chain = std::unique_ptr<X509_STORE_CTX, Free<X509_STORE_CTX, X509_STORE_CTX_free>>;

Fault fault(FaultCode code, std::string_view what) {
    const auto error = ERR_peek_last_error();
    std::string context = "signed data: " + std::string(what);
    if (const char* reason = ERR_reason_error_string(error))
        context += std::string(": ") + reason;
    ERR_clear_error();
    return {code, std::move(context)};
}

/// The signature is wrong, and not merely of a kind that this library does not compute.
bool lastErrorIsOfTheSignature() {
    const auto error = ERR_peek_last_error();
    if (ERR_GET_LIB(error) != ERR_LIB_CMS)
        return false;
    switch (ERR_GET_REASON(error)) {
    case CMS_R_VERIFICATION_FAILURE:
    case CMS_R_CONTENT_VERIFY_ERROR:
    case CMS_R_MESSAGEDIGEST_WRONG_LENGTH:
    case CMS_R_MESSAGEDIGEST_ATTRIBUTE_WRONG_LENGTH: return true;
    default: return false;
    }
}

Result<Bytes> contentTypeOf(CMS_ContentInfo* message) {
    const auto* type = CMS_get0_eContentType(message);
    if (type == nullptr)
        return fault(FaultCode::Malformed, "no content type");
    const auto* bytes = OBJ_get0_data(type);
    return Bytes(bytes, bytes + OBJ_length(type));
}

} // namespace

struct TrustList::Certificates {
    Stack all;
};

Result<TrustList> TrustList::fromPem(std::string_view pem) {
    ERR_clear_error();
    const Stream stream(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    auto certificates = std::make_shared<Certificates>();
    certificates->all.reset(sk_X509_new_null());
    if (!stream || !certificates->all)
        std::abort();
    while (Certificate next{PEM_read_bio_X509(stream.get(), nullptr, nullptr, nullptr)})
        sk_X509_push(certificates->all.get(), next.release());
    const auto end = ERR_peek_last_error();
    if (ERR_GET_LIB(end) != ERR_LIB_PEM || ERR_GET_REASON(end) != PEM_R_NO_START_LINE)
        return fault(FaultCode::Malformed, "trust list");
    ERR_clear_error();
    if (sk_X509_num(certificates->all.get()) == 0)
        return Fault{FaultCode::Malformed, "trust list: no certificate"};
    TrustList out;
    out.m_certificates = std::move(certificates);
    return out;
}

std::size_t TrustList::size() const {
    return m_certificates ? static_cast<std::size_t>(sk_X509_num(m_certificates->all.get())) : 0;
}

namespace {

SignerTrust trustIn(X509* signer, STACK_OF(X509) * sent, const TrustList& trust, WallTime at) {
    if (trust.size() == 0)
        return SignerTrust::Unknown;
    const Store store(X509_STORE_new());
    const Chain chain(X509_STORE_CTX_new());
    if (!store || !chain)
        std::abort();
    auto* anchors = trust.certificates()->all.get();
    for (int i = 0; i < sk_X509_num(anchors); ++i)
        X509_STORE_add_cert(store.get(), sk_X509_value(anchors, i));
    if (X509_STORE_CTX_init(chain.get(), store.get(), signer, sent) != 1)
        return SignerTrust::Unknown;
    // A signer's own certificate may be on the list, without its authority.
    X509_STORE_CTX_set_flags(chain.get(), X509_V_FLAG_PARTIAL_CHAIN);
    X509_STORE_CTX_set_time(chain.get(), 0, std::chrono::system_clock::to_time_t(at));
    const bool trusted = X509_verify_cert(chain.get()) == 1;
    ERR_clear_error();
    if (trusted)
        return SignerTrust::Trusted;
    switch (X509_STORE_CTX_get_error(chain.get())) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
    case X509_V_ERR_CERT_NOT_YET_VALID: return SignerTrust::Expired;
    default: return SignerTrust::Unknown;
    }
}

} // namespace

Result<SignedData> verifySignedData(ByteView der, const TrustList& trust, WallTime at) {
    ERR_clear_error();
    const auto* next = der.data();
    const Message message(d2i_CMS_ContentInfo(nullptr, &next, static_cast<long>(der.size())));
    if (!message || next != der.data() + der.size() ||
        OBJ_obj2nid(CMS_get0_type(message.get())) != NID_pkcs7_signed)
        return fault(FaultCode::Malformed, "not a signed message");
    auto type = contentTypeOf(message.get());
    if (!type)
        return type.error();
    auto** content = CMS_get0_content(message.get());
    if (content == nullptr || *content == nullptr)
        return fault(FaultCode::Malformed, "no content");
    auto* signers = CMS_get0_SignerInfos(message.get());
    if (sk_CMS_SignerInfo_num(signers) != 1) // with none, CMS_verify() would find nothing wrong
        return fault(FaultCode::Malformed, "not one signer");

    SignedData out;
    out.contentType = std::move(*type);
    out.content.assign(ASN1_STRING_get0_data(*content),
                       ASN1_STRING_get0_data(*content) + ASN1_STRING_length(*content));
    auto* listed = trust.size() == 0 ? nullptr : trust.certificates()->all.get();
    if (CMS_verify(message.get(), listed, nullptr, nullptr, nullptr,
                   CMS_NO_SIGNER_CERT_VERIFY | CMS_BINARY) != 1) {
        const auto error = ERR_peek_last_error();
        if (ERR_GET_LIB(error) == ERR_LIB_CMS &&
            ERR_GET_REASON(error) == CMS_R_SIGNER_CERTIFICATE_NOT_FOUND) {
            ERR_clear_error();
            return out; // whoever signed did not say who they are
        }
        return fault(lastErrorIsOfTheSignature() ? FaultCode::Tampered : FaultCode::Malformed, "signature");
    }
    X509* signer = nullptr;
    CMS_SignerInfo_get0_algs(sk_CMS_SignerInfo_value(signers, 0), nullptr, &signer, nullptr, nullptr);
    const Stack sent(CMS_get1_certs(message.get()));
    out.signer = trustIn(signer, sent.get(), trust, at);
    return out;
}

} // namespace balady::crypto
