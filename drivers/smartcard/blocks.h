// Blocks: padding to a cipher's blocks (ISO/IEC 9797-1, method 2), comparing MACs, and wiped copies.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/base/secret.h"

namespace balady::smartcard {

/// The data, 0x80, and zeroes up to a multiple of `block` bytes.
[[nodiscard]] SecretBytes padded(ByteView data, std::size_t block);
/// How many bytes are data; Malformed if the padding is not there or is longer than a block.
[[nodiscard]] Result<std::size_t> unpaddedSize(ByteView data, std::size_t block);

/// Equal, in a time that tells nothing about where they differ.
[[nodiscard]] bool sameBytes(ByteView a, ByteView b) noexcept;

/// Moves bytes that somebody else's function made into memory that is wiped; the source is wiped now.
[[nodiscard]] SecretBytes secretFrom(Bytes&& plain);

} // namespace balady::smartcard
