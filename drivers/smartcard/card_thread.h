// CardThread: the thread that blocks on cards, one errand at a time.
#pragma once

#include "drivers/smartcard/card_errand.h"

#include <memory>

namespace balady::smartcard {

class CardThread {
  public:
    CardThread();
    /// Waits briefly for an errand that is under way. A transmit to a silent card cannot be interrupted; if
    /// one is stuck, its thread is left to end by itself, on memory of its own.
    ~CardThread();

    /// Any thread. False, and nothing happens, while another errand is under way.
    [[nodiscard]] bool begin(std::shared_ptr<CardErrand> errand);

  private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

} // namespace balady::smartcard
