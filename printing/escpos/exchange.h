// Exchange: the few words between a protocol that performs no I/O and the channel that does it.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/fault.h"

#include <chrono>
#include <optional>
#include <variant>

namespace balady::escpos {

/// Write all of it. Answered by Sent or Broke.
struct Send {
    Bytes bytes;
    std::chrono::milliseconds patience; ///< without any progress
};
/// Read what there is. Answered by Received (at least one byte), Silence or Broke.
struct Receive {
    std::chrono::milliseconds patience;
};
/// Ask the port beside the data (USB printer class GET_PORT_STATUS). Answered by PortSays.
struct AskPort {};
/// Nothing more to do; the machine has its result.
struct Finished {};
using Step = std::variant<Send, Receive, AskPort, Finished>;

struct Sent {};
/// The channel failed; of the bytes of the present Send, `accepted` may have reached the printer.
struct Broke {
    FaultCode code = FaultCode::ConnectionLost;
    std::size_t accepted = 0;
};
struct Received {
    Bytes bytes;
};
struct Silence {};
/// USB Printer Class 1.1, 4.2.2: bit 5 paper empty, bit 4 selected, bit 3 no error. Nothing if there is no
/// such port.
struct PortSays {
    std::optional<std::uint8_t> status;
};
using Event = std::variant<Sent, Broke, Received, Silence, PortSays>;

} // namespace balady::escpos
