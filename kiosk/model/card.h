// Card: what a chip card reader says, and what opens a chip.
#pragma once

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

} // namespace balady::model
