// PrinterPort: a USB printer (Universal Serial Bus Device Class Definition for Printing Devices 1.1) as two pipes of
// bytes; blocking, with time limits; used by one thread at a time.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace balady::usb {

/// Which printer is meant. What is left out does not matter; with nothing set, the first printer found.
struct PrinterAddress {
    std::optional<std::uint16_t> vendor;
    std::optional<std::uint16_t> product;
    std::string serial;
};

/// How much of a write may have reached the printer. With a fault, the rest is not on its way.
struct Written {
    std::size_t accepted = 0;
    std::optional<Fault> fault;
};

class PrinterPort {
  public:
    explicit PrinterPort(PrinterAddress address);
    PrinterPort(const PrinterPort&) = delete;
    PrinterPort& operator=(const PrinterPort&) = delete;
    ~PrinterPort();

    /// Finds the printer, takes it from the kernel's driver and claims its bidirectional interface. Nothing to do if
    /// it is open and still plugged in; after it was unplugged and plugged in again this opens it anew.
    /// NoDevice, DeviceBusy, AccessDenied or HardwareError.
    [[nodiscard]] Result<Done> open();
    /// Gives the printer back to the kernel's driver.
    void close();

    /// Writes all of it; `patience` is how long the printer may take nothing. TimedOut, NoDevice, HardwareError.
    [[nodiscard]] Written write(ByteView bytes, std::chrono::milliseconds patience);
    /// At least one byte. TimedOut if none came, NoDevice, HardwareError.
    [[nodiscard]] Result<Bytes> read(std::chrono::milliseconds patience);

    /// GET_DEVICE_ID (4.2.1): the IEEE 1284 id without its length ("MFG:EPSON;CMD:ESC/POS;…").
    [[nodiscard]] Result<std::string> deviceId();
    /// GET_PORT_STATUS (4.2.2): bit 5 paper empty, bit 4 selected, bit 3 no error. Works when the pipes are stuck.
    [[nodiscard]] Result<std::uint8_t> portStatus();

  private:
    struct Connection;

    [[nodiscard]] bool pluggedIn();
    [[nodiscard]] Fault failed(int libusbError, const char* what);

    PrinterAddress m_address;
    std::unique_ptr<Connection> m_connection;
};

} // namespace balady::usb
