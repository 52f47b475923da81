// HeadRegister: where the platform notes how far a terminal's audit trail has come; core thread.
#pragma once

#include "kiosk/ports/audit_trail.h"
#include "kiosk/ports/task.h"

namespace balady::ports {

class HeadRegister {
  public:
    virtual ~HeadRegister() = default;
    /// Noting the same head twice is no fault. Refused if it lies before one that was noted: then something was cut off, or
    /// the trail was begun anew. Else the faults of the connection.
    virtual Task<Done> noteAuditHead(AuditHead head) = 0;
};

} // namespace balady::ports
