// Card: what a chip card reader says, what opens a chip, and what was read from it.
#pragma once

#include "kiosk/base/secret.h"
#include "kiosk/model/mrz.h"

#include <optional>
#include <string>

namespace balady::model {

enum class CardPresence { NoReader, Empty, Present, Mute };

/// What opens a chip: three things printed on the card (Doc 9303-11, 4.3 and 4.4), or its card access number alone.
struct AccessKey {
    std::string documentNumber;        ///< as in the MRZ, without fillers
    std::string birthDate;             ///< YYMMDD
    std::string expiryDate;            ///< YYMMDD
    std::string cardAccessNumber = {}; ///< CAN, as printed on the face; when given, used alone
};

/// What is known of a chip's contents (passive authentication, Doc 9303-11, 5.1).
enum class Authenticity {
    NotVerified, ///< as far as can be told unchanged, but nobody whom this terminal trusts vouches for it
    Verified,    ///< signed by an issuer on the terminal's trust list, and unchanged since
    Tampered     ///< the contents do not fit their signature: somebody has changed them
};

/// The holder's photo as it lies in the chip; not looked into.
struct Portrait {
    enum class Format { Jpeg, Jpeg2000 };
    Format format = Format::Jpeg;
    SecretBytes image;
};

/// What was read from a chip. Personal: lives only in the citizen's session.
struct ChipContents {
    Mrz mrz;
    Authenticity authenticity = Authenticity::NotVerified;
    std::optional<Portrait> portrait; ///< only if the reader was told to read it, and the chip has one
};

} // namespace balady::model
