// ESC/POS status: the bytes of DLE EOT, GS r and automatic status back, decoded strictly; pure, any thread.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/model/device_status.h"
#include "printing/escpos/commands.h"

#include <array>

namespace balady::escpos {

/// Everything that the printer says of itself, for the technician; `summary` is for everybody else.
struct StatusDetails {
    bool offline = false;
    bool waitingForRecovery = false; ///< offline after an error, until a person presses the button
    bool feedButtonPressed = false;
    bool coverOpen = false;
    bool fedByButton = false; ///< paper moves because somebody holds the feed button
    bool stoppedByPaperEnd = false;
    bool anyError = false;
    bool recoverableError = false;
    bool cutterError = false;
    bool unrecoverableError = false;
    bool autoRecoverableError = false; ///< the head is hot: it goes on by itself
    bool paperNearEnd = false;
    bool paperEnd = false;
    friend bool operator==(const StatusDetails&, const StatusDetails&) = default;

    /// Whether a receipt sent now would come out.
    [[nodiscard]] bool canPrint() const;
};

/// Adds the answer to one DLE EOT question. Malformed if a fixed bit is wrong or paired sensor bits disagree.
[[nodiscard]] Result<Done> addRealTimeStatus(StatusDetails& details, RealTimeQuery query,
                                             std::uint8_t answer);

/// Automatic status back (GS a), four bytes. Malformed if a fixed bit is wrong or paired sensor bits
/// disagree.
[[nodiscard]] Result<StatusDetails> decodeAutomaticStatus(const std::array<std::uint8_t, 4>& bytes);

/// The answer to GS r 1.
struct RollPaper {
    bool nearEnd = false;
    bool end = false;
};
[[nodiscard]] Result<RollPaper> decodeRollPaper(std::uint8_t answer);

/// In XFS4IoT's words. A cutter that is stuck is a jam.
[[nodiscard]] model::PrinterStatus summary(const StatusDetails& details);

/// What a fault of the channel says of the printer behind it.
[[nodiscard]] model::PrinterStatus statusAfter(FaultCode channelFault);

} // namespace balady::escpos
