// TerminalCertificate: what proves to the platform which terminal asks, and how its successor is got; core thread.
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/ports/task.h"

#include <chrono>

namespace balady::ports {

class TerminalCertificate {
  public:
    virtual ~TerminalCertificate() = default;

    /// When the one in use may be used (RFC 5280, 4.1.2.5).
    struct Validity {
        std::chrono::sys_seconds from;
        std::chrono::sys_seconds until;
    };
    [[nodiscard]] virtual Validity validity() const = 0;

    /// Asks for a successor, examines it, puts it on the disk and uses it from the next connection on. After any fault the one
    /// that was in use stays. Faults: those of the connection and of a refusal; Tampered and Malformed if the answer is not
    /// what was asked for (it is kept beside for examination); AccessDenied, StorageFull, HardwareError of the disk.
    virtual Task<Done> renew() = 0;
};

} // namespace balady::ports
