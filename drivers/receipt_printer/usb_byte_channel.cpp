#include "drivers/receipt_printer/usb_byte_channel.h"

namespace balady::receipt_printer {

ByteChannel::Written UsbByteChannel::write(ByteView bytes, std::chrono::milliseconds patience) {
    auto written = m_port.write(bytes, patience);
    return {written.accepted, std::move(written.fault)};
}

std::optional<std::uint8_t> UsbByteChannel::portStatus() {
    const auto status = m_port.portStatus();
    return status ? std::optional{*status} : std::nullopt;
}

} // namespace balady::receipt_printer
