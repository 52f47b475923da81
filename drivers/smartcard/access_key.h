// AccessKey's texts as secrets: wiping them when a reading is over.
#pragma once

#include "kiosk/ports/card_reader.h"

namespace balady::smartcard {

/// Overwrites all of it, also the small-string buffers, which moving a string leaves as they were.
void wipeKey(ports::AccessKey& key) noexcept;

} // namespace balady::smartcard
