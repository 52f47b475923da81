#include "tests/simulators/chip/vscard_card.h"

#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <array>

namespace balady::simulators {
namespace {

namespace asio = boost::asio;

// Messages (libcacard, vscard_common.h).
constexpr std::uint32_t kInit = 1;
constexpr std::uint32_t kReaderAdd = 3;
constexpr std::uint32_t kAtr = 5;
constexpr std::uint32_t kCardRemove = 6;
constexpr std::uint32_t kApdu = 7;
constexpr std::uint32_t kFlush = 8;
constexpr std::uint32_t kFlushComplete = 9;
constexpr std::uint32_t kAnyReader = 0xffffffff;
constexpr std::size_t kHeader = 12;

/// "VSCD", version 0.0.2, no capabilities.
const Bytes kIntroduction{'V', 'S', 'C', 'D', 0, 0, 0, 2, 0, 0, 0, 0};
/// T=0 and nothing else (ISO/IEC 7816-3, 8.2).
const Bytes kAnswerToReset{0x3b, 0x00};

void appendNumber(Bytes& out, std::uint32_t number) {
    for (const int shift : {24, 16, 8, 0})
        out.push_back(static_cast<std::uint8_t>(number >> shift));
}

std::uint32_t numberAt(ByteView bytes, std::size_t at) {
    return static_cast<std::uint32_t>(bytes[at]) << 24 | static_cast<std::uint32_t>(bytes[at + 1]) << 16 |
           static_cast<std::uint32_t>(bytes[at + 2]) << 8 | bytes[at + 3];
}

Bytes messageOf(std::uint32_t type, ByteView payload) {
    Bytes message;
    appendNumber(message, type);
    appendNumber(message, type == kReaderAdd ? kAnyReader : 0);
    appendNumber(message, static_cast<std::uint32_t>(payload.size()));
    message.insert(message.end(), payload.begin(), payload.end());
    return message;
}

} // namespace

VscardCard::VscardCard(asio::any_io_executor executor, std::filesystem::path socket, FaultyChip chip)
    : LaidCard(executor, asio::local::stream_protocol::endpoint(socket.string()), std::move(chip)),
      m_protocol([this](ByteView apdu) { return this->chip().answer(apdu); }) {}

void VscardCard::takeLeave() {
    if (!line().is_open())
        return;
    boost::system::error_code ignored;
    // Twelve bytes, which a local socket has room for.
    asio::write(line(), asio::buffer(messageOf(kCardRemove, {})), ignored);
}

asio::awaitable<void> VscardCard::introduce() {
    chip().reset();
    co_await send(kInit, kIntroduction);
    Bytes name{'k', 'i', 'o', 's', 'k', 0};
    co_await send(kReaderAdd, std::move(name));
    co_await send(kAtr, kAnswerToReset);
}

asio::awaitable<VscardCard::Message> VscardCard::receive() {
    Bytes header(kHeader);
    co_await asio::async_read(line(), asio::buffer(header), asio::use_awaitable);
    Bytes payload(numberAt(header, 8));
    co_await asio::async_read(line(), asio::buffer(payload), asio::use_awaitable);
    Message message;
    message.type = numberAt(header, 0);
    message.payload = std::move(payload);
    co_return message;
}

asio::awaitable<void> VscardCard::send(std::uint32_t type, Bytes payload) {
    const auto message = messageOf(type, payload);
    co_await asio::async_write(line(), asio::buffer(message), asio::use_awaitable);
}

asio::awaitable<void> VscardCard::converse() {
    co_await introduce();
    for (;;) {
        const auto message = co_await receive();
        if (message.type == kFlush) {
            Bytes nothing;
            co_await send(kFlushComplete, std::move(nothing));
        }
        if (message.type != kApdu)
            continue; // what the reader says of our introduction is only that it took it
        if (chip().isLifted())
            co_return;
        auto answer = m_protocol.answer(message.payload);
        if (!answer)
            continue;
        co_await think();
        co_await send(kApdu, std::move(*answer));
    }
}

} // namespace balady::simulators
