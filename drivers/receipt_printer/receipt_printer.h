// Receipt printers by the wire that leads to them. Made and owned by kiosk/app; their operations are awaited on the
// core thread, and their work is done on a thread of their own.
#pragma once

#include "drivers/serial/serial_line.h"
#include "drivers/usb/printer_port.h"
#include "kiosk/ports/printers.h"
#include "printing/escpos/commands.h"

#include <filesystem>
#include <memory>
#include <string>

namespace balady::receipt_printer {

/// Raw printing over TCP ("port 9100").
struct NetworkAddress {
    std::string host;
    std::uint16_t port = 9100;
};

/// RS-232, or a USB device that calls itself a serial one ("/dev/serial/by-id/…").
struct SerialAddress {
    std::filesystem::path device;
    int bitsPerSecond = 0;
    serial::FlowControl flow = serial::FlowControl::RtsCts;
};

/// Nothing is opened before the first operation, and a printer that went away is looked for again at each one.
[[nodiscard]] std::unique_ptr<ports::ReceiptPrinter> makeUsbReceiptPrinter(escpos::Profile profile,
                                                                           usb::PrinterAddress address);
[[nodiscard]] std::unique_ptr<ports::ReceiptPrinter> makeNetworkReceiptPrinter(escpos::Profile profile,
                                                                               NetworkAddress address);
[[nodiscard]] std::unique_ptr<ports::ReceiptPrinter> makeSerialReceiptPrinter(escpos::Profile profile,
                                                                              SerialAddress address);

} // namespace balady::receipt_printer
