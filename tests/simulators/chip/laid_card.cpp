#include "tests/simulators/chip/laid_card.h"

#include <boost/asio/use_awaitable.hpp>

#include <utility>

namespace balady::simulators {
namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;

constexpr auto kConnectRetry = 100ms;

} // namespace

LaidCard::LaidCard(asio::any_io_executor executor, asio::generic::stream_protocol::endpoint reader,
                   FaultyChip chip)
    : m_reader(std::move(reader)), m_line(executor), m_timer(executor), m_chip(std::move(chip)) {}

void LaidCard::remove() {
    if (std::exchange(m_removed, true))
        return;
    m_timer.cancel();
    takeLeave();
    boost::system::error_code ignored;
    m_line.close(ignored);
}

asio::awaitable<void> LaidCard::serve() {
    while (!m_removed) {
        try {
            co_await connect();
            co_await converse();
            remove(); // it died: a real one would have been lifted
        } catch (const boost::system::system_error&) {
            // The reader went away and this card stays where it lies, or remove() closed the connection.
            m_line.close();
        }
    }
}

asio::awaitable<void> LaidCard::connect() {
    for (;;) {
        try {
            co_await m_line.async_connect(m_reader, asio::use_awaitable);
            co_return;
        } catch (const boost::system::system_error&) {
            if (m_removed)
                throw;
        }
        m_line.close();
        m_timer.expires_after(kConnectRetry);
        co_await m_timer.async_wait(asio::use_awaitable);
    }
}

asio::awaitable<void> LaidCard::think() {
    if (m_chip.faults().delay <= 0ms)
        co_return;
    m_timer.expires_after(m_chip.faults().delay);
    co_await m_timer.async_wait(asio::use_awaitable);
}

} // namespace balady::simulators
