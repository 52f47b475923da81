// LicenceSigner: signs the sandbox's licences.
#pragma once

#include "kiosk/model/request.h"
#include "tests/sandbox/signing_key.h"

#include <string>

namespace balady::sandbox {

class LicenceSigner {
  public:
    explicit LicenceSigner(Database& database);
    /// The licence as a compact JWS (EdDSA). Throws StorageError if the claims break their own schema.
    [[nodiscard]] std::string sign(const model::Licence& licence) const;
    /// JWK Set (RFC 7517) with the public key.
    [[nodiscard]] std::string keySet() const { return m_key.keySet(); }

  private:
    SigningKey m_key;
};

} // namespace balady::sandbox
