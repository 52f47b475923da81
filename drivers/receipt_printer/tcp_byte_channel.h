// TcpByteChannel: a receipt printer on the network, raw bytes on a TCP port (9100). Private to this folder.
#pragma once

#include "drivers/receipt_printer/byte_channel.h"

#include <string>

namespace balady::receipt_printer {

class TcpByteChannel final : public ByteChannel {
  public:
    TcpByteChannel(std::string host, std::uint16_t port) : m_host(std::move(host)), m_port(port) {}
    TcpByteChannel(const TcpByteChannel&) = delete;
    TcpByteChannel& operator=(const TcpByteChannel&) = delete;
    ~TcpByteChannel() override { close(); }

    [[nodiscard]] Result<Done> open() override;
    void close() override;
    [[nodiscard]] Written write(ByteView bytes, std::chrono::milliseconds patience) override;
    [[nodiscard]] Result<Bytes> read(std::chrono::milliseconds patience) override;
    [[nodiscard]] std::optional<std::uint8_t> portStatus() override { return std::nullopt; }

  private:
    [[nodiscard]] Fault lost(const char* what);

    std::string m_host;
    std::uint16_t m_port;
    int m_socket = -1;
};

} // namespace balady::receipt_printer
