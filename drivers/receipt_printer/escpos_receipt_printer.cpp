#include "drivers/receipt_printer/escpos_receipt_printer.h"

#include "drivers/receipt_printer/receipt_printer.h"
#include "drivers/receipt_printer/serial_byte_channel.h"
#include "drivers/receipt_printer/tcp_byte_channel.h"
#include "drivers/receipt_printer/usb_byte_channel.h"
#include "kiosk/base/log.h"
#include "printing/escpos/status_inquiry.h"
#include "printing/layout/receipt_layout.h"

#include <algorithm>
#include <cmath>

namespace balady::receipt_printer {
namespace {

using std::chrono::milliseconds;

/// Millimetres from the head to the cutter, as on printers of the TM-T88's build.
constexpr int kFeedToCutter = 14;
constexpr double kMillimetresPerInch = 25.4;
constexpr milliseconds kSendPatience{500};
// The printer clears at once and says so; one that knows no such command has fallen silent by then, too.
constexpr milliseconds kQuietPatience{300};
constexpr std::size_t kMaxHeard = 256;

escpos::Broke broke(const Fault& fault, std::size_t accepted) {
    log::fault("receipt_printer", "channel_broke", fault);
    return {fault.code, accepted};
}

} // namespace

// Not coroutines themselves: GCC 12 destroys a capturing lambda twice when it is written inside a co_await.
ports::Task<model::PrinterStatus> EscposReceiptPrinter::status() {
    return m_thread.run([this]() -> Result<model::PrinterStatus> { return askStatus(); });
}

ports::Task<int> EscposReceiptPrinter::measure(model::Receipt receipt) {
    return m_thread.run([profile = m_profile, receipt = std::move(receipt)]() -> Result<int> {
        const auto drawn = layout::layOutReceipt(receipt, profile.widthDots);
        if (!drawn)
            return drawn.error();
        const auto length = drawn->heightDots * kMillimetresPerInch / profile.dotsPerInch;
        return static_cast<int>(std::ceil(length)) + kFeedToCutter;
    });
}

ports::Task<model::PaperResult> EscposReceiptPrinter::print(model::Receipt receipt) {
    return m_thread.run([this, receipt = std::move(receipt)] { return printNow(receipt); });
}

ports::Task<Done> EscposReceiptPrinter::discardRest() {
    return m_thread.run([this]() -> Result<Done> {
        m_left = {true, true, 0};
        return Done{};
    });
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
    return m_left.bytes ? clear() : Done{};
}

/// Waits for the answer, so that no answer to an older question is still on its way when the next one is asked.
Result<Done> EscposReceiptPrinter::clear() {
    const auto written = m_channel->write(escpos::clearBuffers(), kSendPatience);
    if (written.fault)
        return *written.fault;
    escpos::ReplyStream replies;
    for (std::size_t heard = 0; heard < kMaxHeard;) {
        const auto bytes = m_channel->read(kQuietPatience);
        if (!bytes && bytes.error().code != FaultCode::TimedOut)
            return bytes.error();
        if (!bytes)
            break;
        heard += bytes->size();
        replies.feed(*bytes);
        bool cleared = false;
        while (const auto reply = replies.next())
            cleared = cleared || std::holds_alternative<escpos::BuffersCleared>(*reply);
        if (cleared)
            break;
    }
    m_left.bytes = false;
    m_left.answers = 0;
    return Done{};
}

/// In a quiet moment, so that the next citizen does not find it; a failure leaves it to the next receipt.
void EscposReceiptPrinter::cutOffStrip() {
    auto bytes = escpos::initialise();
    const auto cut = escpos::cutOff(m_profile);
    bytes.insert(bytes.end(), cut.begin(), cut.end());
    m_left.strip = m_channel->write(bytes, kSendPatience).fault.has_value();
}

model::PrinterStatus EscposReceiptPrinter::askStatus() {
    if (const auto opened = open(); !opened)
        return escpos::statusAfter(opened.error().code);
    if (!m_profile.hasStatus)
        return {model::DeviceState::Online, model::PaperState::Unknown, false};
    escpos::StatusInquiry inquiry;
    drive(inquiry);
    m_left.answers = std::max(0, m_left.answers - inquiry.answersInTurn());
    if (inquiry.result()) {
        if (m_left.strip && inquiry.result()->canPrint())
            cutOffStrip();
        return escpos::summary(*inquiry.result());
    }
    m_channel->close();
    return escpos::statusAfter(inquiry.result().error().code);
}

Result<model::PaperResult> EscposReceiptPrinter::printNow(const model::Receipt& receipt) {
    auto drawn = layout::layOutReceipt(receipt, m_profile.widthDots);
    if (!drawn)
        return drawn.error();
    const auto opened = open();
    auto job = escpos::PrintJob::make(m_profile,
                                      {drawn->widthDots, drawn->heightDots, std::move(drawn->rows)}, m_left);
    if (!job)
        return job.error();
    if (!opened)
        return model::PaperResult{model::PaperOutcome::NotPrinted, escpos::statusAfter(opened.error().code)};
    drive(*job);
    m_left = job->leftovers();
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

std::unique_ptr<ports::ReceiptPrinter> makeSerialReceiptPrinter(escpos::Profile profile,
                                                                SerialAddress address) {
    return std::make_unique<EscposReceiptPrinter>(profile,
                                                  std::make_unique<SerialByteChannel>(std::move(address)));
}

} // namespace balady::receipt_printer
