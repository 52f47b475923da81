#include "drivers/receipt_printer/escpos_receipt_printer.h"

#include "drivers/receipt_printer/receipt_printer.h"
#include "drivers/receipt_printer/tcp_byte_channel.h"
#include "drivers/receipt_printer/usb_byte_channel.h"
#include "kiosk/base/log.h"
#include "printing/escpos/print_job.h"
#include "printing/escpos/status_inquiry.h"
#include "printing/layout/receipt_layout.h"

namespace balady::receipt_printer {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kClearPatience{500};

escpos::Broke broke(const Fault& fault, std::size_t accepted) {
    log::fault("receipt_printer", "channel_broke", fault);
    return {fault.code, accepted};
}

} // namespace

// Not coroutines themselves: GCC 12 destroys a capturing lambda twice when it is written inside a co_await.
ports::Task<model::PrinterStatus> EscposReceiptPrinter::status() {
    return m_thread.run([this]() -> Result<model::PrinterStatus> { return askStatus(); });
}

ports::Task<model::PaperResult> EscposReceiptPrinter::print(model::Receipt receipt) {
    return m_thread.run([this, receipt = std::move(receipt)] { return printNow(receipt); });
}

ports::Task<Done> EscposReceiptPrinter::prepare() {
    return m_thread.run([width = m_profile.widthDots]() -> Result<Done> {
        model::Receipt receipt;
        receipt.title = "بلدي Balady 0123456789"; // both scripts: each has fonts of its own
        receipt.lines.push_back({receipt.title, receipt.title, false, true});
        receipt.qr = "0";
        if (auto drawn = layout::layOutReceipt(receipt, width); !drawn)
            return drawn.error();
        return Done{};
    });
}

Result<Done> EscposReceiptPrinter::open() {
    if (auto opened = m_channel->open(); !opened)
        return opened;
    if (!m_restInPrinter)
        return Done{};
    const auto written = m_channel->write(escpos::clearBuffers(), kClearPatience);
    if (written.fault)
        return *written.fault;
    m_restInPrinter = false;
    return Done{};
}

model::PrinterStatus EscposReceiptPrinter::askStatus() {
    if (const auto opened = open(); !opened)
        return escpos::statusAfter(opened.error().code);
    if (!m_profile.hasStatus)
        return {model::DeviceState::Online, model::PaperState::Unknown, false};
    escpos::StatusInquiry inquiry;
    drive(inquiry);
    if (inquiry.result())
        return escpos::summary(*inquiry.result());
    m_channel->close();
    return escpos::statusAfter(inquiry.result().error().code);
}

Result<model::PaperResult> EscposReceiptPrinter::printNow(const model::Receipt& receipt) {
    auto drawn = layout::layOutReceipt(receipt, m_profile.widthDots);
    if (!drawn)
        return drawn.error();
    auto job =
        escpos::PrintJob::make(m_profile, {drawn->widthDots, drawn->heightDots, std::move(drawn->rows)});
    if (!job)
        return job.error();
    if (const auto opened = open(); !opened)
        return model::PaperResult{model::PaperOutcome::NotPrinted, escpos::statusAfter(opened.error().code)};
    drive(*job);
    m_restInPrinter = job->leftRest();
    // After trouble the next operation starts from a fresh connection.
    if (job->result().status.device != model::DeviceState::Online)
        m_channel->close();
    return job->result();
}

template <class Machine>
void EscposReceiptPrinter::drive(Machine& machine) {
    auto step = machine.start();
    while (!std::holds_alternative<escpos::Finished>(step))
        step = machine.on(perform(step));
}

escpos::Event EscposReceiptPrinter::perform(const escpos::Step& step) {
    if (const auto* send = std::get_if<escpos::Send>(&step)) {
        const auto written = m_channel->write(send->bytes, send->patience);
        if (written.fault)
            return broke(*written.fault, written.accepted);
        return escpos::Sent{};
    }
    if (const auto* receive = std::get_if<escpos::Receive>(&step)) {
        auto bytes = m_channel->read(receive->patience);
        if (bytes)
            return escpos::Received{std::move(*bytes)};
        if (bytes.error().code == FaultCode::TimedOut)
            return escpos::Silence{};
        return broke(bytes.error(), 0);
    }
    return escpos::PortSays{m_channel->portStatus()};
}

std::unique_ptr<ports::ReceiptPrinter> makeUsbReceiptPrinter(escpos::Profile profile,
                                                             usb::PrinterAddress address) {
    return std::make_unique<EscposReceiptPrinter>(profile,
                                                  std::make_unique<UsbByteChannel>(std::move(address)));
}

std::unique_ptr<ports::ReceiptPrinter> makeNetworkReceiptPrinter(escpos::Profile profile,
                                                                 NetworkAddress address) {
    return std::make_unique<EscposReceiptPrinter>(
        profile, std::make_unique<TcpByteChannel>(std::move(address.host), address.port));
}

} // namespace balady::receipt_printer
