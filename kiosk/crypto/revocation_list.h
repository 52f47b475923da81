// RevocationList: certificates that whoever issued them has withdrawn (CRL, RFC 5280 section 5).
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "kiosk/crypto/signed_data.h"

#include <memory>
#include <string_view>

namespace balady::crypto {

/// Cheap to copy; any thread.
class RevocationList {
  public:
    /// Nobody has withdrawn anything.
    RevocationList() = default;
    /// PEM lists one after the other; text between them is a comment. Malformed if there is none, one that cannot be read,
    /// that does not say when the next one comes, or that is critical of something we don't know (delta lists, lists of a part:
    /// RFC 5280, 5.2.4 and 5.2.5). Tampered if none of `issuers` signed it.
    [[nodiscard]] static Result<RevocationList> fromPem(std::string_view pem, const TrustList& issuers);

    /// Whether the certificate (DER) is on the list of its issuer. Malformed if it is none.
    [[nodiscard]] Result<bool> withdraws(ByteView certificate) const;
    /// Whether one of the lists is not of today: a newer one should be here, or the clock is wrong.
    [[nodiscard]] bool isOld(WallTime at) const;

    struct Lists;

  private:
    std::shared_ptr<const Lists> m_lists;
};

} // namespace balady::crypto
