#include "drivers/smartcard/blocks.h"

namespace balady::smartcard {

SecretBytes padded(ByteView data, std::size_t block) {
    SecretBytes out;
    out.reserve(data.size() + block);
    out.assign(data.begin(), data.end());
    out.push_back(0x80);
    while (out.size() % block != 0)
        out.push_back(0x00);
    return out;
}

Result<std::size_t> unpaddedSize(ByteView data, std::size_t block) {
    std::size_t size = data.size();
    while (size > 0 && data[size - 1] == 0x00)
        --size;
    if (size == 0 || data[size - 1] != 0x80 || data.size() - size >= block)
        return Fault{FaultCode::Malformed, "padding is missing"};
    return size - 1;
}

bool sameBytes(ByteView a, ByteView b) noexcept {
    if (a.size() != b.size())
        return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned>(a[i] ^ b[i]);
    return difference == 0;
}

SecretBytes secretFrom(Bytes&& plain) {
    SecretBytes out(plain.begin(), plain.end());
    wipe(plain.data(), plain.size());
    plain.clear();
    return out;
}

} // namespace balady::smartcard
