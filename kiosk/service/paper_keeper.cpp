#include "kiosk/service/paper_keeper.h"

#include "kiosk/base/log.h"
#include "kiosk/crypto/crypto.h"
#include "kiosk/flow/receipts.h"

namespace balady::service {
namespace {

using model::PaperOutcome;
using model::PaperResult;
using model::PaperState;
using ports::PaperKind;

constexpr const char* name(PaperKind kind) {
    return kind == PaperKind::Receipt ? "receipt" : "licence";
}

constexpr const char* name(PaperOutcome outcome) {
    switch (outcome) {
    case PaperOutcome::SentToPrinter: return "sent";
    case PaperOutcome::Completed: return "completed";
    case PaperOutcome::NotPrinted: return "not_printed";
    case PaperOutcome::Unknown: return "unknown";
    }
    return "";
}

/// A fault of the printer's adapter leaves open what came out only if something was sent, which it answers with a value.
PaperOutcome outcomeOf(const Result<PaperResult>& result) {
    return result ? result->outcome : PaperOutcome::NotPrinted;
}

/// Into the log and the audit trail, whether or not the citizen is still there.
void record(const Devices& devices, PaperKind kind, const Result<PaperResult>& result, bool copy) {
    const auto outcome = outcomeOf(result);
    const bool good = outcome == PaperOutcome::Completed || outcome == PaperOutcome::SentToPrinter;
    log::write(good ? log::Level::Info : log::Level::Warning, "papers", "ended",
               {{"kind", log::Plain{name(kind)}}, {"outcome", log::Plain{name(outcome)}}});
    devices.record(
        ports::AuditEvent::PaperPrinted,
        {{"paper", log::Plain{name(kind)}}, {"outcome", log::Plain{name(outcome)}}, {"copy", copy ? 1 : 0}});
}

} // namespace

ports::Task<Done> PaperKeeper::takeUp() {
    const auto interrupted = co_await m_devices.papers.endInterrupted();
    if (!interrupted)
        co_return interrupted.error();
    bool receipt = false;
    bool licence = false;
    for (const auto& job : *interrupted) {
        log::write(log::Level::Warning, "papers", "interrupted", {{"kind", log::Plain{name(job.kind)}}});
        (job.kind == PaperKind::Receipt ? receipt : licence) = true;
    }
    if (receipt)
        if (const auto told = co_await m_devices.receiptPrinter.discardRest(); !told)
            log::fault("papers", "rest_not_discarded", told.error());
    if (licence)
        if (const auto told = co_await m_devices.documentPrinter.discardRest(); !told)
            log::fault("papers", "rest_not_discarded", told.error());
    co_return Done{};
}

ports::Task<PaperResult> PaperKeeper::printReceipt(model::Receipt receipt) {
    const auto length = co_await m_devices.receiptPrinter.measure(receipt);
    if (!length)
        co_return length.error();
    const auto foreseen = co_await foresee();
    if (foreseen && *foreseen && !(*foreseen)->fits(*length)) {
        log::write(log::Level::Warning, "papers", "roll_too_short", {{"millimetres", *length}});
        co_return PaperResult{PaperOutcome::NotPrinted, {model::DeviceState::Online, PaperState::Out, false}};
    }
    ports::PaperJob job{PaperKind::Receipt, *length, ""}; // named: see kiosk/ports/task.h
    const auto begun = co_await m_devices.papers.beginPaper(std::move(job));
    if (!begun)
        co_return begun.error();
    const bool copy = !receipt.mark.empty();
    auto result = co_await m_devices.receiptPrinter.print(std::move(receipt));
    record(m_devices, PaperKind::Receipt, result, copy);
    if (const auto ended = co_await m_devices.papers.endPaper(begun->number, outcomeOf(result)); !ended)
        log::fault("papers", "outcome_not_recorded", ended.error());
    co_return result;
}

ports::Task<PaperResult> PaperKeeper::printLicence(model::LicencePaper paper) {
    auto mark = markOf(paper.licence.number);
    if (!mark)
        co_return mark.error();
    ports::PaperJob job{PaperKind::Licence, 0, std::move(*mark)};
    const auto begun = co_await m_devices.papers.beginPaper(std::move(job));
    if (!begun)
        co_return begun.error();
    paper.copy = paper.copy || begun->earlier > 0;
    const bool copy = paper.copy;
    if (copy)
        log::write(log::Level::Info, "papers", "licence_copy", {{"earlier", begun->earlier}});
    auto result = co_await m_devices.documentPrinter.print(std::move(paper));
    record(m_devices, PaperKind::Licence, result, copy);
    if (const auto ended = co_await m_devices.papers.endPaper(begun->number, outcomeOf(result)); !ended)
        log::fault("papers", "outcome_not_recorded", ended.error());
    co_return result;
}

model::CodeSquare PaperKeeper::forPhone(const model::Receipt& receipt) const {
    return squareOf(flow::phoneText(receipt));
}

model::CodeSquare PaperKeeper::squareOf(const std::string& text) const {
    if (!m_options.draw)
        return {};
    auto code = m_options.draw(text);
    if (!code) {
        log::fault("papers", "no_code_for_phone", code.error());
        return {};
    }
    return std::move(*code);
}

ports::Task<model::PrinterStatus> PaperKeeper::receiptPrinter() {
    auto status = co_await m_devices.receiptPrinter.status();
    if (!status)
        co_return status.error();
    if (m_options.newRoll())
        if (const auto set = co_await countFromNewRoll(); !set)
            log::fault("papers", "roll_not_set", set.error());
    // With the cover open, the sensors see what the technician's hands do.
    if (status->device != model::DeviceState::NoDevice && !status->coverOpen &&
        status->paper != PaperState::Unknown && status->paper != PaperState::Jammed)
        if (const auto corrected = co_await correctRoll(status->paper); !corrected)
            log::fault("papers", "roll_not_set", corrected.error());
    const auto foreseen = co_await foresee();
    if (!foreseen || !*foreseen || status->paper == PaperState::Out || status->paper == PaperState::Jammed)
        co_return status;
    const auto counted = (*foreseen)->paper(*m_options.roll);
    if (counted != PaperState::Full)
        status->paper = counted;
    co_return status;
}

ports::Task<Done> PaperKeeper::correctRoll(PaperState sensor) {
    const auto before = std::exchange(m_sensor, sensor);
    const auto used = correctedUse(m_options.roll.value_or(Roll{}), before, sensor);
    if (!used)
        co_return Done{};
    log::write(log::Level::Info, "papers", *used == 0 ? "new_roll" : "near_end", {{"told", "by_sensor"}});
    co_return co_await m_devices.papers.setRollUsed(*used);
}

ports::Task<std::optional<model::RollLeft>> PaperKeeper::rollLeft() {
    const auto foreseen = co_await foresee();
    if (!foreseen)
        co_return foreseen.error();
    if (!*foreseen)
        co_return std::optional<model::RollLeft>{};
    co_return std::optional(model::RollLeft{(*foreseen)->left, (*foreseen)->hours});
}

ports::Task<std::optional<model::RollLeft>> PaperKeeper::newRoll() {
    if (const auto set = co_await countFromNewRoll(); !set)
        co_return set.error();
    // What the sensor said of the old roll would be held against the counter. A printer that does not answer says nothing.
    if (const auto asked = co_await receiptPrinter(); !asked)
        log::fault("papers", "printer_not_asked", asked.error());
    co_return co_await rollLeft();
}

ports::Task<Done> PaperKeeper::countFromNewRoll() {
    log::write(log::Level::Info, "papers", "new_roll", {{"told", "by_technician"}});
    co_return co_await m_devices.papers.setRollUsed(0);
}

ports::Task<std::optional<PaperForecast>> PaperKeeper::foresee() {
    if (!m_options.roll)
        co_return std::optional<PaperForecast>{};
    const auto use = co_await m_devices.papers.rollUse();
    if (!use)
        co_return use.error();
    const auto result = forecast(*m_options.roll, *use, m_sensor);
    if (m_told != result) {
        m_told = result;
        log::write(log::Level::Info, "papers", "roll_left",
                   {{"metres", static_cast<int>(result.left / 1000)}, {"hours", result.hours.value_or(-1)}});
    }
    co_return std::optional(result);
}

/// AES-CMAC (NIST SP 800-38B): whoever has the store alone cannot try out licence numbers.
Result<std::string> PaperKeeper::markOf(const std::string& licenceNumber) const {
    const Bytes number(licenceNumber.begin(), licenceNumber.end());
    const auto mac = crypto::aesCmac(m_options.markKey, number);
    if (!mac)
        return mac.error().within("papers: mark");
    return toHex(*mac);
}

} // namespace balady::service
