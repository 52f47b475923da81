// BadgeReader: finds a technician's badge among the cards that are put into the reader; core thread.
#pragma once

#include "kiosk/base/secret.h"
#include "kiosk/model/badge.h"
#include "kiosk/ports/task.h"

namespace balady::ports {

class BadgeReader {
  public:
    virtual ~BadgeReader() = default;

    /// Whether the card that is in the reader now is a badge: None, Waiting, Blocked, Expired or Unknown. Any other card
    /// is asked one short question only. Faults as those of prove().
    virtual Task<model::Badge> look() = 0;

    /// The whole proof: the certificate once more, the PIN (which mayBePin()), and a signature over a fresh challenge. A
    /// card that is no trusted badge never gets the PIN. Anything but None and Waiting, or None if the card was exchanged.
    /// Faults: NoDevice, NotFound (no card), CardRemoved, UnsupportedCard (mute, or it takes no PIN over this
    /// interface), Malformed, TimedOut, DeviceBusy (the card is being read).
    virtual Task<model::Badge> prove(SecretText pin) = 0;
};

} // namespace balady::ports
