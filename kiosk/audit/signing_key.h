// SigningKey: the terminal's own key for its audit trail; never leaves the terminal.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/secret.h"

namespace balady::audit {

class SigningKey {
  public:
    /// The private key of Ed25519 (RFC 8032, 5.1.5). Malformed for another length than kSize.
    [[nodiscard]] static Result<SigningKey> fromSeed(SecretBytes seed);
    static constexpr std::size_t kSize = 32;

    /// Ed25519 (RFC 8032).
    [[nodiscard]] Result<Bytes> sign(std::string_view text) const;
    /// For whoever examines the trail; lower-case hexadecimal.
    [[nodiscard]] const std::string& publicKey() const { return m_public; }

  private:
    SigningKey(SecretBytes seed, std::string publicKey)
        : m_seed(std::move(seed)), m_public(std::move(publicKey)) {}
    SecretBytes m_seed;
    std::string m_public;
};

} // namespace balady::audit
