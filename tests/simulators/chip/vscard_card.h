// VscardCard: a card laid into QEMU's USB reader (usb-ccid with ccid-card-passthru): speaks libcacard's VSCARD protocol over
// a local socket, and T=0 inside it; gone when destroyed.
#pragma once

#include "tests/simulators/chip/laid_card.h"
#include "tests/simulators/chip/t0_card.h"

#include <filesystem>

namespace balady::simulators {

/// QEMU listens, the card connects. Each message is a header of three big-endian numbers (type, reader, length) and that
/// many bytes. The reader knows no other protocol than T=0, and passes on what comes (CCID 1.1, 5.1: "TPDU level exchange").
/// It does not tell when it resets the card, which therefore is to be lifted between two readings.
class VscardCard final : public LaidCard {
  public:
    VscardCard(boost::asio::any_io_executor executor, std::filesystem::path socket, FaultyChip chip);

  private:
    struct Message {
        std::uint32_t type = 0;
        Bytes payload;
    };
    boost::asio::awaitable<void> converse() override;
    void takeLeave() override;
    boost::asio::awaitable<void> introduce();
    boost::asio::awaitable<Message> receive();
    boost::asio::awaitable<void> send(std::uint32_t type, Bytes payload);

    T0Card m_protocol;
};

} // namespace balady::simulators
