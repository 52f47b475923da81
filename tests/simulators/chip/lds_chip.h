// LdsChip: the software of an ICAO identity card: its files behind BAC or PACE and secure messaging (Doc 9303-10,
// -11).
#pragma once

#include "drivers/smartcard/bac.h"
#include "kiosk/base/bytes.h"
#include "tests/simulators/chip/chip.h"
#include "tests/simulators/chip/chip_key.h"
#include "tests/simulators/chip/chip_pace.h"

#include <map>
#include <optional>
#include <string>

namespace balady::simulators {

struct PlainCommand;

/// How a chip is made.
struct ChipDesign {
    std::string mrz;                               ///< TD1 or TD3, without line feeds
    bool bac = true;                               ///< opens by Basic Access Control
    std::optional<smartcard::PaceOffer> pace = {}; ///< opens by PACE, and EF.CardAccess says so
    std::string cardAccessNumber = {};             ///< opens by PACE with this too
    std::optional<Bytes> cardAccess = {};          ///< instead of the EF.CardAccess that fits `pace`
    std::map<int, Bytes> files = {}; ///< by identifier: EF.DG2, EF.SOD, or another EF.DG1 than fits `mrz`
    std::optional<ChipKey> key = {}; ///< answers INTERNAL AUTHENTICATE
};

/// EF.DG1 around a zone, as a healthy chip holds it.
[[nodiscard]] Bytes makeDg1(const std::string& mrz);
/// EF.DG2 around an image of so many bytes, which begins and ends as a JPEG and is none.
[[nodiscard]] Bytes makeDg2(std::size_t imageSize);

/// A strict chip: nothing but EF.CardAccess, the application selection, BAC and PACE answers in the clear; anything
/// else is 6982.
class LdsChip final : public Chip {
  public:
    /// `random` is injected so that a transcript can be recorded once and replayed.
    LdsChip(ChipDesign design, crypto::RandomSource random);

    [[nodiscard]] Bytes answer(ByteView command) override;
    /// The session is forgotten.
    void reset() override;

    /// What opens this card.
    [[nodiscard]] const ports::AccessKey& accessKey() const { return m_printed; }

  private:
    [[nodiscard]] Bytes answerPlain(const PlainCommand& command);
    [[nodiscard]] Bytes answerProtected(const PlainCommand& command);
    [[nodiscard]] Bytes select(const PlainCommand& command);
    [[nodiscard]] Bytes getChallenge(const PlainCommand& command);
    [[nodiscard]] Bytes authenticate(ByteView data);
    [[nodiscard]] Bytes generalAuthenticate(ByteView data);
    [[nodiscard]] Bytes prove(const PlainCommand& command) const;
    [[nodiscard]] Bytes readBinary(const PlainCommand& command);
    [[nodiscard]] const Bytes* selectedFile() const;

    ChipDesign m_design;
    crypto::RandomSource m_random;
    ports::AccessKey m_printed;
    smartcard::KeyPair m_documentKeys;
    std::map<int, Bytes> m_masterFile;  ///< files outside the application, by identifier
    std::map<int, Bytes> m_application; ///< files inside it
    std::optional<ChipPace> m_pace;
    bool m_applicationSelected = false;
    std::optional<Bytes> m_challenge;
    std::optional<smartcard::Session> m_session;
    int m_selectedFile = 0;
};

} // namespace balady::simulators
