// Bytes: the one spelling of "some bytes" and the text forms that bytes take on the wire.
#pragma once

#include "kiosk/base/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace balady {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

/// View over the bytes of a text; the text must outlive it.
[[nodiscard]] inline ByteView asBytes(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
[[nodiscard]] inline std::string asText(ByteView bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// Lower-case hexadecimal, two characters a byte.
[[nodiscard]] std::string toHex(ByteView bytes);
/// Malformed on an odd length or a character outside 0-9a-fA-F.
[[nodiscard]] Result<Bytes> fromHex(std::string_view text);

/// RFC 4648 section 5 (URL and file name safe), without padding, as JOSE uses it (RFC 7515 section 2).
[[nodiscard]] std::string toBase64Url(ByteView bytes);
/// Malformed on padding, foreign characters, an impossible length or non-zero trailing bits.
[[nodiscard]] Result<Bytes> fromBase64Url(std::string_view text);

} // namespace balady
