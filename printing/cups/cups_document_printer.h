// CupsDocumentPrinter: the A4 printer behind a CUPS queue, and what is truly known of a job; core thread.
#pragma once

#include "kiosk/ports/blocking_thread.h"
#include "kiosk/ports/printers.h"
#include "printing/layout/licence_layout.h"

#include <chrono>
#include <optional>
#include <string>

namespace balady::cups {

struct Queue {
    std::string server = "/run/cups/cups.sock"; ///< HOST[:PORT], or the absolute path of a socket
    std::string name;                           ///< empty: cupsd's default queue, or its only one
    std::chrono::milliseconds answer{5'000};    ///< that cupsd or the printer may take to answer one request
    std::chrono::milliseconds patience{
        60'000}; ///< that a page may take while the printer complains of nothing
    std::chrono::milliseconds withdrawal{
        6'000}; ///< that a cancelled job may take until it is known to be gone
};

/// Blocks only its own thread. Outcomes:
/// - Completed: the printer itself said so (ipp, ipps); SentToPrinter where the printer cannot say (usb, socket);
/// - NotPrinted: refused before submission, or the job ended in cupsd and in the printer without a page begun;
/// - Unknown: a jam, a lost connection, a job that does not confirm its end.
/// Whenever print() answers, no job of it is waiting in the queue unless the queue could not be reached (Unknown).
class CupsDocumentPrinter final : public ports::DocumentPrinter {
  public:
    explicit CupsDocumentPrinter(Queue queue) : m_queue(std::move(queue)) {}

    /// Faults: Unreachable (cupsd is gone), TimedOut, ConnectionLost, NoDevice (no such queue). A printer that
    /// does not answer is a value: Offline.
    ports::Task<model::PrinterStatus> status() override;
    ports::Task<Done> discardRest() override;
    /// Faults: InvalidData or NotFound (the paper cannot be drawn); those of status() before anything was submitted.
    ports::Task<ports::PaperResult> print(model::LicencePaper paper) override;

  private:
    /// The queue by its name, which is looked for where the settings have none.
    [[nodiscard]] Result<Queue> queue() const;
    [[nodiscard]] Result<Bytes> layOut(const model::LicencePaper& paper);

    Queue m_queue;
    std::optional<layout::LicenceLayout> m_layout; ///< made for the first paper: it costs as much as a page
    ports::BlockingThread m_thread;                ///< last, so that it ends before what it uses
};

} // namespace balady::cups
