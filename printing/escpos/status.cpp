#include "printing/escpos/status.h"

namespace balady::escpos {
namespace {

bool has(std::uint8_t byte, std::uint8_t mask) {
    return (byte & mask) != 0;
}

// A sensor that is wired to two bits: both or none.
bool agree(std::uint8_t byte, std::uint8_t pair) {
    return (byte & pair) == 0 || (byte & pair) == pair;
}

Fault malformed(const char* what) {
    return {FaultCode::Malformed, std::string("escpos: ") + what};
}

} // namespace

bool StatusDetails::canPrint() const {
    return !offline && !coverOpen && !stoppedByPaperEnd && !anyError && !cutterError && !unrecoverableError &&
           !paperEnd;
}

Result<Done> addRealTimeStatus(StatusDetails& details, RealTimeQuery query, std::uint8_t answer) {
    if ((answer & 0x93) != 0x12)
        return malformed("fixed bits of a DLE EOT answer");
    switch (query) {
    case RealTimeQuery::Printer:
        details.offline = has(answer, 0x08);
        details.waitingForRecovery = has(answer, 0x20);
        details.feedButtonPressed = has(answer, 0x40);
        return Done{};
    case RealTimeQuery::OfflineCause:
        details.coverOpen = has(answer, 0x04);
        details.fedByButton = has(answer, 0x08);
        details.stoppedByPaperEnd = has(answer, 0x20);
        details.anyError = has(answer, 0x40);
        return Done{};
    case RealTimeQuery::ErrorCause:
        details.recoverableError = has(answer, 0x04);
        details.cutterError = has(answer, 0x08);
        details.unrecoverableError = has(answer, 0x20);
        details.autoRecoverableError = has(answer, 0x40);
        return Done{};
    case RealTimeQuery::RollPaper:
        if (!agree(answer, 0x0c) || !agree(answer, 0x60))
            return malformed("paper sensor bits disagree");
        details.paperNearEnd = has(answer, 0x0c);
        details.paperEnd = has(answer, 0x60);
        return Done{};
    }
    return malformed("unknown DLE EOT question");
}

Result<StatusDetails> decodeAutomaticStatus(const std::array<std::uint8_t, 4>& bytes) {
    if ((bytes[0] & 0x93) != 0x10 || has(bytes[1], 0x90) || has(bytes[2], 0x90) || has(bytes[3], 0x90))
        return malformed("fixed bits of automatic status back");
    if (!agree(bytes[2], 0x03) || !agree(bytes[2], 0x0c))
        return malformed("paper sensor bits disagree");
    StatusDetails details;
    details.offline = has(bytes[0], 0x08);
    details.coverOpen = has(bytes[0], 0x20);
    details.fedByButton = has(bytes[0], 0x40);
    details.waitingForRecovery = has(bytes[1], 0x01);
    details.feedButtonPressed = has(bytes[1], 0x02);
    details.recoverableError = has(bytes[1], 0x04);
    details.cutterError = has(bytes[1], 0x08);
    details.unrecoverableError = has(bytes[1], 0x20);
    details.autoRecoverableError = has(bytes[1], 0x40);
    details.anyError = has(bytes[1], 0x6c);
    details.paperNearEnd = has(bytes[2], 0x03);
    details.paperEnd = has(bytes[2], 0x0c);
    details.stoppedByPaperEnd = details.paperEnd && details.offline;
    return details;
}

Result<RollPaper> decodeRollPaper(std::uint8_t answer) {
    if (has(answer, 0xf0))
        return malformed("fixed bits of a GS r answer");
    if (!agree(answer, 0x03) || !agree(answer, 0x0c))
        return malformed("paper sensor bits disagree");
    return RollPaper{has(answer, 0x03), has(answer, 0x0c)};
}

model::PrinterStatus summary(const StatusDetails& details) {
    model::PrinterStatus status;
    if (details.cutterError || details.unrecoverableError ||
        (details.anyError && !details.autoRecoverableError))
        status.device = model::DeviceState::HardwareError;
    else if (details.autoRecoverableError)
        status.device = model::DeviceState::DeviceBusy;
    else
        status.device = details.offline ? model::DeviceState::Offline : model::DeviceState::Online;

    if (details.cutterError)
        status.paper = model::PaperState::Jammed;
    else if (details.paperEnd || details.stoppedByPaperEnd)
        status.paper = model::PaperState::Out;
    else
        status.paper = details.paperNearEnd ? model::PaperState::Low : model::PaperState::Full;
    status.coverOpen = details.coverOpen;
    return status;
}

model::PrinterStatus statusAfter(FaultCode channelFault) {
    using model::DeviceState;
    switch (channelFault) {
    case FaultCode::NoDevice: return {DeviceState::NoDevice, model::PaperState::Unknown, false};
    case FaultCode::DeviceBusy: return {DeviceState::DeviceBusy, model::PaperState::Unknown, false};
    case FaultCode::TimedOut:
    case FaultCode::Unreachable:
    case FaultCode::ConnectionLost: return {DeviceState::Offline, model::PaperState::Unknown, false};
    default: return {DeviceState::HardwareError, model::PaperState::Unknown, false};
    }
}

} // namespace balady::escpos
