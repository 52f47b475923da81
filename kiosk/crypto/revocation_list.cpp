#include "kiosk/crypto/revocation_list.h"

#include "kiosk/crypto/x509_chain.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <vector>

namespace balady::crypto {

struct RevocationList::Lists {
    std::vector<std::unique_ptr<X509_CRL, Free<X509_CRL, X509_CRL_free>>> all;
};

namespace {

using Bio = std::unique_ptr<BIO, Free<BIO, BIO_free_all>>;

/// What is critical and not understood must not be used (RFC 5280, 5.2).
bool isWhole(const X509_CRL* list) {
    for (int i = 0; i < X509_CRL_get_ext_count(list); ++i)
        if (X509_EXTENSION_get_critical(X509_CRL_get_ext(list, i)) != 0)
            return false;
    return X509_CRL_get0_nextUpdate(list) != nullptr;
}

bool isSignedByOneOf(X509_CRL* list, const TrustList& issuers) {
    if (issuers.size() == 0)
        return false;
    auto* all = issuers.certificates()->all.get();
    for (int i = 0; i < sk_X509_num(all); ++i) {
        auto* issuer = sk_X509_value(all, i);
        const bool named = X509_NAME_cmp(X509_get_subject_name(issuer), X509_CRL_get_issuer(list)) == 0;
        // An authority whose certificate says what its key is for must say that too (RFC 5280, 4.2.1.3).
        const bool may = (X509_get_key_usage(issuer) & X509v3_KU_CRL_SIGN) != 0;
        if (named && may && X509_CRL_verify(list, X509_get0_pubkey(issuer)) == 1)
            return true;
    }
    ERR_clear_error();
    return false;
}

} // namespace

Result<RevocationList> RevocationList::fromPem(std::string_view pem, const TrustList& issuers) {
    ERR_clear_error();
    const Bio stream(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    if (!stream)
        std::abort();
    auto lists = std::make_shared<Lists>();
    while (auto* next = PEM_read_bio_X509_CRL(stream.get(), nullptr, nullptr, nullptr))
        lists->all.emplace_back(next);
    const auto end = ERR_peek_last_error();
    ERR_clear_error();
    if (ERR_GET_LIB(end) != ERR_LIB_PEM || ERR_GET_REASON(end) != PEM_R_NO_START_LINE)
        return Fault{FaultCode::Malformed, "revocation list"};
    if (lists->all.empty())
        return Fault{FaultCode::Malformed, "revocation list: none is there"};
    for (const auto& list : lists->all) {
        if (!isWhole(list.get()))
            return Fault{FaultCode::Malformed, "revocation list: of a part, or without a next one"};
        if (!isSignedByOneOf(list.get(), issuers))
            return Fault{FaultCode::Tampered, "revocation list: signed by nobody on the trust list"};
    }
    RevocationList out;
    out.m_lists = std::move(lists);
    return out;
}

Result<bool> RevocationList::withdraws(ByteView certificate) const {
    const auto* next = certificate.data();
    const Certificate read(d2i_X509(nullptr, &next, static_cast<long>(certificate.size())));
    if (!read || next != certificate.data() + certificate.size()) {
        ERR_clear_error();
        return Fault{FaultCode::Malformed, "certificate"};
    }
    if (!m_lists)
        return false;
    for (const auto& list : m_lists->all) {
        X509_REVOKED* entry = nullptr;
        if (X509_NAME_cmp(X509_CRL_get_issuer(list.get()), X509_get_issuer_name(read.get())) == 0 &&
            X509_CRL_get0_by_cert(list.get(), &entry, read.get()) == 1) // 2: taken off the list again
            return true;
    }
    return false;
}

bool RevocationList::isOld(WallTime at) const {
    if (!m_lists)
        return false;
    auto now = std::chrono::system_clock::to_time_t(at);
    for (const auto& list : m_lists->all)
        if (X509_cmp_time(X509_CRL_get0_lastUpdate(list.get()), &now) >= 0 ||
            X509_cmp_time(X509_CRL_get0_nextUpdate(list.get()), &now) <= 0)
            return true;
    return false;
}

} // namespace balady::crypto
