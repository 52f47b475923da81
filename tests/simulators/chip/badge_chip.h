// BadgeChip: the software of a technician's badge: the PIV card application (NIST SP 800-73-4), as much of it as a
// terminal asks for.
#pragma once

#include "kiosk/base/bytes.h"
#include "tests/simulators/chip/badge_key.h"
#include "tests/simulators/chip/chip.h"

#include <string>

namespace balady::simulators {

struct BadgeDesign {
    std::string pin = "123456";
    int tries = 3;           ///< left for the PIN; 0: blocked
    bool forged = false;     ///< a bit of every signature is wrong
    bool refusesPin = false; ///< VERIFY is refused with 6982, as by cards that take no PIN by air
    BadgeKey key;
};

/// Strict: everything but SELECT needs the application, the key 9A needs the PIN, long answers come in pieces. The count
/// of tries outlives a reset, as on a real card.
class BadgeChip final : public Chip {
  public:
    explicit BadgeChip(BadgeDesign design) : m_design(std::move(design)), m_tries(m_design.tries) {}

    [[nodiscard]] Bytes answer(ByteView command) override;
    void reset() override;

  private:
    [[nodiscard]] Bytes select(ByteView application);
    [[nodiscard]] Bytes getData(ByteView wanted);
    [[nodiscard]] Bytes verify(ByteView pin);
    [[nodiscard]] Bytes sign(std::uint8_t algorithm, std::uint8_t key, ByteView data);
    /// As much of the waiting answer as fits, and how much more there is.
    [[nodiscard]] Bytes piece();

    BadgeDesign m_design;
    int m_tries;
    bool m_selected = false;
    bool m_open = false; ///< the PIN was right
    Bytes m_waiting;     ///< of a long answer
};

} // namespace balady::simulators
