// ReadingThread: the thread that blocks on cards, one reading at a time.
#pragma once

#include "drivers/smartcard/chip_reading.h"

#include <memory>

namespace balady::smartcard {

class ReadingThread {
  public:
    /// `trust` vouches for chips; `withPortrait` reads the holder's photo too.
    ReadingThread(crypto::TrustList trust, bool withPortrait);
    /// Waits briefly for a reading that is under way. A transmit to a silent card cannot be interrupted; if
    /// one is stuck, its thread is left to end by itself, on memory of its own.
    ~ReadingThread();

    /// Any thread. False, and nothing happens, while another reading is under way.
    [[nodiscard]] bool begin(std::shared_ptr<ChipReading> reading);

  private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

} // namespace balady::smartcard
