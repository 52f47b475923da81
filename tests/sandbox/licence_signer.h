// LicenceSigner: the key that signs the sandbox's licences, made once and kept in its database.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/model/request.h"
#include "tests/sandbox/database.h"

#include <string>

namespace balady::sandbox {

class LicenceSigner {
  public:
    explicit LicenceSigner(Database& database);
    /// The licence as a compact JWS (EdDSA). Throws StorageError if the claims break their own schema.
    [[nodiscard]] std::string sign(const model::Licence& licence) const;
    /// JWK Set (RFC 7517) with the public key.
    [[nodiscard]] std::string keySet() const;

  private:
    Bytes m_privateKey;
};

} // namespace balady::sandbox
