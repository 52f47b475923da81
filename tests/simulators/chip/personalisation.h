// Personalisation: what a country writes into a demo card: its files, and a signature over them that may be wrong.
#pragma once

#include "tests/simulators/chip/card_file.h"
#include "tests/simulators/chip/document_signer.h"
#include "tests/simulators/chip/lds_chip.h"

#include <optional>
#include <string>

namespace balady::simulators {

/// A made-up country. Its keys live as long as it does, so a trust list is good for one run of the simulator.
class Country {
  public:
    Country();
    /// Its authority's certificate (PEM).
    [[nodiscard]] std::string trustList() const;
    /// The chip of this card; nothing if the card holds no ICAO application.
    [[nodiscard]] std::optional<ChipDesign> personalise(const CardFile& card) const;

  private:
    [[nodiscard]] const DocumentSigner& signerOf(Signature signature) const;

    IssuingAuthority m_authority;
    DocumentSigner m_signer;
    DocumentSigner m_expiredSigner;
    DocumentSigner m_stranger; ///< of an authority that is on nobody's list
};

} // namespace balady::simulators
