#include "kiosk/crypto/signed_data.h"

#include "kiosk/crypto/x509_chain.h"

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/pem.h>

#include <array>
#include <cstdlib>
#include <string>

namespace balady::crypto {
namespace {

using Stream = std::unique_ptr<BIO, Free<BIO, BIO_free_all>>;
using Message = std::unique_ptr<CMS_ContentInfo, Free<CMS_ContentInfo, CMS_ContentInfo_free>>;

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
