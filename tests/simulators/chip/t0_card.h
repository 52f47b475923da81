// T0Card: a card's side of the transmission protocol T=0 (ISO/IEC 7816-3, 12.2) before a chip that speaks APDUs; sans-IO.
#pragma once

#include "kiosk/base/bytes.h"

#include <functional>
#include <optional>

namespace balady::simulators {

/// Strict: a command with data is never answered with data, but with their number (61xx), and they wait for GET RESPONSE;
/// who asks for another number of bytes than there are is told so (6Cxx).
class T0Card {
  public:
    /// The answer to an APDU; nothing from a card that has fallen silent.
    using Obey = std::function<std::optional<Bytes>(ByteView apdu)>;
    explicit T0Card(Obey obey) : m_obey(std::move(obey)) {}

    [[nodiscard]] std::optional<Bytes> answer(ByteView tpdu);

  private:
    [[nodiscard]] Bytes handOut(std::size_t expected);

    Obey m_obey;
    Bytes m_waiting; ///< data and status word, until they are fetched or another command comes
    Bytes m_asked;   ///< the command whose answer waits, if it may be asked again with another length
};

} // namespace balady::simulators
