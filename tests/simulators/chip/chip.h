// Chip: the software of a simulated card: commands in, answers out.
#pragma once

#include "kiosk/base/bytes.h"

namespace balady::simulators {

class Chip {
  public:
    virtual ~Chip() = default;
    /// The answer to one command APDU: data and status word.
    [[nodiscard]] virtual Bytes answer(ByteView command) = 0;
    /// Power lost or reset: whatever was opened is closed.
    virtual void reset() = 0;
};

} // namespace balady::simulators
