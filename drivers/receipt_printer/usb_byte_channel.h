// UsbByteChannel: a receipt printer on USB. Private to this folder.
#pragma once

#include "drivers/receipt_printer/byte_channel.h"
#include "drivers/usb/printer_port.h"

namespace balady::receipt_printer {

class UsbByteChannel final : public ByteChannel {
  public:
    explicit UsbByteChannel(usb::PrinterAddress address) : m_port(std::move(address)) {}

    [[nodiscard]] Result<Done> open() override { return m_port.open(); }
    void close() override { m_port.close(); }
    [[nodiscard]] Written write(ByteView bytes, std::chrono::milliseconds patience) override;
    [[nodiscard]] Result<Bytes> read(std::chrono::milliseconds patience) override {
        return m_port.read(patience);
    }
    [[nodiscard]] std::optional<std::uint8_t> portStatus() override;

  private:
    usb::PrinterPort m_port;
};

} // namespace balady::receipt_printer
