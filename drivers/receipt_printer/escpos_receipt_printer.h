// EscposReceiptPrinter: draws a receipt, speaks ESC/POS, and does not know what wire its bytes take. Private to this
// folder.
#pragma once

#include "drivers/receipt_printer/byte_channel.h"
#include "kiosk/ports/blocking_thread.h"
#include "kiosk/ports/printers.h"
#include "printing/escpos/commands.h"
#include "printing/escpos/exchange.h"
#include "printing/escpos/print_job.h"

#include <memory>

namespace balady::receipt_printer {

class EscposReceiptPrinter final : public ports::ReceiptPrinter {
  public:
    EscposReceiptPrinter(escpos::Profile profile, std::unique_ptr<ByteChannel> channel)
        : m_profile(profile), m_channel(std::move(channel)) {}

    /// A printer that is not there is a status (NoDevice, Offline), not a fault. Without status in the profile it
    /// says no more than whether the channel opens.
    ports::Task<model::PrinterStatus> status() override;
    /// From the cut before it to its own, with the feed to the cutter.
    ports::Task<int> measure(model::Receipt receipt) override;
    /// InvalidData if the receipt cannot be drawn. Not interrupted by cancellation: half a receipt helps nobody, and
    /// every wait in it is bounded.
    ports::Task<model::PaperResult> print(model::Receipt receipt) override;
    /// At the next operation: the printer is told to forget what it holds, and cuts off what hangs out.
    ports::Task<Done> discardRest() override;
    /// Draws a receipt that nobody gets: the first one that is drawn loads the fonts, which takes some 40 ms.
    ports::Task<Done> prepare() override;

  private:
    [[nodiscard]] model::PrinterStatus askStatus();
    [[nodiscard]] Result<model::PaperResult> printNow(const model::Receipt& receipt);
    [[nodiscard]] Result<Done> open();
    [[nodiscard]] Result<Done> clear();
    void cutOffStrip();
    template <class Machine>
    void drive(Machine& machine);
    [[nodiscard]] escpos::Event perform(const escpos::Step& step);

    escpos::Profile m_profile;
    std::unique_ptr<ByteChannel> m_channel;
    escpos::Leftovers m_left;
    ports::BlockingThread m_thread; ///< last: it finishes before what it uses goes
};

} // namespace balady::receipt_printer
