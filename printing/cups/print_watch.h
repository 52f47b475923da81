// PrintWatch: sends one document and stays with it until it is known what became of it; private to this folder.
#pragma once

#include "kiosk/model/paper.h"
#include "printing/cups/cups_document_printer.h"
#include "printing/cups/ipp_peer.h"

#include <optional>

namespace balady::cups {

/// Blocking; one document, one thread.
class PrintWatch {
  public:
    explicit PrintWatch(const Queue& queue);

    /// The queue to use where the settings name none: cupsd's default one, or the only one. NoDevice if there is neither.
    [[nodiscard]] static Result<std::string> discover(const Queue& queue);

    /// Asks cupsd which printer is behind the queue, and then the printer itself. What the queue remembers of the
    /// printer is stale after a fault, so that it counts only where the printer cannot be asked (USB).
    [[nodiscard]] Result<model::PrinterStatus> status();
    [[nodiscard]] Result<model::PaperResult> print(ByteView pdf);
    /// Cancels every document of ours that waits in the queue or in the printer, whoever sent it when.
    [[nodiscard]] Result<Done> withdrawAll();

  private:
    [[nodiscard]] Result<model::PaperResult> watch(const JobAttributes& submitted, const std::string& name);
    /// cupsd does not answer. It may be restarting, and would then begin the job anew, perhaps a second time.
    [[nodiscard]] model::PaperResult spoolerLost(int number, const std::string& name);
    /// Takes the job back, so that no paper comes out unannounced, and finds out whether that was in time.
    [[nodiscard]] model::PaperResult withdraw(int number, const std::string& name);
    /// What a job that cupsd calls completed did, by the printer's own word if it has one.
    [[nodiscard]] model::PaperOutcome confirmed(const std::string& name);
    /// What a job that ended in cupsd without success did to the paper.
    [[nodiscard]] model::PaperOutcome aftermath(const JobAttributes& job, const std::string& name);
    [[nodiscard]] model::PaperResult result(model::PaperOutcome outcome);

    Queue m_queue;
    IppPeer m_spooler;
    std::optional<IppPeer> m_printer; ///< where it speaks IPP
    JobTicket m_ticket;               ///< for the printer that answered last
    model::PrinterStatus m_last;
    bool m_paused = false; ///< a person has stopped the queue
};

} // namespace balady::cups
