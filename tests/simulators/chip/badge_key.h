// BadgeKey: the key in a technician's badge and the certificate that says so.
#pragma once

#include "kiosk/base/bytes.h"
#include "tests/simulators/chip/document_signer.h"

#include <memory>

namespace balady::simulators {

class BadgeKey {
  public:
    enum class Validity { Current, Expired };
    BadgeKey(const IssuingAuthority& authority, Validity validity);

    [[nodiscard]] Bytes certificate() const; ///< DER
    [[nodiscard]] std::string pem() const;
    /// ECDSA (DER) over a digest, as the key in a card makes it.
    [[nodiscard]] Bytes sign(ByteView digest) const;

  private:
    std::shared_ptr<const KeyAndCertificate> m_own;
};

} // namespace balady::simulators
