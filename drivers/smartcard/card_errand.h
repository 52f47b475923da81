// CardErrand: something to be done with the card in the reader, handed from the thread that waits for it to the thread
// that blocks on it.
#pragma once

#include "drivers/smartcard/bell.h"

#include <atomic>
#include <memory>
#include <string>
#include <utility>

namespace balady::smartcard {

/// Held by both threads. Whoever derives from it wipes what it holds when it is destroyed.
class CardErrand {
  public:
    CardErrand(std::string readerName, const std::shared_ptr<Bell>& whenDone)
        : reader(std::move(readerName)), bell(whenDone) {}
    virtual ~CardErrand() = default;
    CardErrand(const CardErrand&) = delete;
    CardErrand& operator=(const CardErrand&) = delete;

    /// Blocks; leaves the result where the waiting thread finds it after the bell.
    virtual void run() = 0;

    const std::string reader;
    const std::weak_ptr<Bell> bell;      ///< gone with the waiting coroutine, and perhaps its executor
    std::atomic<bool> abandoned = false; ///< nobody waits any more: stop at the next answer
};

} // namespace balady::smartcard
