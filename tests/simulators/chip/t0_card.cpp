#include "tests/simulators/chip/t0_card.h"

#include <algorithm>
#include <utility>

namespace balady::simulators {
namespace {

constexpr std::size_t kHeader = 4;
constexpr std::uint8_t kGetResponse = 0xc0;
constexpr std::size_t kMost = 256; ///< in one piece

Bytes status(std::uint8_t kind, std::size_t length) {
    return {kind, static_cast<std::uint8_t>(length)}; // 256 is written as 00
}

std::size_t expectedBy(ByteView tpdu) {
    return tpdu[kHeader] == 0 ? 256 : tpdu[kHeader];
}

} // namespace

std::optional<Bytes> T0Card::answer(ByteView tpdu) {
    if (tpdu.size() <= kHeader || (tpdu.size() > kHeader + 1 && tpdu.size() != kHeader + 1 + tpdu[kHeader]))
        return Bytes{0x67, 0x00};
    const bool carriesData = tpdu.size() > kHeader + 1;
    if (!carriesData && !m_waiting.empty()) {
        const Bytes header(tpdu.begin(), tpdu.begin() + kHeader);
        if (tpdu[1] == kGetResponse || header == m_asked)
            return handOut(expectedBy(tpdu));
    }
    m_waiting.clear();
    Bytes apdu(tpdu.begin(), tpdu.end());
    if (carriesData)
        apdu.push_back(0); // whatever comes of it, the card keeps it
    auto answer = m_obey(apdu);
    if (!answer || answer->size() <= 2)
        return answer;
    m_waiting = std::move(*answer);
    m_asked.assign(tpdu.begin(), tpdu.begin() + kHeader);
    if (carriesData) {
        m_asked.clear();
        return status(0x61, std::min(m_waiting.size() - 2, kMost));
    }
    return handOut(expectedBy(tpdu));
}

Bytes T0Card::handOut(std::size_t expected) {
    const auto next = std::min(m_waiting.size() - 2, kMost);
    if (expected != next)
        return status(0x6c, next);
    if (next == m_waiting.size() - 2)
        return std::exchange(m_waiting, {});
    const auto end = m_waiting.begin() + static_cast<std::ptrdiff_t>(next);
    const auto left = status(0x61, std::min(m_waiting.size() - next - 2, kMost));
    Bytes piece(m_waiting.begin(), end);
    piece.insert(piece.end(), left.begin(), left.end());
    m_waiting.erase(m_waiting.begin(), end);
    return piece;
}

} // namespace balady::simulators
