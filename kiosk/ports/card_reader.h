// CardReader: a reader for identity cards with an ICAO 9303 chip; core thread.
#pragma once

#include "kiosk/model/card.h"
#include "kiosk/ports/task.h"

namespace balady::ports {

using model::AccessKey;
using model::CardPresence;
using model::ChipContents;

class CardReader {
  public:
    virtual ~CardReader() = default;

    /// What is in the reader now; never blocks, may be called at any time.
    [[nodiscard]] virtual CardPresence presence() const = 0;

    /// Waits until presence() is different from `known`, and answers the new one.
    virtual Task<CardPresence> presenceChange(CardPresence known) = 0;

    /// Opens the chip, reads the MRZ in EF.DG1 and finds out whether the issuer's signature fits it, which is no
    /// fault but part of the contents. Faults: NoDevice, NotFound (no card), CardRemoved, UnsupportedCard (mute, or
    /// no LDS application), AccessDenied (the key does not open it), Malformed, Tampered (a MAC on the way does not
    /// fit), TimedOut, DeviceBusy (an earlier read has not ended).
    virtual Task<ChipContents> read(AccessKey key) = 0;
};

} // namespace balady::ports
