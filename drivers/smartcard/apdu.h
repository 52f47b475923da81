// APDU: the commands that a terminal sends to a chip and the chip's answers (ISO/IEC 7816-3, 12.1; 7816-4,
// 5).
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/base/secret.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace balady::smartcard {

/// A command of at most 255 bytes of data. It is sent in the short form unless more than 256 bytes are expected (ISO/IEC
/// 7816-4, 5.2).
struct Command {
    std::uint8_t cla = 0x00;
    std::uint8_t ins = 0;
    std::uint8_t p1 = 0;
    std::uint8_t p2 = 0;
    SecretBytes data;
    std::optional<std::uint32_t> expected; ///< Le: 1 to 65,536, or nothing if no data is expected

    /// The bytes for the wire; a Bug if a length does not fit.
    [[nodiscard]] Result<SecretBytes> encode() const;
};

/// SW1-SW2. Named because logs and decisions read better than four digits.
struct StatusWord {
    std::uint16_t value = 0;

    [[nodiscard]] bool ok() const noexcept { return value == 0x9000; }
    /// The end of the file came before Le bytes did: data are there, fewer than asked for.
    [[nodiscard]] bool endOfFile() const noexcept { return value == 0x6282; }
    /// "6a82 file not found": digits and ISO/IEC 7816-4 table 5-6's meaning.
    [[nodiscard]] std::string text() const;
    friend bool operator==(StatusWord, StatusWord) = default;
};

/// A chip's answer; `data` looks into the bytes that were parsed.
struct Response {
    ByteView data;
    StatusWord status;
};

/// CardRemoved if there are not even two bytes: PC/SC reports success for a card that was pulled away.
[[nodiscard]] Result<Response> parseResponse(ByteView bytes);

} // namespace balady::smartcard
