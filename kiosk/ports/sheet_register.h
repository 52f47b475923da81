// SheetRegister: the platform's book of numbered sheets and the licences on them; core thread.
#pragma once

#include "kiosk/model/refusal.h"
#include "kiosk/model/stock.h"
#include "kiosk/ports/task.h"

namespace balady::ports {

class SheetRegister {
  public:
    virtual ~SheetRegister() = default;
    /// The same pair twice is one, whatever its key: after any fault it is safe to ask again. Refusals: "sheet-taken" (the
    /// sheet bears another licence), "validation" (no such licence, or none of its sheets).
    virtual Task<model::Answer<Done>> bindSheet(model::SheetBinding binding) = 0;
};

} // namespace balady::ports
