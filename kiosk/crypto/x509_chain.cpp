#include "kiosk/crypto/x509_chain.h"

#include <openssl/err.h>

#include <cstdlib>

namespace balady::crypto {
namespace {

using Store = std::unique_ptr<X509_STORE, Free<X509_STORE, X509_STORE_free>>;
using Chain = std::unique_ptr<X509_STORE_CTX, Free<X509_STORE_CTX, X509_STORE_CTX_free>>;

} // namespace

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

} // namespace balady::crypto
