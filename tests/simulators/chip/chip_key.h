// ChipKey: the key with which a simulated chip proves that it is no copy (Doc 9303-11, 6.1).
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/crypto/crypto.h"

#include <openssl/evp.h>

#include <memory>

namespace balady::simulators {

class ChipKey {
  public:
    enum class Kind { EcP256, EcBrainpoolP384, Rsa1024, Rsa2048 };
    explicit ChipKey(Kind kind);

    /// EF.DG15.
    [[nodiscard]] Bytes dg15() const;
    /// The answer to INTERNAL AUTHENTICATE. An RSA key with SHA-1 has the trailer of one byte.
    [[nodiscard]] Bytes prove(ByteView challenge,
                              crypto::HashAlgorithm algorithm = crypto::HashAlgorithm::Sha256) const;
    /// RSA alone, without any form: `block` is as long as the modulus, and a smaller number.
    [[nodiscard]] Bytes encipher(ByteView block) const;

  private:
    [[nodiscard]] Bytes signPlain(ByteView digest) const;

    std::shared_ptr<EVP_PKEY> m_key;
};

} // namespace balady::simulators
