// SigningKey: an Ed25519 key of the platform, made once and kept in its database; no two purposes share one.
#pragma once

#include "kiosk/base/bytes.h"
#include "tests/sandbox/database.h"

#include <string>
#include <string_view>

namespace balady::sandbox {

class SigningKey {
  public:
    /// The key of this name; `keyId` is its "kid".
    SigningKey(Database& database, std::string_view name, std::string keyId);

    [[nodiscard]] const Bytes& secret() const { return m_secret; }
    [[nodiscard]] const std::string& id() const { return m_id; }
    /// JWK Set (RFC 7517) with the public key.
    [[nodiscard]] std::string keySet() const;

  private:
    Bytes m_secret;
    std::string m_id;
};

} // namespace balady::sandbox
