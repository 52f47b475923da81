// BAC: Basic Access Control, which opens a chip to whoever has read the card's printed face (Doc
// 9303-11, 4.3).
#pragma once

#include "drivers/smartcard/apdu.h"
#include "drivers/smartcard/session_keys.h"
#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/base/secret.h"
#include "kiosk/crypto/crypto.h"
#include "kiosk/ports/card_reader.h"

#include <array>

namespace balady::smartcard {

/// Doc 9303-11, 9.7.2: what BAC and PACE make their first keys from: SHA-1 over three fields of the MRZ with their
/// check digits. A short document number is filled with '<' to nine characters. Malformed if a part cannot stand in
/// an MRZ.
[[nodiscard]] Result<SecretBytes> mrzSecret(const ports::AccessKey& printed);

/// The document's two keys, from the first 16 bytes of mrzSecret(); Malformed likewise.
[[nodiscard]] Result<KeyPair> documentKeys(const ports::AccessKey& printed);

/// The terminal's randomness, injected so that Doc 9303-11 appendix D can be replayed.
struct BacRandom {
    std::array<std::uint8_t, 8> challenge{}; ///< RND.IFD
    std::array<std::uint8_t, 16> keyPart{};  ///< K.IFD
    [[nodiscard]] static BacRandom from(const crypto::RandomSource& random);
    ~BacRandom();
};

/// The terminal's half of mutual authentication (Doc 9303-11, 4.3.2). One object, one attempt.
class BacHandshake {
  public:
    BacHandshake(KeyPair documentKeys, const BacRandom& random)
        : m_keys(std::move(documentKeys)), m_random(random) {}

    /// EXTERNAL AUTHENTICATE for the chip's eight-byte challenge; Malformed if it is not eight bytes.
    [[nodiscard]] Result<Command> authenticate(ByteView chipChallenge);
    /// The session that the chip's answer to authenticate() opens (Doc 9303-11, 9.8.6.3). Tampered if the chip
    /// does not prove that it knows the document's keys.
    [[nodiscard]] Result<Session> finish(ByteView answer) const;

  private:
    KeyPair m_keys;
    BacRandom m_random;
    std::array<std::uint8_t, 8> m_chipChallenge{};
};

} // namespace balady::smartcard
