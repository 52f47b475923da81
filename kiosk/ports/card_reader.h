// CardReader: a reader for identity cards with an ICAO 9303 chip; core thread.
#pragma once

#include "kiosk/model/mrz.h"
#include "kiosk/ports/task.h"

#include <string>

namespace balady::ports {

enum class CardPresence { NoReader, Empty, Present, Mute };

/// What opens a chip by Basic Access Control: three things printed on the card (Doc 9303-11, 4.3).
struct AccessKey {
    std::string documentNumber; ///< as in the MRZ, without fillers
    std::string birthDate;      ///< YYMMDD
    std::string expiryDate;     ///< YYMMDD
};

class CardReader {
  public:
    virtual ~CardReader() = default;

    /// What is in the reader now; never blocks, may be called at any time.
    [[nodiscard]] virtual CardPresence presence() const = 0;

    /// Waits until presence() is different from `known`, and answers the new one.
    virtual Task<CardPresence> presenceChange(CardPresence known) = 0;

    /// Opens the chip and reads the MRZ in EF.DG1. Faults: NoDevice, NotFound (no card), CardRemoved,
    /// UnsupportedCard (no LDS application), AccessDenied (the key does not open it), Malformed, TimedOut.
    virtual Task<model::Mrz> read(AccessKey key) = 0;
};

} // namespace balady::ports
