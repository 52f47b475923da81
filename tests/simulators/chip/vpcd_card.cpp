#include "tests/simulators/chip/vpcd_card.h"

#include <boost/asio/read.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <array>

namespace balady::simulators {
namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;

/// Contactless cards reach PC/SC as T=1 with an ATR made by the reader (PC/SC part 3, 3.1.3.2.3).
constexpr std::array<std::uint8_t, 5> kAtr{0x3b, 0x80, 0x80, 0x01, 0x01};
/// Longer than an ATR can be (ISO/IEC 7816-3, 8.1: 33 bytes): vpcd sees a card, pcscd cannot power it up:
/// mute. An empty answer would be no card at all for vpcd.
constexpr std::array<std::uint8_t, 64> kImpossibleAtr{0x3b};
constexpr auto kConnectRetry = 100ms;

} // namespace

VpcdCard::VpcdCard(asio::any_io_executor executor, std::uint16_t port, FaultyChip chip)
    : m_reader(asio::ip::address_v4::loopback(), port), m_socket(executor), m_timer(executor),
      m_chip(std::move(chip)) {}

void VpcdCard::remove() {
    m_removed = true;
    m_timer.cancel();
    boost::system::error_code ignored;
    m_socket.close(ignored);
}

asio::awaitable<void> VpcdCard::serve() {
    while (!m_removed) {
        try {
            co_await connect();
            co_await exchange();
            remove(); // it died: a real one would have been lifted
        } catch (const boost::system::system_error&) {
            // The reader went away and this card stays where it lies, or remove() closed the connection.
            m_socket.close();
        }
    }
}

asio::awaitable<void> VpcdCard::connect() {
    for (;;) {
        try {
            co_await m_socket.async_connect(m_reader, asio::use_awaitable);
            m_socket.set_option(asio::ip::tcp::no_delay(true));
            co_return;
        } catch (const boost::system::system_error&) {
            if (m_removed)
                throw;
        }
        m_socket.close();
        m_timer.expires_after(kConnectRetry);
        co_await m_timer.async_wait(asio::use_awaitable);
    }
}

asio::awaitable<Bytes> VpcdCard::receive() {
    // vpcd writes length and body separately, and its side has Nagle's algorithm on: without quick ACKs,
    // which the kernel forgets again after each read, every command would cost a delayed ACK (44 ms).
    const auto readExactly = [this](std::size_t count) -> asio::awaitable<Bytes> {
        const int on = 1;
        ::setsockopt(m_socket.native_handle(), IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
        Bytes out(count);
        co_await asio::async_read(m_socket, asio::buffer(out), asio::use_awaitable);
        co_return out;
    };
    const auto length = co_await readExactly(2);
    co_return co_await readExactly(static_cast<std::size_t>(length[0]) << 8 | length[1]);
}

asio::awaitable<void> VpcdCard::send(ByteView payload) {
    const std::array<std::uint8_t, 2> length{static_cast<std::uint8_t>(payload.size() >> 8),
                                             static_cast<std::uint8_t>(payload.size())};
    const std::array<asio::const_buffer, 2> message{asio::buffer(length),
                                                    asio::buffer(payload.data(), payload.size())};
    co_await asio::async_write(m_socket, message, asio::use_awaitable);
}

asio::awaitable<void> VpcdCard::exchange() {
    for (;;) {
        const auto message = co_await receive();
        if (message.size() == 1) {
            if (message[0] == 4) {
                const ByteView atr = m_chip.faults().mute ? ByteView(kImpossibleAtr) : ByteView(kAtr);
                co_await send(atr);
            } else {
                m_chip.reset();
            }
            continue;
        }
        if (m_chip.isLifted())
            co_return;
        const auto answer = m_chip.answer(message);
        if (!answer)
            continue;
        if (m_chip.faults().delay > 0ms) {
            m_timer.expires_after(m_chip.faults().delay);
            co_await m_timer.async_wait(asio::use_awaitable);
        }
        co_await send(*answer);
    }
}

} // namespace balady::simulators
