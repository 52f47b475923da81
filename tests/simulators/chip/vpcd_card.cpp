#include "tests/simulators/chip/vpcd_card.h"

#include <boost/asio/ip/tcp.hpp>
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

/// Contactless cards reach PC/SC as T=1 with an ATR made by the reader (PC/SC part 3, 3.1.3.2.3).
constexpr std::array<std::uint8_t, 5> kAtr{0x3b, 0x80, 0x80, 0x01, 0x01};
/// Longer than an ATR can be (ISO/IEC 7816-3, 8.1: 33 bytes): vpcd sees a card, pcscd cannot power it up:
/// mute. An empty answer would be no card at all for vpcd.
constexpr std::array<std::uint8_t, 64> kImpossibleAtr{0x3b};

} // namespace

VpcdCard::VpcdCard(asio::any_io_executor executor, std::uint16_t port, FaultyChip chip)
    : LaidCard(executor, asio::ip::tcp::endpoint(asio::ip::address_v4::loopback(), port), std::move(chip)) {}

asio::awaitable<Bytes> VpcdCard::receive() {
    // vpcd writes length and body separately, and its side has Nagle's algorithm on: without quick ACKs,
    // which the kernel forgets again after each read, every command would cost a delayed ACK (44 ms).
    const auto readExactly = [this](std::size_t count) -> asio::awaitable<Bytes> {
        const int on = 1;
        ::setsockopt(line().native_handle(), IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
        Bytes out(count);
        co_await asio::async_read(line(), asio::buffer(out), asio::use_awaitable);
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
    co_await asio::async_write(line(), message, asio::use_awaitable);
}

asio::awaitable<void> VpcdCard::converse() {
    line().set_option(asio::ip::tcp::no_delay(true));
    for (;;) {
        const auto message = co_await receive();
        if (message.size() == 1) {
            if (message[0] == 4) {
                const ByteView atr = chip().faults().mute ? ByteView(kImpossibleAtr) : ByteView(kAtr);
                co_await send(atr);
            } else {
                chip().reset();
            }
            continue;
        }
        if (chip().isLifted())
            co_return;
        const auto answer = chip().answer(message);
        if (!answer)
            continue;
        co_await think();
        co_await send(*answer);
    }
}

} // namespace balady::simulators
