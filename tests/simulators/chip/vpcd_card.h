// VpcdCard: a card laid into vpcd, the virtual PC/SC reader: speaks its TCP protocol; gone when destroyed.
#pragma once

#include "kiosk/base/bytes.h"
#include "tests/simulators/chip/faulty_chip.h"
#include "tests/simulators/chip/laid_card.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

namespace balady::simulators {

/// vpcd listens, the card connects. Each message is a two-byte big-endian length and that many bytes: one
/// byte is a command of the reader (0 power off, 1 power on, 2 reset, 4 asks for the ATR), more is an APDU.
class VpcdCard final : public LaidCard {
  public:
    /// vpcd listens on 127.0.0.1:`port`.
    VpcdCard(boost::asio::any_io_executor executor, std::uint16_t port, FaultyChip chip);

    boost::asio::awaitable<void> serve() override;
    void remove() override;

  private:
    boost::asio::awaitable<void> connect();
    boost::asio::awaitable<void> exchange();
    boost::asio::awaitable<Bytes> receive();
    boost::asio::awaitable<void> send(ByteView payload);

    const boost::asio::ip::tcp::endpoint m_reader;
    boost::asio::ip::tcp::socket m_socket;
    boost::asio::steady_timer m_timer;
    FaultyChip m_chip;
    bool m_removed = false;
};

} // namespace balady::simulators
