// PrintJob: one receipt from "can it print?" to "it is out", and what is known of the paper at the end; pure,
// one thread.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/model/paper.h"
#include "printing/escpos/commands.h"
#include "printing/escpos/exchange.h"
#include "printing/escpos/status_inquiry.h"

namespace balady::escpos {

/// What an earlier receipt left behind, in the printer and in its slot.
struct Leftovers {
    bool bytes = false; ///< it may still hold bytes of that receipt: clearBuffers() before anything else
    bool strip = false; ///< a part of it may hang out: to be cut off before the next one begins
    int answers = 0; ///< questions (GS r) that it may still answer: those answers are not about the next one
    friend bool operator==(const Leftovers&, const Leftovers&) = default;
};

/// Asks first and sends nothing to a printer that cannot print. Sends the picture in bands, so that the first
/// line moves while the last one is still on its way. Then asks with GS r, which is answered in turn: that
/// answer is the printer's word that the receipt is printed and cut. From the first band to the cut the printer
/// reports each change by itself (GS a), so that trouble in the middle is known when it happens. A job that broke
/// in the middle tells the printer to forget the rest. Without status: sends, and claims no more than that.
class PrintJob {
  public:
    /// `before` is what the job before this one left, its bytes cleared already. Bug if the raster does not
    /// fit itself or the profile. Dots that spell commands are removed here.
    [[nodiscard]] static Result<PrintJob> make(const Profile& profile, Raster raster, Leftovers before = {});

    [[nodiscard]] Step start();
    /// Finished when result() is there.
    [[nodiscard]] Step on(const Event& event);

    [[nodiscard]] const model::PaperResult& result() const { return m_result; }
    /// For the next job.
    [[nodiscard]] const Leftovers& leftovers() const { return m_left; }

  private:
    enum class Phase {
        AskingBefore,
        SendingBands,
        SendingTail,
        Confirming,
        AskingWhile,
        AskingAfter,
        Clearing,
        AskingPort
    };

    PrintJob(const Profile& profile, Raster raster, Leftovers before)
        : m_profile(profile), m_raster(std::move(raster)), m_left(before) {}

    Step inquire(Phase phase);
    Step inquired();
    Step nextBand();
    Step tail();
    Step confirming(const Event& event);
    Step confirming(const Bytes& bytes);
    [[nodiscard]] bool answered(int answers);
    Step confirmed();
    Step broke(const Broke& broke);
    Step giveUp();
    Step clearing(const Event& event);
    Step askPort();
    Step finish(model::PaperOutcome outcome);

    Profile m_profile;
    Raster m_raster;
    Phase m_phase = Phase::AskingBefore;
    StatusInquiry m_inquiry;
    ReplyStream m_replies;
    model::PaperResult m_result{model::PaperOutcome::NotPrinted, {}};
    int m_nextRow = 0;
    int m_silences = 0;
    std::size_t m_confirmationBytes = 0;
    bool m_bytesWent = false;
    Leftovers m_left;
};

} // namespace balady::escpos
