// StatusInquiry: asks the printer the four DLE EOT questions, one after the other; pure, one thread.
#pragma once

#include "kiosk/base/result.h"
#include "printing/escpos/exchange.h"
#include "printing/escpos/replies.h"
#include "printing/escpos/status.h"

namespace balady::escpos {

/// Old answers are read away first, so that a late one is not taken for a new one; an answer that makes no
/// sense is asked for again, twice at most.
class StatusInquiry {
  public:
    [[nodiscard]] Step start();
    /// Finished when result() is there.
    [[nodiscard]] Step on(const Event& event);

    /// The details, or TimedOut (silent), Malformed (nonsense, or talk without end), or the channel's own fault.
    [[nodiscard]] const Result<StatusDetails>& result() const { return m_result; }
    /// Answers to GS r that came in between.
    [[nodiscard]] int answersInTurn() const { return m_answersInTurn; }

  private:
    enum class Phase { Draining, Asking, Answering };

    Step received(const Bytes& bytes);
    Step answered(std::uint8_t byte);
    Step silent();
    Step again();
    Step finish(Result<StatusDetails> result);
    Step ask();

    Phase m_phase = Phase::Draining;
    RealTimeQuery m_query = RealTimeQuery::Printer;
    ReplyStream m_replies;
    StatusDetails m_details;
    int m_answersInTurn = 0;
    Result<StatusDetails> m_result = Fault{FaultCode::Bug, "escpos: inquiry still running"};
    int m_attempts = 0;
    std::size_t m_heard = 0; ///< bytes, of whatever kind
};

} // namespace balady::escpos
