// AuditTrail: what this terminal did, in an order that nobody can change afterwards, without a person; core thread.
#pragma once

#include "kiosk/base/log.h"
#include "kiosk/model/conditions.h"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace balady::ports {

enum class AuditEvent {
    TerminalStarted,
    SessionBegun,
    SessionEnded,    ///< "how": finished, left, idle
    RequestAccepted, ///< "request": the first half of the SHA-256 of its idempotency key, "service"
    PaperPrinted,    ///< "paper", "outcome" as the printer told it, "copy" 0 or 1
    SheetKept, ///< "sheet": its number; that it bears the licence is on the disk, and the platform is told later
    SheetBound,   ///< "sheet"; the platform has it
    SheetRefused, ///< "sheet", "why": the type of the platform's refusal
    SheetUnbound, ///< somebody left with a licence on numbered paper, and which sheet it is was not found out
    CatalogueChanged,
    CertificateRenewed, ///< "days_left"
    ConditionChanged,   ///< "device", "trouble" ("none" when it was cleared)
    // Of technicians; "badge" is half of the SHA-256 of the badge's certificate.
    BadgeSignedIn,
    BadgeRefused, ///< "why": wrong_pin, blocked, expired, unknown, withdrawn, list_old, forged
    BadgeLeft,
    RollChanged,
    TestPrinted,
};
/// Stable lower_snake name ("session_begun").
[[nodiscard]] std::string_view name(AuditEvent event);

/// Where the trail ends: who has seen it can tell later whether something was cut off.
struct AuditHead {
    std::uint64_t sequence = 0; ///< 0: the trail is empty
    std::string hash;           ///< of that entry, lower-case hexadecimal SHA-256
    friend bool operator==(const AuditHead&, const AuditHead&) = default;
};

class AuditTrail {
  public:
    virtual ~AuditTrail() = default;
    /// Does not wait: the entry is on the disk a moment later, and signed with those that belong together with it. Fields are
    /// those of the log, so that nothing personal converts to one.
    virtual void record(AuditEvent event, std::initializer_list<log::Field> fields = {}) = 0;
    /// Of what is on the disk; for the fleet's health report. Any thread.
    [[nodiscard]] virtual AuditHead head() const = 0;
    /// Of the file: Broken while the disk does not take what was recorded; DataLost if a damaged one lies beside it, and it was
    /// begun anew. Any thread.
    [[nodiscard]] virtual model::Trouble trouble() const = 0;
};

} // namespace balady::ports
