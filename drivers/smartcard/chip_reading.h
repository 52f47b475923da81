// ChipReading: one reading of a chip, handed from the thread that waits for it to the thread that blocks on
// it.
#pragma once

#include "drivers/smartcard/bell.h"
#include "drivers/smartcard/card_channel.h"
#include "drivers/smartcard/lds_reader.h"

#include <atomic>
#include <memory>
#include <optional>
#include <string>

namespace balady::smartcard {

/// Made with make(): its memory is wiped when both threads have let go of it.
struct ChipReading {
    ChipReading(ports::AccessKey&& key, std::string reader, const std::shared_ptr<Bell>& bell);
    ~ChipReading();
    ChipReading(const ChipReading&) = delete;
    ChipReading& operator=(const ChipReading&) = delete;

    [[nodiscard]] static std::shared_ptr<ChipReading> make(ports::AccessKey key, std::string reader,
                                                           const std::shared_ptr<Bell>& bell);

    ports::AccessKey key;
    const std::string reader;
    const std::weak_ptr<Bell> bell;      ///< gone with the waiting coroutine, and perhaps its executor
    std::atomic<bool> abandoned = false; ///< nobody waits any more: stop at the next answer
    std::optional<Result<ports::ChipContents>> result; ///< written before `bell` rings, read after
};

/// Drives a protocol over a channel to its end. Cancelled once `abandoned` is set.
[[nodiscard]] Result<ports::ChipContents> readChip(CardChannel& channel, LdsReader& protocol,
                                                   const std::atomic<bool>& abandoned);

} // namespace balady::smartcard
