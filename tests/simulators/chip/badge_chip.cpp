#include "tests/simulators/chip/badge_chip.h"

#include "drivers/smartcard/tlv.h"
#include "tests/simulators/chip/answers.h"
#include "tests/simulators/chip/plain_command.h"

#include <algorithm>
#include <array>

namespace balady::simulators {
namespace {

using smartcard::appendTlv;

constexpr std::array<std::uint8_t, 9> kApplication{0xa0, 0x00, 0x00, 0x03, 0x08, 0x00, 0x00, 0x10, 0x00};
constexpr std::array<std::uint8_t, 5> kCertificate{0x5c, 0x03, 0x5f, 0xc1, 0x05};
constexpr int kMostTries = 3;
constexpr std::size_t kPiece = 256;

} // namespace

void BadgeChip::reset() {
    m_selected = false;
    m_open = false;
    m_waiting.clear();
}

Bytes BadgeChip::answer(ByteView bytes) {
    const auto command = parseCommand(bytes);
    if (!command)
        return status(0x6700);
    if (command->ins == 0xc0)
        return m_waiting.empty() ? status(0x6985) : piece();
    m_waiting.clear();
    if (command->ins == 0xa4)
        return command->p1 == 0x04 ? select(command->data) : status(0x6a82);
    if (!m_selected)
        return status(0x6982);
    switch (command->ins) {
    case 0xcb: return getData(command->data);
    case 0x20: return command->p2 == 0x80 ? verify(command->data) : status(0x6a88);
    case 0x87: return sign(command->p1, command->p2, command->data);
    default: return status(0x6d00);
    }
}

Bytes BadgeChip::select(ByteView application) {
    m_open = false;
    m_selected = std::equal(application.begin(), application.end(), kApplication.begin(), kApplication.end());
    if (!m_selected)
        return status(0x6a82);
    Bytes properties;
    appendTlv(properties, 0x4f, Bytes{0x00, 0x00, 0x10, 0x00, 0x01, 0x00});
    Bytes out;
    appendTlv(out, 0x61, properties);
    return joined({out, status(0x9000)});
}

Bytes BadgeChip::getData(ByteView wanted) {
    if (!std::equal(wanted.begin(), wanted.end(), kCertificate.begin(), kCertificate.end()))
        return status(0x6a82);
    Bytes content;
    appendTlv(content, 0x70, m_design.key.certificate());
    appendTlv(content, 0x71, Bytes{0x00});
    appendTlv(content, 0xfe, {});
    appendTlv(m_waiting, 0x53, content);
    return piece();
}

Bytes BadgeChip::piece() {
    const auto count = std::min(kPiece, m_waiting.size());
    const Bytes first(m_waiting.begin(), m_waiting.begin() + static_cast<std::ptrdiff_t>(count));
    m_waiting.erase(m_waiting.begin(), m_waiting.begin() + static_cast<std::ptrdiff_t>(count));
    const auto left = std::min<std::size_t>(m_waiting.size(), 0xff);
    return joined({first, status(left == 0 ? 0x9000 : static_cast<std::uint16_t>(0x6100 | left))});
}

Bytes BadgeChip::verify(ByteView pin) {
    if (m_design.refusesPin)
        return status(0x6982);
    if (m_tries == 0)
        return status(0x6983);
    if (pin.empty())
        return status(m_open ? 0x9000 : static_cast<std::uint16_t>(0x63c0 | m_tries));
    auto right = m_design.pin;
    right.resize(8, '\xff');
    m_open = std::equal(pin.begin(), pin.end(), asBytes(right).begin(), asBytes(right).end());
    m_tries = m_open ? kMostTries : m_tries - 1;
    return status(m_open ? 0x9000 : static_cast<std::uint16_t>(0x63c0 | m_tries));
}

Bytes BadgeChip::sign(std::uint8_t algorithm, std::uint8_t key, ByteView data) {
    if (algorithm != 0x11 || key != 0x9a)
        return status(0x6a86);
    if (!m_open)
        return status(0x6982);
    const auto inner = smartcard::parseOnly(0x7c, data);
    const auto parts = inner ? smartcard::parseTlvs(*inner) : inner.error();
    if (!parts || parts->size() != 2 || (*parts)[0].tag != 0x82 || !(*parts)[0].value.empty() ||
        (*parts)[1].tag != 0x81 || (*parts)[1].value.size() != 32)
        return status(0x6a80);
    auto signature = m_design.key.sign((*parts)[1].value);
    if (m_design.forged)
        signature.back() ^= 0x01;
    Bytes response;
    appendTlv(response, 0x82, signature);
    Bytes out;
    appendTlv(out, 0x7c, response);
    return joined({out, status(0x9000)});
}

} // namespace balady::simulators
