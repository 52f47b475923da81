// ByteChannel: the way to a receipt printer, whatever wire it is; blocking with time limits, one thread. Private to
// this folder.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"

#include <chrono>
#include <optional>

namespace balady::receipt_printer {

class ByteChannel {
  public:
    virtual ~ByteChannel() = default;

    /// Connects, or finds that it is still connected. NoDevice, Unreachable, DeviceBusy, AccessDenied.
    [[nodiscard]] virtual Result<Done> open() = 0;
    virtual void close() = 0;

    struct Written {
        std::size_t accepted = 0; ///< may have reached the printer
        std::optional<Fault> fault;
    };
    /// All of it, or a fault; `patience` is how long the other side may take nothing.
    [[nodiscard]] virtual Written write(ByteView bytes, std::chrono::milliseconds patience) = 0;
    /// At least one byte; TimedOut if none came.
    [[nodiscard]] virtual Result<Bytes> read(std::chrono::milliseconds patience) = 0;
    /// What the port says beside the data (USB printer class GET_PORT_STATUS); nothing where there is no such way.
    [[nodiscard]] virtual std::optional<std::uint8_t> portStatus() = 0;
};

} // namespace balady::receipt_printer
