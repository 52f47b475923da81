// KeyAndCertificate: keys on P-256 with certificates, made when they are needed and kept nowhere; as OpenSSL holds them.
#pragma once

#include "kiosk/base/bytes.h"

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>
#include <string>
#include <vector>

namespace balady::simulators {

template <class T, auto free>
struct Free {
    void operator()(T* pointer) const { free(pointer); }
};

struct KeyAndCertificate {
    std::unique_ptr<EVP_PKEY, Free<EVP_PKEY, EVP_PKEY_free>> key;
    std::unique_ptr<X509, Free<X509, X509_free>> certificate;
};

/// Throws where `good` is false: OpenSSL refused what it never refuses.
void must(bool good);

/// Signed by `issuer`, or by itself: then it is an authority's. Valid from and to so many seconds from now.
[[nodiscard]] std::shared_ptr<const KeyAndCertificate>
issue(const std::string& name, const KeyAndCertificate* issuer, long validFrom, long validTo);

[[nodiscard]] std::string pemOf(const KeyAndCertificate& own);

/// A revocation list (PEM) of that issuer with these certificates (DER) on it, of and until so many seconds from now.
[[nodiscard]] std::string withdraw(const KeyAndCertificate& issuer, const std::vector<Bytes>& certificates,
                                   long from, long to);

} // namespace balady::simulators
