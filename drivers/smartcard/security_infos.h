// SecurityInfos: which protocols a chip offers before it is opened, as EF.CardAccess says (Doc 9303-11, 9.2).
#pragma once

#include "drivers/smartcard/session_keys.h"
#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/crypto/elliptic_curve.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace balady::smartcard {

/// A way to run PACE that this driver speaks: generic mapping over elliptic curves, version 2.
struct PaceOffer {
    Cipher cipher = Cipher::Aes128;
    crypto::Curve curve = crypto::Curve::NistP256;
    std::uint8_t parameterId = 0; ///< of the curve, Doc 9303-11, 9.5.1
    bool ambiguous = false;       ///< the chip offers another curve for the same protocol: it must be named
};

/// id-PACE-ECDH-GM with this cipher, without tag and length (Doc 9303-11, 9.2.1).
[[nodiscard]] std::array<std::uint8_t, 10> paceProtocol(Cipher cipher);

/// What EF.CardAccess offers that we speak, in the chip's order; other mappings, finite fields, proprietary domain
/// parameters and other protocols are passed over. Malformed on anything that is not a set of SecurityInfos.
[[nodiscard]] Result<std::vector<PaceOffer>> parseCardAccess(ByteView file);

/// The offer with the strongest cipher, the chip's first among equals.
[[nodiscard]] std::optional<PaceOffer> strongest(const std::vector<PaceOffer>& offers);

} // namespace balady::smartcard
