// PaperLedger: every paper on disk before it is begun, and what became of it, so that none comes out twice unmarked; core
// thread.
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/model/paper.h"
#include "kiosk/ports/task.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace balady::ports {

enum class PaperKind { Receipt, Licence };

/// A paper that is about to be printed. What it says is not kept: nothing here leads to a person.
struct PaperJob {
    PaperKind kind = PaperKind::Receipt;
    int millimetres = 0; ///< of the roll; 0 for a sheet
    std::string licence; ///< a mark that tells licences apart and none of their numbers; empty for a receipt
};

struct BegunPaper {
    std::int64_t number = 0; ///< for endPaper()
    int earlier = 0;         ///< papers of the same licence that are out, or may be
};

/// What went through the receipt printer.
struct RollUse {
    std::int64_t millimetres = 0;     ///< of the present roll
    std::int64_t lately = 0;          ///< millimetres in the time that `observed` says, whatever the roll
    std::chrono::minutes observed{0}; ///< how long there are records, a week at most
};

class PaperLedger {
  public:
    virtual ~PaperLedger() = default;

    /// Durable when it returns; until it has ended, the paper counts as one that may have come out. Faults as those
    /// of Journal::begin(): nothing was begun.
    virtual Task<BegunPaper> beginPaper(PaperJob job) = 0;
    /// NotPrinted takes paper and count back. NotFound for a number that is not open.
    virtual Task<Done> endPaper(std::int64_t number, model::PaperOutcome outcome) = 0;
    /// Ends as Unknown what an earlier run of the program began and did not end, oldest first.
    virtual Task<std::vector<PaperJob>> endInterrupted() = 0;

    virtual Task<RollUse> rollUse() = 0;
    /// Somebody knows better: so much of the present roll is used. 0 is a new roll.
    virtual Task<Done> setRollUsed(std::int64_t millimetres) = 0;
};

} // namespace balady::ports
