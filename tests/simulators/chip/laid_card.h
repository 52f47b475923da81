// LaidCard: a card in a simulated reader that listens on a socket, whichever protocol it speaks there.
#pragma once

#include "tests/simulators/chip/faulty_chip.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/steady_timer.hpp>

namespace balady::simulators {

class LaidCard {
  public:
    virtual ~LaidCard() = default;
    /// Waits for the reader, again and again while there is none, and serves until the card dies or remove() is called.
    boost::asio::awaitable<void> serve();
    /// Takes the card out of the reader; serve() ends.
    void remove();

  protected:
    LaidCard(boost::asio::any_io_executor executor, boost::asio::generic::stream_protocol::endpoint reader,
             FaultyChip chip);

    /// Speaks with the reader until the card dies; throws when the reader goes away.
    virtual boost::asio::awaitable<void> converse() = 0;
    /// The last word before the line is closed; the line may be closed already.
    virtual void takeLeave() {}
    /// The time that the chip is told to take for an answer.
    boost::asio::awaitable<void> think();

    FaultyChip& chip() { return m_chip; }
    boost::asio::generic::stream_protocol::socket& line() { return m_line; }

  private:
    boost::asio::awaitable<void> connect();

    const boost::asio::generic::stream_protocol::endpoint m_reader;
    boost::asio::generic::stream_protocol::socket m_line;
    boost::asio::steady_timer m_timer;
    FaultyChip m_chip;
    bool m_removed = false;
};

} // namespace balady::simulators
