// ActiveAuthentication: whether a chip holds the private key that belongs to a public one (Doc 9303-11, 6.1).
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"

#include <cstddef>
#include <memory>

namespace balady::crypto {

enum class Proof {
    Given,        ///< the holder of the private key answered
    Wrong,        ///< somebody else did
    NotUnderstood ///< an answer of another size, or with a hash that is not computed here
};

/// One public key: RSA of 1,024 to 4,096 bits, which signs by ISO/IEC 9796-2 (scheme 1, with partial recovery), or one on an
/// elliptic curve, which signs by plain ECDSA (BSI TR-03111, 5.2.1).
class ActiveAuthentication {
  public:
    /// What the chip is asked to sign has so many bytes, made anew each time.
    static constexpr std::size_t kChallengeSize = 8;

    /// From a SubjectPublicKeyInfo (DER; RFC 5280, 4.1), with named or explicit parameters. Malformed if it is none, not only
    /// one, or of another kind or size.
    [[nodiscard]] static Result<ActiveAuthentication> withKey(ByteView subjectPublicKeyInfo);

    /// Bytes of a right answer.
    [[nodiscard]] std::size_t answerSize() const;
    /// The hash of ECDSA is whichever fits: EF.DG14 would name it, and whoever can sign with any of them has the key.
    [[nodiscard]] Proof judge(ByteView challenge, ByteView answer) const;

  private:
    struct Key;
    explicit ActiveAuthentication(std::shared_ptr<const Key> key) : m_key(std::move(key)) {}

    std::shared_ptr<const Key> m_key;
};

} // namespace balady::crypto
