#include "printing/escpos/status_inquiry.h"

namespace balady::escpos {
namespace {

using std::chrono::milliseconds;

// An answer takes one or two USB frames or a network round trip; a busy printer may take ten times that.
constexpr milliseconds kAnswerPatience{700};
constexpr milliseconds kSendPatience{700};
// Only what is already on its way.
constexpr milliseconds kDrainPatience{1};
// After nonsense, until the line is quiet.
constexpr milliseconds kQuietPatience{50};
constexpr int kMaxAttempts = 3;
// A printer that talks without end is given up: it is neither drained, nor does it ever answer.
constexpr std::size_t kMaxHeard = 4096;

} // namespace

Step StatusInquiry::start() {
    *this = {};
    m_attempts = 1;
    return Receive{kDrainPatience};
}

Step StatusInquiry::on(const Event& event) {
    if (const auto* got = std::get_if<Received>(&event))
        return received(got->bytes);
    if (std::holds_alternative<Silence>(event))
        return silent();
    if (const auto* broke = std::get_if<Broke>(&event))
        return finish(Fault{broke->code, "escpos: channel broke in a status inquiry"});
    m_phase = Phase::Answering;
    return Receive{kAnswerPatience};
}

Step StatusInquiry::received(const Bytes& bytes) {
    m_replies.feed(bytes);
    if ((m_heard += bytes.size()) > kMaxHeard)
        return finish(Fault{FaultCode::Malformed, "escpos: the printer does not stop talking"});
    while (const auto reply = m_replies.next()) {
        if (std::holds_alternative<RollPaper>(*reply))
            ++m_answersInTurn;
        if (m_phase == Phase::Draining)
            continue;
        if (const auto* realTime = std::get_if<RealTimeReply>(&*reply))
            return answered(realTime->byte);
        if (std::holds_alternative<Garbage>(*reply))
            return again();
    }
    return Receive{m_phase == Phase::Draining ? kDrainPatience : kAnswerPatience};
}

Step StatusInquiry::answered(std::uint8_t byte) {
    if (!addRealTimeStatus(m_details, m_query, byte))
        return again();
    if (m_query == RealTimeQuery::RollPaper)
        return finish(m_details);
    m_query = static_cast<RealTimeQuery>(static_cast<std::uint8_t>(m_query) + 1);
    return ask();
}

Step StatusInquiry::silent() {
    if (m_phase == Phase::Draining) {
        m_replies.discardIncomplete();
        return ask();
    }
    if (m_replies.discardIncomplete())
        return again();
    return finish(Fault{FaultCode::TimedOut, "escpos: no answer to DLE EOT"});
}

Step StatusInquiry::again() {
    if (m_attempts++ == kMaxAttempts)
        return finish(Fault{FaultCode::Malformed, "escpos: answer to DLE EOT makes no sense"});
    m_phase = Phase::Draining;
    m_query = RealTimeQuery::Printer;
    m_details = {};
    return Receive{kQuietPatience};
}

Step StatusInquiry::finish(Result<StatusDetails> result) {
    m_result = std::move(result);
    return Finished{};
}

Step StatusInquiry::ask() {
    m_phase = Phase::Asking;
    return Send{askStatus(m_query), kSendPatience};
}

} // namespace balady::escpos
