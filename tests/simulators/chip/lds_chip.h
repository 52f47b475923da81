// LdsChip: the software of an ICAO identity card: EF.COM and EF.DG1 behind BAC and secure messaging (Doc
// 9303-10, -11).
#pragma once

#include "drivers/smartcard/bac.h"
#include "kiosk/base/bytes.h"

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace balady::simulators {

/// A strict chip: nothing but the application selection and BAC answers in the clear; anything else is 6982.
class LdsChip {
  public:
    /// Gives the chip's random bytes; injected so that a transcript can be recorded once and replayed.
    using Random = std::function<Bytes(std::size_t)>;

    /// `mrz` is a TD1 or TD3 zone without line feeds; the card opens with what is printed in it.
    LdsChip(const std::string& mrz, Random random);

    /// The answer to one command APDU: data and status word.
    [[nodiscard]] Bytes answer(ByteView command);
    /// Power lost or reset: the session is forgotten.
    void reset();

    /// What opens this card.
    [[nodiscard]] const ports::AccessKey& accessKey() const { return m_printed; }

  private:
    struct Plain;
    [[nodiscard]] Bytes answerPlain(const Plain& command);
    [[nodiscard]] Bytes answerProtected(const Plain& command);
    [[nodiscard]] Bytes authenticate(ByteView data);
    [[nodiscard]] Bytes selectFile(ByteView id);
    [[nodiscard]] Bytes readBinary(const Plain& command);
    [[nodiscard]] Bytes macWithCounter(ByteView objects) const;

    Random m_random;
    ports::AccessKey m_printed;
    smartcard::KeyPair m_documentKeys;
    std::map<int, Bytes> m_files;
    bool m_applicationSelected = false;
    std::optional<Bytes> m_challenge;
    std::optional<smartcard::Session> m_session;
    int m_selectedFile = 0;
};

} // namespace balady::simulators
