// Card: what a chip card reader says, and what opens a chip.
#pragma once

#include <string>

namespace balady::model {

enum class CardPresence { NoReader, Empty, Present, Mute };

/// What opens a chip by Basic Access Control: three things printed on the card (Doc 9303-11, 4.3).
struct AccessKey {
    std::string documentNumber; ///< as in the MRZ, without fillers
    std::string birthDate;      ///< YYMMDD
    std::string expiryDate;     ///< YYMMDD
};

} // namespace balady::model
