#include "printing/escpos/print_job.h"

#include <algorithm>

namespace balady::escpos {
namespace {

using model::PaperOutcome;
using std::chrono::milliseconds;

// 96 rows are 12 mm of paper and, at 576 dots, 7 kB: six milliseconds of full-speed USB, fifty of printing.
constexpr int kBandRows = 96;
// A printer takes 7 kB in 50 ms; one that takes nothing for this long has stopped.
constexpr milliseconds kSendPatience{3000};
// A 15 cm receipt takes less than a second; a slow 58 mm printer three. After each silence the printer is
// asked whether something is wrong, and after the last one nobody knows.
constexpr milliseconds kConfirmPatience{500};
constexpr int kMaxSilences = 20;
// A printer that answers not even the inquiry is given up sooner.
constexpr int kSilenceOfInquiry = 4;
// A confirmation is one byte; more than this is not an answer but noise.
constexpr std::size_t kMaxConfirmationBytes = 256;
constexpr milliseconds kClearPatience{300};

void append(Bytes& bytes, const Bytes& more) {
    bytes.insert(bytes.end(), more.begin(), more.end());
}

} // namespace

Result<PrintJob> PrintJob::make(const Profile& profile, Raster raster, Leftovers before) {
    const bool fits = raster.widthDots > 0 && raster.widthDots % 8 == 0 &&
                      raster.widthDots <= profile.widthDots && raster.heightDots > 0 &&
                      raster.rows.size() == raster.stride() * static_cast<std::size_t>(raster.heightDots);
    if (!fits)
        return Fault{FaultCode::Bug, "escpos: raster does not fit the paper"};
    removeRealTimeCodes(raster.rows);
    return PrintJob{profile, std::move(raster), before};
}

Step PrintJob::start() {
    return m_profile.hasStatus ? inquire(Phase::AskingBefore) : nextBand();
}

Step PrintJob::on(const Event& event) {
    switch (m_phase) {
    case Phase::AskingBefore:
    case Phase::AskingWhile:
    case Phase::AskingAfter: {
        auto step = m_inquiry.on(event);
        return std::holds_alternative<Finished>(step) ? inquired() : std::move(step);
    }
    case Phase::SendingBands:
    case Phase::SendingTail:
        if (const auto* failure = std::get_if<Broke>(&event))
            return broke(*failure);
        m_bytesWent = true;
        if (m_phase == Phase::SendingBands)
            return m_nextRow < m_raster.heightDots ? nextBand() : tail();
        if (!m_profile.hasStatus)
            return finish(PaperOutcome::SentToPrinter);
        m_phase = Phase::Confirming;
        return Receive{kConfirmPatience};
    case Phase::Confirming: return confirming(event);
    case Phase::Clearing: return clearing(event);
    case Phase::AskingPort:
        if (const auto* port = std::get_if<PortSays>(&event); port && port->status && (*port->status & 0x20))
            m_result.status.paper = model::PaperState::Out;
        return finish(m_bytesWent ? PaperOutcome::Unknown : PaperOutcome::NotPrinted);
    }
    return Finished{};
}

Step PrintJob::inquire(Phase phase) {
    m_phase = phase;
    return m_inquiry.start();
}

Step PrintJob::inquired() {
    const auto& answer = m_inquiry.result();
    if (answer)
        m_result.status = summary(*answer);

    switch (m_phase) {
    case Phase::AskingBefore:
        if (!answer) {
            m_result.status = statusAfter(answer.error().code);
            return askPort();
        }
        m_left.answers = std::max(0, m_left.answers - m_inquiry.answersInTurn());
        return answer->canPrint() ? nextBand() : finish(PaperOutcome::NotPrinted);
    case Phase::AskingWhile:
        if (answered(m_inquiry.answersInTurn()))
            return confirmed();
        if (!answer && answer.error().code != FaultCode::TimedOut)
            return broke({answer.error().code, 0});
        // A head that cools down goes on by itself.
        if (answer && !answer->canPrint() && !answer->autoRecoverableError)
            return giveUp();
        if (!answer)
            m_silences += kSilenceOfInquiry;
        if (m_silences < kMaxSilences) {
            m_phase = Phase::Confirming;
            return Receive{kConfirmPatience};
        }
        if (answer) {
            m_left.bytes = true; // the question, at least, is still in it
            return finish(PaperOutcome::SentToPrinter);
        }
        m_result.status = statusAfter(FaultCode::TimedOut);
        return giveUp();
    default:
        // After the confirmation a failed inquiry takes nothing back: the receipt is out.
        return finish(PaperOutcome::Completed);
    }
}

Step PrintJob::nextBand() {
    m_phase = Phase::SendingBands;
    const int rows = std::min(kBandRows, m_raster.heightDots - m_nextRow);
    Bytes bytes;
    if (m_nextRow == 0) {
        bytes = initialise();
        if (m_left.strip)
            append(bytes, cutOff(m_profile));
        if (m_profile.hasStatus)
            append(bytes, reportChanges());
    }
    append(bytes, rasterBand(m_raster, m_nextRow, rows));
    m_nextRow += rows;
    return Send{std::move(bytes), kSendPatience};
}

Step PrintJob::tail() {
    m_phase = Phase::SendingTail;
    auto bytes = release(m_profile);
    if (m_profile.hasStatus) {
        append(bytes, askRollPaperInTurn());
        append(bytes, reportNothing());
        ++m_left.answers;
    }
    return Send{std::move(bytes), kSendPatience};
}

Step PrintJob::confirming(const Event& event) {
    if (const auto* failure = std::get_if<Broke>(&event))
        return broke(*failure);
    if (const auto* got = std::get_if<Received>(&event))
        return confirming(got->bytes);
    ++m_silences;
    m_replies.discardIncomplete();
    return inquire(Phase::AskingWhile);
}

Step PrintJob::confirming(const Bytes& bytes) {
    m_replies.feed(bytes);
    m_confirmationBytes += bytes.size();
    bool stopped = false;
    while (const auto reply = m_replies.next()) {
        if (std::holds_alternative<RollPaper>(*reply) && answered(1))
            return confirmed();
        if (const auto* report = std::get_if<StatusDetails>(&*reply))
            stopped = !report->canPrint();
    }
    if (m_confirmationBytes >= kMaxConfirmationBytes)
        m_silences = kMaxSilences;
    else if (!stopped)
        return Receive{kConfirmPatience};
    return inquire(Phase::AskingWhile);
}

/// Answers come in the order of the questions: the last one is about this receipt.
bool PrintJob::answered(int answers) {
    m_left.answers = std::max(0, m_left.answers - answers);
    return answers > 0 && m_left.answers == 0;
}

Step PrintJob::confirmed() {
    return inquire(Phase::AskingAfter);
}

Step PrintJob::broke(const Broke& broke) {
    m_bytesWent = m_bytesWent || broke.accepted > 0;
    m_left.bytes = m_bytesWent;
    m_result.status = statusAfter(broke.code);
    return askPort();
}

Step PrintJob::giveUp() {
    m_phase = Phase::Clearing;
    return Send{clearBuffers(), kSendPatience};
}

// The paper is not reported as stuck before the printer has forgotten the rest of it: whoever reads the report may
// put paper in at once. A printer that knows no such command stays silent, and nothing more can be done.
Step PrintJob::clearing(const Event& event) {
    m_left.bytes = std::holds_alternative<Broke>(event);
    if (std::holds_alternative<Sent>(event))
        return Receive{kClearPatience};
    if (const auto* got = std::get_if<Received>(&event)) {
        m_replies.feed(got->bytes);
        m_confirmationBytes += got->bytes.size();
        while (const auto reply = m_replies.next())
            if (std::holds_alternative<BuffersCleared>(*reply)) {
                m_left.answers = 0;
                return finish(PaperOutcome::Unknown);
            }
        if (m_confirmationBytes < kMaxConfirmationBytes)
            return Receive{kClearPatience};
    }
    return finish(PaperOutcome::Unknown);
}

Step PrintJob::askPort() {
    m_phase = Phase::AskingPort;
    return AskPort{};
}

Step PrintJob::finish(PaperOutcome outcome) {
    m_result.outcome = outcome;
    m_left.strip = outcome == PaperOutcome::Unknown || (m_left.strip && !m_bytesWent);
    return Finished{};
}

} // namespace balady::escpos
