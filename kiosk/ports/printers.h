// Printers: the receipt printer and the document printer, by what is known of a paper; core thread.
#pragma once

#include "kiosk/model/device_status.h"
#include "kiosk/model/paper.h"
#include "kiosk/ports/task.h"

namespace balady::ports {

using model::PaperOutcome;
using model::PaperResult;

class ReceiptPrinter {
  public:
    virtual ~ReceiptPrinter() = default;
    /// Asks the printer itself (ESC/POS DLE EOT).
    virtual Task<model::PrinterStatus> status() = 0;
    /// Millimetres of the roll that the receipt takes. InvalidData if it cannot be drawn.
    virtual Task<int> measure(model::Receipt receipt) = 0;
    /// Prints and cuts. A paper problem is a value (NotPrinted or Unknown with the status), not a fault.
    virtual Task<PaperResult> print(model::Receipt receipt) = 0;
    /// A receipt was interrupted before this program started: nothing of it may come out with the next one. Done by
    /// the operation that follows; prints nothing.
    virtual Task<Done> discardRest() = 0;
    /// Does in a quiet moment what the first receipt would have to wait for. Prints nothing; need not be called.
    virtual Task<Done> prepare() = 0;
};

class DocumentPrinter {
  public:
    virtual ~DocumentPrinter() = default;
    /// Asks the printer itself by IPP, not the queue (its reasons are stale after a fault).
    virtual Task<model::PrinterStatus> status() = 0;
    /// A paper was interrupted before this program started: what still waits of it, at the spooler or at the printer,
    /// is withdrawn. Faults as those of status().
    virtual Task<Done> discardRest() = 0;
    /// Renders, submits and watches the job until it is out, refused or `status` shows a problem that a person
    /// must solve. A jam or empty tray is a value.
    virtual Task<PaperResult> print(model::LicencePaper paper) = 0;
};

} // namespace balady::ports
