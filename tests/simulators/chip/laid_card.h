// LaidCard: a card in a simulated reader, whichever way the reader is made.
#pragma once

#include <boost/asio/awaitable.hpp>

namespace balady::simulators {

class LaidCard {
  public:
    virtual ~LaidCard() = default;
    /// Waits for the reader, again and again while there is none, and serves until the card dies or remove() is called.
    virtual boost::asio::awaitable<void> serve() = 0;
    /// Takes the card out of the reader; serve() ends.
    virtual void remove() = 0;
};

} // namespace balady::simulators
