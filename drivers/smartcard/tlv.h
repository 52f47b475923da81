// TLV: BER-TLV data objects as a chip writes them (ISO/IEC 7816-4, 5.2.2); strict, never reads past its
// input.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace balady::smartcard {

/// Tags of ASN.1, of which a chip's lists of what it can and what was signed consist (ITU-T X.690, 8).
namespace der {
inline constexpr std::uint32_t kInteger = 0x02;
inline constexpr std::uint32_t kOctetString = 0x04;
inline constexpr std::uint32_t kObjectIdentifier = 0x06;
inline constexpr std::uint32_t kSequence = 0x30;
inline constexpr std::uint32_t kSet = 0x31;
} // namespace der

/// One data object; `value` looks into the bytes that were parsed, which must outlive it.
struct Tlv {
    std::uint32_t tag = 0; ///< the tag's bytes as one number: 0x61, 0x5F1F
    ByteView value;
};

/// The objects that fill `bytes` exactly. Malformed on anything left over or cut short, an indefinite length,
/// a length of more than two bytes or a tag of more than two. Lengths longer than needed are legal BER.
[[nodiscard]] Result<std::vector<Tlv>> parseTlvs(ByteView bytes);

/// The value of the one object with `tag` that fills `bytes`; Malformed if it is another tag.
[[nodiscard]] Result<ByteView> parseOnly(std::uint32_t tag, ByteView bytes);

/// How many bytes the object that begins with `head` has in all; `head` must hold its whole tag and length.
[[nodiscard]] Result<std::size_t> sizeFromHead(ByteView head);

/// What stands before a value: its tag and its length.
struct TlvHead {
    std::array<std::uint8_t, 5> bytes{};
    std::size_t size = 0; ///< how many of them
};

/// The shortest head for a value of less than 64 KiB.
[[nodiscard]] TlvHead tlvHead(std::uint32_t tag, std::size_t valueSize);

/// Writes one object with the shortest length. `value` is shorter than 64 KiB.
template <class Out>
void appendTlv(Out& out, std::uint32_t tag, ByteView value) {
    const auto head = tlvHead(tag, value.size());
    out.insert(out.end(), head.bytes.begin(), head.bytes.begin() + head.size);
    out.insert(out.end(), value.begin(), value.end());
}

} // namespace balady::smartcard
