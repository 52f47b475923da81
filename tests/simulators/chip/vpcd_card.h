// VpcdCard: a card laid into vpcd, the virtual PC/SC reader: speaks its TCP protocol; gone when destroyed.
#pragma once

#include "kiosk/base/bytes.h"
#include "tests/simulators/chip/laid_card.h"

namespace balady::simulators {

/// vpcd listens, the card connects. Each message is a two-byte big-endian length and that many bytes: one
/// byte is a command of the reader (0 power off, 1 power on, 2 reset, 4 asks for the ATR), more is an APDU.
class VpcdCard final : public LaidCard {
  public:
    /// vpcd listens on 127.0.0.1:`port`.
    VpcdCard(boost::asio::any_io_executor executor, std::uint16_t port, FaultyChip chip);

  private:
    boost::asio::awaitable<void> converse() override;
    boost::asio::awaitable<Bytes> receive();
    boost::asio::awaitable<void> send(ByteView payload);
};

} // namespace balady::simulators
