// FaultyChip: a chip, and what goes wrong with it as its card file says; whatever the reader.
#pragma once

#include "tests/simulators/chip/card_file.h"
#include "tests/simulators/chip/chip.h"

#include <memory>
#include <optional>

namespace balady::simulators {

class FaultyChip {
  public:
    /// `chip` is null for a card that has no application we know.
    FaultyChip(std::unique_ptr<Chip> chip, CardFaults faults) : m_chip(std::move(chip)), m_faults(faults) {}

    [[nodiscard]] const CardFaults& faults() const { return m_faults; }
    /// Power comes anew.
    void reset();
    /// It is lifted before it obeys another command.
    [[nodiscard]] bool isLifted() const {
        return m_faults.diesAfterCommand && m_commands >= *m_faults.diesAfterCommand;
    }
    /// Nothing: the card has fallen silent.
    [[nodiscard]] std::optional<Bytes> answer(ByteView apdu);

  private:
    std::unique_ptr<Chip> m_chip; ///< null: a card without an application
    const CardFaults m_faults;
    int m_commands = 0; ///< since the card was powered
};

} // namespace balady::simulators
