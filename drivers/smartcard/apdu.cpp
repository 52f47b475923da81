#include "drivers/smartcard/apdu.h"

#include <array>

namespace balady::smartcard {
namespace {

constexpr std::uint32_t kMostExpected = 65'536;

std::string_view meaning(std::uint16_t value) {
    switch (value) {
    case 0x9000: return "success";
    case 0x6282: return "end of file reached";
    case 0x6300: return "authentication failed";
    case 0x6700: return "wrong length";
    case 0x6882: return "secure messaging not supported";
    case 0x6982: return "security status not satisfied";
    case 0x6983: return "authentication method blocked";
    case 0x6985: return "conditions of use not satisfied";
    case 0x6986: return "command not allowed";
    case 0x6987: return "secure messaging objects missing";
    case 0x6988: return "secure messaging objects incorrect";
    case 0x6a80: return "incorrect data";
    case 0x6a81: return "function not supported";
    case 0x6a82: return "file not found";
    case 0x6a86: return "incorrect parameters";
    case 0x6a88: return "referenced data not found";
    case 0x6b00: return "offset outside the file";
    case 0x6d00: return "instruction not supported";
    case 0x6e00: return "class not supported";
    case 0x6f00: return "no precise diagnosis";
    default: break;
    }
    switch (value >> 8) {
    case 0x61: return "more data waiting";
    case 0x63: return "warning, memory changed";
    case 0x6c: return "wrong expected length";
    default: return "unknown status";
    }
}

} // namespace

Result<SecretBytes> Command::encode() const {
    if (data.size() > 255 || (expected && (*expected == 0 || *expected > kMostExpected)))
        return Fault{FaultCode::Bug, "apdu: length does not fit"};
    const bool extended = expected && *expected > 256;
    SecretBytes out;
    out.reserve(4 + 3 + data.size() + 2);
    out.assign({cla, ins, p1, p2});
    if (extended) // says so, and makes lengths two bytes long
        out.push_back(0);
    if (!data.empty()) {
        if (extended)
            out.push_back(0);
        out.push_back(static_cast<std::uint8_t>(data.size()));
        out.insert(out.end(), data.begin(), data.end());
    }
    if (extended)
        out.push_back(static_cast<std::uint8_t>(*expected >> 8 & 0xff));
    if (expected) // 256 is written as 00, 65,536 as 0000
        out.push_back(static_cast<std::uint8_t>(*expected & 0xff));
    return out;
}

std::string StatusWord::text() const {
    const std::array<std::uint8_t, 2> bytes{static_cast<std::uint8_t>(value >> 8),
                                            static_cast<std::uint8_t>(value & 0xff)};
    return toHex(bytes) + " " + std::string(meaning(value));
}

Result<Response> parseResponse(ByteView bytes) {
    if (bytes.size() < 2)
        return Fault{FaultCode::CardRemoved, "answer without a status word"};
    const auto end = bytes.last(2);
    return Response{bytes.first(bytes.size() - 2), {static_cast<std::uint16_t>(end[0] << 8 | end[1])}};
}

} // namespace balady::smartcard
