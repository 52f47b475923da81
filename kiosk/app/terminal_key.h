// TerminalKey: the one secret that this terminal's own keys come from; private to kiosk/app.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/base/secret.h"
#include "kiosk/settings/settings.h"

#include <cstddef>
#include <string_view>

namespace balady::app {

/// Whoever has it can sign an audit trail as this terminal, so it is where a terminal's secrets are (settings::KeySource).
/// Immutable; any thread.
class TerminalKey {
  public:
    /// One line of 64 hexadecimal digits. Faults: those of readKeyText(), Malformed.
    [[nodiscard]] static Result<TerminalKey> read(const settings::KeySource& from);

    /// The key for that purpose: always the same, and nothing can be told from it of another one's (HKDF, RFC 5869).
    [[nodiscard]] Result<SecretBytes> keyFor(std::string_view purpose, std::size_t bytes) const;

  private:
    explicit TerminalKey(SecretBytes secret) : m_secret(std::move(secret)) {}
    SecretBytes m_secret;
};

} // namespace balady::app
