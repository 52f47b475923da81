// Sealing: records encrypted for the disk, each bound to the place where it lies, under keys that can be renewed.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/base/secret.h"
#include "kiosk/crypto/crypto.h"

#include <array>
#include <string_view>
#include <vector>

namespace balady::crypto {

/// AES-256-GCM (NIST SP 800-38D): the ciphertext with the tag of 16 bytes behind it. `key` is 32 bytes, `nonce` 12 and
/// never used twice with a key. Bug for other lengths.
[[nodiscard]] Result<Bytes> aes256GcmSeal(ByteView key, ByteView nonce, ByteView associated, ByteView plain);
/// Tampered if the tag does not fit; Malformed if there is no room for one.
[[nodiscard]] Result<SecretBytes> aes256GcmOpen(ByteView key, ByteView nonce, ByteView associated,
                                                ByteView sealed);

/// The keys of a terminal: the first seals, every one of them opens. Immutable; any thread.
///
/// A sealed record is: 1 (version), the id of its key (4 bytes), a random nonce (12), ciphertext, tag (16). The first five
/// bytes and the record's place are the associated data. Random nonces are good for 2^32 records of a key (SP 800-38D,
/// 8.3), which no terminal comes near.
class Keyring {
  public:
    /// One key a line, 64 hexadecimal digits; at most 8. To renew a key, put the new one above the old. Malformed
    /// otherwise; the fault never quotes the text.
    [[nodiscard]] static Result<Keyring> parse(std::string_view text);
    /// A new key as such a line.
    [[nodiscard]] static SecretBytes freshLine();

    /// `place` says where the record belongs (row, part…); whoever moves it elsewhere makes it unreadable.
    [[nodiscard]] Result<Bytes> seal(ByteView plain, ByteView place,
                                     const RandomSource& random = randomBytes) const;
    /// NotFound if none of these keys sealed it; Malformed if it is no sealed record; Tampered if it was changed or
    /// belongs elsewhere.
    [[nodiscard]] Result<SecretBytes> open(ByteView sealed, ByteView place) const;

  private:
    using KeyId = std::array<std::uint8_t, 4>;
    struct Key {
        KeyId id{};
        SecretBytes bytes;
    };
    std::vector<Key> m_keys;
};

} // namespace balady::crypto
