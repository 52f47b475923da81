// T=0 transmission: how a command APDU crosses the older of the two protocols of contact cards (ISO/IEC
// 7816-3, 12.2), which carries data in one direction at a time; sans-IO.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"

#include <functional>

namespace balady::smartcard {

/// Brings one TPDU to the card, and its answer back.
using ExchangeTpdu = std::function<Result<Bytes>(ByteView tpdu)>;

/// The answer to the command as a card with T=1 would give it. What a command with data has caused is fetched (GET RESPONSE),
/// and a length that the card corrects (6Cxx) is asked for again. All that an extended command has caused is fetched (61xx), its
/// data are shorter than 256 bytes; what waits after the answer to a short one is the caller's. The faults of `exchange`.
[[nodiscard]] Result<Bytes> transmitByT0(ByteView command, const ExchangeTpdu& exchange);

} // namespace balady::smartcard
