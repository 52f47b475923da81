// PassiveAuthentication: whether a chip's files are as their issuer signed them (Doc 9303-11, 5.1); pure.
#pragma once

#include "drivers/smartcard/security_object.h"
#include "kiosk/base/bytes.h"
#include "kiosk/base/clock.h"
#include "kiosk/crypto/signed_data.h"
#include "kiosk/model/card.h"

#include <map>
#include <optional>
#include <string_view>

namespace balady::smartcard {

struct Verdict {
    model::Authenticity authenticity = model::Authenticity::NotVerified;
    std::string_view reason; ///< lower_snake, for logs
};

/// What one EF.SOD says of the chip that holds it.
class PassiveAuthentication {
  public:
    /// `sod` is empty if the chip has none.
    PassiveAuthentication(ByteView sod, const crypto::TrustList& trust, WallTime at);

    /// Whether the issuer signed a data group of this number, whoever the issuer is.
    [[nodiscard]] bool lists(int number) const;
    /// On the data groups that were read, by number. Tampered: a hash is another than the signed one, a data group is not
    /// listed, or the signature does not fit. NotVerified: no EF.SOD or none that can be understood, or its signer is not
    /// vouched for by `trust` at that time.
    [[nodiscard]] Verdict judge(const std::map<int, ByteView>& dataGroups) const;

  private:
    std::optional<SecurityObject> m_object; ///< nothing: m_onAll is all that can be said
    Verdict m_onAll;                        ///< if all hashes fit
};

} // namespace balady::smartcard
