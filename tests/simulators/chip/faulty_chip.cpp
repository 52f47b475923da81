#include "tests/simulators/chip/faulty_chip.h"

namespace balady::simulators {

void FaultyChip::reset() {
    m_commands = 0;
    if (m_chip)
        m_chip->reset();
}

std::optional<Bytes> FaultyChip::answer(ByteView apdu) {
    const int number = ++m_commands;
    if (m_faults.silentAfterCommand && number > *m_faults.silentAfterCommand)
        return std::nullopt;
    auto answer = m_chip ? m_chip->answer(apdu) : Bytes{0x6a, 0x82};
    if (number == m_faults.emptyAnswerToCommand)
        answer = {0x90, 0x00};
    if (number == m_faults.refusedCommand)
        answer = {static_cast<std::uint8_t>(m_faults.refusal >> 8),
                  static_cast<std::uint8_t>(m_faults.refusal)};
    if (number == m_faults.shortAnswerToCommand)
        answer.resize(1);
    if (number == m_faults.wrongMacToCommand && answer.size() > 2)
        answer[answer.size() - 3] ^= 0x01;
    return answer;
}

} // namespace balady::simulators
