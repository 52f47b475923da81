#include "drivers/smartcard/secure_messaging.h"

#include "drivers/smartcard/blocks.h"
#include "drivers/smartcard/session_cipher.h"
#include "drivers/smartcard/tlv.h"

#include <array>

namespace balady::smartcard {
namespace {

constexpr std::uint32_t kCryptogram = 0x87;
constexpr std::uint32_t kExpected = 0x97;
constexpr std::uint32_t kStatus = 0x99;
constexpr std::uint32_t kMac = 0x8e;
/// First byte of DO'87': the padding is ISO/IEC 9797-1 method 2.
constexpr std::uint8_t kPaddedIndicator = 0x01;

Fault malformed(const char* what) {
    return {FaultCode::Malformed, std::string("secure messaging: ") + what};
}

} // namespace

void SecureMessaging::countUp() noexcept {
    for (auto it = m_session.counter.rbegin(); it != m_session.counter.rend(); ++it)
        if (++*it != 0)
            return;
}

Result<Command> SecureMessaging::protect(const Command& plain) {
    countUp();
    const auto block = blockSize(m_session.cipher);
    Command out;
    out.cla = plain.cla | 0x0c;
    out.ins = plain.ins;
    out.p1 = plain.p1;
    out.p2 = plain.p2;
    const bool extended = plain.expected && *plain.expected > 256;
    out.expected = extended ? 65'536 : 256;

    if (!plain.data.empty()) {
        const auto cryptogram = encipher(m_session, padded(plain.data, block));
        if (!cryptogram)
            return cryptogram.error();
        Bytes value{kPaddedIndicator};
        value.insert(value.end(), cryptogram->begin(), cryptogram->end());
        appendTlv(out.data, kCryptogram, value);
    }
    if (plain.expected) {
        const std::array le{static_cast<std::uint8_t>(*plain.expected >> 8 & 0xff),
                            static_cast<std::uint8_t>(*plain.expected & 0xff)};
        appendTlv(out.data, kExpected, ByteView(le).last(extended ? 2 : 1));
    }
    const std::array<std::uint8_t, 4> header{out.cla, out.ins, out.p1, out.p2};
    auto covered = padded(header, block);
    covered.insert(covered.end(), out.data.begin(), out.data.end());
    const auto mac = sessionMac(m_session, covered);
    if (!mac)
        return mac.error();
    appendTlv(out.data, kMac, *mac);
    return out;
}

Result<SecureMessaging::Opened> SecureMessaging::open(const Response& response) {
    countUp();
    const auto objects = parseTlvs(response.data);
    if (!objects)
        return objects.error();
    // Exactly [87] 99 8E, in this order: nothing unauthenticated can hide between them.
    const bool hasData = objects->size() == 3;
    if (objects->size() < 2 || objects->size() > 3 || (hasData && objects->front().tag != kCryptogram) ||
        objects->end()[-2].tag != kStatus || objects->back().tag != kMac)
        return malformed("objects are missing or out of order");
    const auto status = objects->end()[-2].value;
    const auto mac = objects->back().value;

    const auto macObjectSize = mac.size() + 2;
    const auto expected = sessionMac(m_session, response.data.first(response.data.size() - macObjectSize));
    if (!expected)
        return expected.error();
    if (!sameBytes(*expected, mac))
        return Fault{FaultCode::Tampered, "secure messaging: wrong MAC"};
    if (status.size() != 2 || (status[0] << 8 | status[1]) != response.status.value)
        return malformed("protected status differs from the bare one");

    Opened opened{{}, response.status};
    if (hasData) {
        const auto value = objects->front().value;
        const auto block = blockSize(m_session.cipher);
        if (value.size() <= block || value.size() % block != 1 || value[0] != kPaddedIndicator)
            return malformed("cryptogram has a wrong form");
        auto plain = decipher(m_session, value.subspan(1));
        if (!plain)
            return plain.error();
        opened.data = secretFrom(std::move(*plain));
        const auto size = unpaddedSize(opened.data, block);
        if (!size)
            return size.error();
        opened.data.resize(*size);
    }
    return opened;
}

} // namespace balady::smartcard
