// IppAttributes: what an IPP answer (RFC 8011) says of a printer and of its jobs, however odd the answer is; pure; private
// to this folder.
#pragma once

#include "printing/cups/job_ticket.h"

#include <cups/ipp.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace balady::cups {

struct FreeIpp {
    void operator()(ipp_t* message) const { ippDelete(message); }
};
using IppPtr = std::unique_ptr<ipp_t, FreeIpp>;

/// How a printer says that it is.
struct PrinterAttributes {
    bool stopped = false;
    bool paused = false; ///< cupsd only: a person has stopped the queue, whatever the printer says
    std::vector<std::string> reasons;
    std::string deviceUri; ///< cupsd only: the printer behind the queue
    Capabilities can;
};

/// What a subscription has to tell (RFC 3995, 9, and RFC 3996).
struct Events {
    int count = 0;
    int last = 0; ///< the highest notify-sequence-number, 0 without one
};

/// A job, as cupsd or the printer tells it.
struct JobAttributes {
    int number = 0;
    ipp_jstate_t state = IPP_JSTATE_PENDING;
    std::optional<int> impressions; ///< pages done, where it is told
    int subscription = 0;           ///< that came with it (Print-Job), 0 if none did
    [[nodiscard]] bool over() const { return state >= IPP_JSTATE_CANCELED; }
};

// What is missing from an answer, or of another type than the standard says, is left as it is in a new object.

/// An answer to Get-Printer-Attributes.
[[nodiscard]] PrinterAttributes printerIn(ipp_t* answer);
/// An answer to Print-Job or Get-Job-Attributes.
[[nodiscard]] JobAttributes jobIn(ipp_t* answer);
/// An answer to Get-Notifications.
[[nodiscard]] Events eventsIn(ipp_t* answer);
/// The queues in an answer to CUPS-Get-Default or CUPS-Get-Printers, by their names.
[[nodiscard]] std::vector<std::string> queuesIn(ipp_t* answer);
/// The jobs of this name in an answer to Get-Jobs, and those whose names begin so.
[[nodiscard]] std::vector<JobAttributes> jobsIn(ipp_t* answer, std::string_view jobName);
[[nodiscard]] std::vector<JobAttributes> jobsBeginning(ipp_t* answer, std::string_view beginning);

} // namespace balady::cups
