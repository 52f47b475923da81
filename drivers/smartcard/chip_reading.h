// ChipReading: one reading of an identity card's chip, as an errand.
#pragma once

#include "drivers/smartcard/card_errand.h"
#include "drivers/smartcard/lds_reader.h"

#include <memory>
#include <optional>
#include <string>

namespace balady::smartcard {

/// Made with make(): its memory is wiped when both threads have let go of it.
class ChipReading final : public CardErrand {
  public:
    ChipReading(ports::AccessKey&& key, ReadingTerms terms, std::string reader,
                const std::shared_ptr<Bell>& bell);
    ~ChipReading() override;

    /// The time of `terms` is set when the reading begins.
    [[nodiscard]] static std::shared_ptr<ChipReading>
    make(ports::AccessKey key, ReadingTerms terms, std::string reader, const std::shared_ptr<Bell>& bell);
    void run() override;

    std::optional<Result<ports::ChipContents>> result; ///< written before `bell` rings, read after

  private:
    [[nodiscard]] Result<ports::ChipContents> read();

    ports::AccessKey m_key;
    ReadingTerms m_terms;
};

} // namespace balady::smartcard
