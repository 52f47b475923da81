// SignedData: CMS signatures of documents by people whom a list of certificates vouches for (RFC 5652, RFC 5280).
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"

#include <memory>
#include <string_view>
#include <vector>

namespace balady::crypto {

/// Certificates that are trusted by themselves: authorities, and single signers. Cheap to copy; any thread.
class TrustList {
  public:
    /// Trusts nobody.
    TrustList() = default;
    /// PEM certificates one after the other; text between them is a comment. Malformed if there is none, or one
    /// that cannot be read.
    [[nodiscard]] static Result<TrustList> fromPem(std::string_view pem);

    [[nodiscard]] std::size_t size() const;

    struct Certificates;
    [[nodiscard]] const Certificates* certificates() const { return m_certificates.get(); }

  private:
    std::shared_ptr<const Certificates> m_certificates;
};

/// What the trust list says of a signer.
enum class SignerTrust {
    Trusted, ///< on the list, or a chain leads there, and every certificate of it is valid at the time asked for
    Unknown, ///< nobody on the list vouches for them, or their certificate is not there
    Expired  ///< the chain is there, but a certificate of it is not valid yet or any more
};

/// A document whose signature fits the certificate that came with it.
struct SignedData {
    Bytes contentType; ///< object identifier, without tag and length
    Bytes content;
    SignerTrust signer = SignerTrust::Unknown;
};

/// Reads and verifies CMS SignedData with one signer. Malformed if it is none, or if the signature is of a kind that
/// cannot be computed; Tampered if the signature does not fit the content.
[[nodiscard]] Result<SignedData> verifySignedData(ByteView der, const TrustList& trust, WallTime at);

} // namespace balady::crypto
