// Issuer: who signed the chips among the seeds, and the one list of hashes that they ever signed.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/clock.h"
#include "kiosk/crypto/signed_data.h"

#include <string_view>

namespace balady::fuzz {

/// The zone of the card that was signed: a fictional citizen.
inline constexpr std::string_view kSignedZone = "I<SAUSA123456741000000016<<<<<"
                                                "9005178F3108169SAU<<<<<<<<<<<8"
                                                "ALSALEM<<NOURA<<<<<<<<<<<<<<<<";

/// The authority's certificate, as PEM and as whom to trust. Its key is gone, so that nothing else can be signed.
[[nodiscard]] std::string_view issuerCertificate();
[[nodiscard]] const crypto::TrustList& issuerTrusted();
/// A day on which it is valid.
[[nodiscard]] WallTime dayOfValidity();
/// Whether this is what was signed.
[[nodiscard]] bool isSignedContent(ByteView content);

} // namespace balady::fuzz
