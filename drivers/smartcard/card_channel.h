// CardChannel: carries one command to the card in the reader and its answer back; blocks; used by one thread.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"

namespace balady::smartcard {

class CardChannel {
  public:
    virtual ~CardChannel() = default;
    /// The card's answer as it came, possibly empty. Faults: CardRemoved, NoDevice, HardwareError.
    [[nodiscard]] virtual Result<Bytes> transmit(ByteView command) = 0;
};

} // namespace balady::smartcard
