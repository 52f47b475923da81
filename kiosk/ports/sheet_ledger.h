// SheetLedger: which numbered sheet bears which licence, on disk until the platform has it, encrypted; core thread.
#pragma once

#include "kiosk/model/stock.h"
#include "kiosk/ports/task.h"

#include <string>
#include <vector>

namespace balady::ports {

class SheetLedger {
  public:
    virtual ~SheetLedger() = default;
    /// Durable when it returns. AccessDenied without a key to encrypt with; StorageFull, StorageCorrupt, HardwareError:
    /// nothing is kept.
    virtual Task<Done> keepSheet(model::SheetBinding binding) = 0;
    /// Oldest first; without those that the terminal's keys do not open, which are left alone until they do.
    virtual Task<std::vector<model::SheetBinding>> keptSheets() = 0;
    /// The platform has answered. Nothing of it is left in the store's files when this returns.
    virtual Task<Done> eraseSheet(std::string idempotencyKey) = 0;
};

} // namespace balady::ports
