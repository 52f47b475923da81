// PassiveAuthentication: whether a chip's files are as their issuer signed them (Doc 9303-11, 5.1); pure.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/clock.h"
#include "kiosk/crypto/signed_data.h"
#include "kiosk/model/card.h"

#include <map>
#include <string_view>

namespace balady::smartcard {

struct Verdict {
    model::Authenticity authenticity = model::Authenticity::NotVerified;
    std::string_view reason; ///< lower_snake, for logs
};

/// Judges the data groups that were read, by number, against EF.SOD, which is empty if the chip has none.
/// Tampered: a hash is another than the signed one, a data group is not listed, or the signature does not fit.
/// NotVerified: no EF.SOD or none that can be understood, or its signer is not vouched for by `trust` at that time.
[[nodiscard]] Verdict judge(ByteView sod, const std::map<int, ByteView>& dataGroups,
                            const crypto::TrustList& trust, WallTime at);

} // namespace balady::smartcard
