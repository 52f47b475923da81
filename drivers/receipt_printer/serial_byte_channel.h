// SerialByteChannel: a receipt printer on a serial line. Private to this folder.
#pragma once

#include "drivers/receipt_printer/byte_channel.h"
#include "drivers/receipt_printer/receipt_printer.h"
#include "kiosk/base/descriptor.h"

namespace balady::receipt_printer {

/// A line with nobody at its end cannot be told from one whose printer is silent: open() finds no more than the line.
class SerialByteChannel final : public ByteChannel {
  public:
    explicit SerialByteChannel(SerialAddress address) : m_address(std::move(address)) {}
    SerialByteChannel(const SerialByteChannel&) = delete;
    SerialByteChannel& operator=(const SerialByteChannel&) = delete;
    ~SerialByteChannel() override { close(); }

    [[nodiscard]] Result<Done> open() override;
    /// What a stuck printer has not taken is thrown away: the system would wait half a minute for it.
    void close() override;
    /// All of it has left for the printer, not only for the system's buffer.
    [[nodiscard]] Written write(ByteView bytes, std::chrono::milliseconds patience) override;
    [[nodiscard]] Result<Bytes> read(std::chrono::milliseconds patience) override;
    [[nodiscard]] std::optional<std::uint8_t> portStatus() override { return std::nullopt; }

  private:
    [[nodiscard]] Fault lost(const char* what, int error);
    [[nodiscard]] Fault stuck();
    [[nodiscard]] std::optional<Fault> drain(std::chrono::milliseconds patience);

    SerialAddress m_address;
    bool m_stuck = false; ///< the system holds bytes that the printer does not take
    Descriptor m_line;
};

} // namespace balady::receipt_printer
