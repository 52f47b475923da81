// X.509 as OpenSSL holds it: owners of its objects, and the chain from a signer to a trust list; private to this folder.
#pragma once

#include "kiosk/crypto/signed_data.h"

#include <openssl/x509.h>
#include <openssl/x509_vfy.h>

#include <memory>

namespace balady::crypto {

template <class T, auto free>
struct Free {
    void operator()(T* pointer) const { free(pointer); }
};
inline void freeStack(STACK_OF(X509) * stack) {
    sk_X509_pop_free(stack, X509_free);
}
using Certificate = std::unique_ptr<X509, Free<X509, X509_free>>;
using Stack = std::unique_ptr<STACK_OF(X509), Free<STACK_OF(X509), freeStack>>;

struct TrustList::Certificates {
    Stack all;
};

/// `sent` are certificates that came with the signer's and may stand between; null for none.
[[nodiscard]] SignerTrust trustIn(X509* signer, STACK_OF(X509) * sent, const TrustList& trust, WallTime at);

} // namespace balady::crypto
