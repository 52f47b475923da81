// SigningKey: the terminal's own key for its audit trail; made once, and never leaves the terminal.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/secret.h"

#include <filesystem>

namespace balady::audit {

class SigningKey {
  public:
    /// Reads `file`, or makes a key and keeps it there, readable by the account alone. AccessDenied, or Malformed if the file
    /// holds anything but 32 bytes: a key that is gone is a matter for people, not made anew in silence.
    [[nodiscard]] static Result<SigningKey> open(const std::filesystem::path& file);

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
