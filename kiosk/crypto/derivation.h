// Derivation: several keys out of one secret, so that a terminal has one to guard; any thread.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/base/secret.h"

#include <cstddef>

namespace balady::crypto {

/// HKDF with SHA-256 (RFC 5869). `info` says what the key is for: those of two purposes tell nothing of each other. Bug for a
/// length that it cannot give (0, or more than 8160 bytes).
[[nodiscard]] Result<SecretBytes> hkdfSha256(ByteView secret, ByteView salt, ByteView info,
                                             std::size_t length);

} // namespace balady::crypto
