#include "kiosk/base/bytes.h"

#include <array>

namespace balady {
namespace {

constexpr std::string_view kBase64Url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

constexpr std::array<int, 256> reverseTable() {
    std::array<int, 256> table{};
    table.fill(-1);
    for (std::size_t i = 0; i < kBase64Url.size(); ++i)
        table[static_cast<std::uint8_t>(kBase64Url[i])] = static_cast<int>(i);
    return table;
}

int nibble(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

} // namespace

std::string toHex(ByteView bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string out;
    out.reserve(bytes.size() * 2);
    for (auto b : bytes) {
        out += kDigits[b >> 4];
        out += kDigits[b & 15];
    }
    return out;
}

Result<Bytes> fromHex(std::string_view text) {
    if (text.size() % 2 != 0)
        return Fault{FaultCode::Malformed, "hex: odd length"};
    Bytes out;
    out.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const int high = nibble(text[i]);
        const int low = nibble(text[i + 1]);
        if (high < 0 || low < 0)
            return Fault{FaultCode::Malformed, "hex: foreign character"};
        out.push_back(static_cast<std::uint8_t>(high << 4 | low));
    }
    return out;
}

std::string toBase64Url(ByteView bytes) {
    std::string out;
    out.reserve((bytes.size() * 4 + 2) / 3);
    std::uint32_t bits = 0;
    int held = 0;
    for (auto b : bytes) {
        bits = bits << 8 | b;
        for (held += 8; held >= 6;) {
            held -= 6;
            out += kBase64Url[bits >> held & 63];
        }
    }
    if (held > 0)
        out += kBase64Url[bits << (6 - held) & 63];
    return out;
}

Result<Bytes> fromBase64Url(std::string_view text) {
    static constexpr auto kTable = reverseTable();
    if (text.size() % 4 == 1)
        return Fault{FaultCode::Malformed, "base64url: impossible length"};
    Bytes out;
    out.reserve(text.size() * 3 / 4);
    std::uint32_t bits = 0;
    int held = 0;
    for (char c : text) {
        const int value = kTable[static_cast<std::uint8_t>(c)];
        if (value < 0)
            return Fault{FaultCode::Malformed, "base64url: foreign character"};
        bits = bits << 6 | static_cast<std::uint32_t>(value);
        held += 6;
        if (held >= 8) {
            held -= 8;
            out.push_back(static_cast<std::uint8_t>(bits >> held & 255));
        }
    }
    if ((bits & ((1u << held) - 1)) != 0)
        return Fault{FaultCode::Malformed, "base64url: trailing bits"};
    return out;
}

} // namespace balady
