// VpcdCard: a card laid into vpcd, the virtual PC/SC reader: speaks its TCP protocol; gone when destroyed.
#pragma once

#include "tests/simulators/chip/card_file.h"
#include "tests/simulators/chip/chip.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <memory>
#include <optional>

namespace balady::simulators {

/// vpcd listens, the card connects. Each message is a two-byte big-endian length and that many bytes: one
/// byte is a command of the reader (0 power off, 1 power on, 2 reset, 4 asks for the ATR), more is an APDU.
class VpcdCard {
  public:
    /// `chip` is null for a card that has no application we know.
    VpcdCard(boost::asio::any_io_executor executor, std::unique_ptr<Chip> chip, CardFaults faults);

    /// Connects to 127.0.0.1:port, again and again while no reader listens, and serves until the card dies or
    /// remove() is called.
    boost::asio::awaitable<void> serve(std::uint16_t port);
    /// Takes the card out of the reader; serve() ends.
    void remove();

  private:
    boost::asio::awaitable<void> connect(std::uint16_t port);
    boost::asio::awaitable<void> exchange();
    boost::asio::awaitable<Bytes> receive();
    boost::asio::awaitable<void> send(ByteView payload);
    /// Nothing: the card has fallen silent.
    std::optional<Bytes> obey(ByteView apdu);

    boost::asio::ip::tcp::socket m_socket;
    boost::asio::steady_timer m_timer;
    const CardFaults m_faults;
    std::unique_ptr<Chip> m_chip; ///< null: a card without an application
    int m_commands = 0;           ///< since the card was powered
    bool m_removed = false;
};

} // namespace balady::simulators
