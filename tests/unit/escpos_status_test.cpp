#include "printing/escpos/replies.h"
#include "printing/escpos/status.h"

#include <doctest/doctest.h>

using namespace balady;
using namespace balady::escpos;
using model::DeviceState;
using model::PaperState;

namespace {

StatusDetails asked(std::uint8_t printer, std::uint8_t cause, std::uint8_t error, std::uint8_t paper) {
    StatusDetails details;
    REQUIRE(addRealTimeStatus(details, RealTimeQuery::Printer, printer).has_value());
    REQUIRE(addRealTimeStatus(details, RealTimeQuery::OfflineCause, cause).has_value());
    REQUIRE(addRealTimeStatus(details, RealTimeQuery::ErrorCause, error).has_value());
    REQUIRE(addRealTimeStatus(details, RealTimeQuery::RollPaper, paper).has_value());
    return details;
}

} // namespace

TEST_CASE("status_bit_is_read_from_the_wrong_place") {
    CHECK(asked(0x12, 0x12, 0x12, 0x12) == StatusDetails{});
    CHECK(asked(0x1a, 0x12, 0x12, 0x12).offline);
    CHECK(asked(0x32, 0x12, 0x12, 0x12).waitingForRecovery);
    CHECK(asked(0x52, 0x12, 0x12, 0x12).feedButtonPressed);
    CHECK(asked(0x12, 0x16, 0x12, 0x12).coverOpen);
    CHECK(asked(0x12, 0x1a, 0x12, 0x12).fedByButton);
    CHECK(asked(0x12, 0x32, 0x12, 0x12).stoppedByPaperEnd);
    CHECK(asked(0x12, 0x52, 0x12, 0x12).anyError);
    CHECK(asked(0x12, 0x12, 0x16, 0x12).recoverableError);
    CHECK(asked(0x12, 0x12, 0x1a, 0x12).cutterError);
    CHECK(asked(0x12, 0x12, 0x32, 0x12).unrecoverableError);
    CHECK(asked(0x12, 0x12, 0x52, 0x12).autoRecoverableError);
    CHECK(asked(0x12, 0x12, 0x12, 0x1e).paperNearEnd);
    CHECK(asked(0x12, 0x12, 0x12, 0x72).paperEnd);
}

TEST_CASE("garbage_passes_for_a_status") {
    for (int byte = 0; byte < 256; ++byte) {
        StatusDetails details;
        const auto read = addRealTimeStatus(details, RealTimeQuery::Printer, static_cast<std::uint8_t>(byte));
        CHECK(read.has_value() == ((byte & 0x93) == 0x12));
    }
    StatusDetails details;
    CHECK(addRealTimeStatus(details, RealTimeQuery::RollPaper, 0x16).error().code == FaultCode::Malformed);
    CHECK(addRealTimeStatus(details, RealTimeQuery::RollPaper, 0x32).error().code == FaultCode::Malformed);
    CHECK(decodeAutomaticStatus({0x12, 0, 0, 0x0f}).error().code == FaultCode::Malformed);
    CHECK(decodeAutomaticStatus({0x10, 0x80, 0, 0x0f}).error().code == FaultCode::Malformed);
    CHECK(decodeAutomaticStatus({0x10, 0, 0x01, 0x0f}).error().code == FaultCode::Malformed);
    CHECK(decodeRollPaper(0x01).error().code == FaultCode::Malformed);
    CHECK(decodeRollPaper(0x60).error().code == FaultCode::Malformed);
}

TEST_CASE("automatic_status_is_misread") {
    CHECK(decodeAutomaticStatus({0x10, 0, 0, 0x0f}).value() == StatusDetails{});
    const auto out = decodeAutomaticStatus({0x18, 0, 0x0f, 0x0f}).value();
    CHECK(out.offline);
    CHECK(out.paperEnd);
    CHECK(out.paperNearEnd);
    CHECK(decodeAutomaticStatus({0x38, 0, 0, 0x0f}).value().coverOpen);
    CHECK(summary(decodeAutomaticStatus({0x18, 0x08, 0, 0x0f}).value()).paper == PaperState::Jammed);
}

TEST_CASE("technician_is_told_the_wrong_reason") {
    CHECK(summary(asked(0x12, 0x12, 0x12, 0x12)) ==
          model::PrinterStatus{DeviceState::Online, PaperState::Full, false});
    CHECK(summary(asked(0x12, 0x12, 0x12, 0x1e)) ==
          model::PrinterStatus{DeviceState::Online, PaperState::Low, false});
    CHECK(summary(asked(0x1a, 0x32, 0x12, 0x7e)) ==
          model::PrinterStatus{DeviceState::Offline, PaperState::Out, false});
    CHECK(summary(asked(0x1a, 0x16, 0x12, 0x12)) ==
          model::PrinterStatus{DeviceState::Offline, PaperState::Full, true});
    CHECK(summary(asked(0x1a, 0x52, 0x1a, 0x12)) ==
          model::PrinterStatus{DeviceState::HardwareError, PaperState::Jammed, false});
    CHECK(summary(asked(0x1a, 0x52, 0x32, 0x12)) ==
          model::PrinterStatus{DeviceState::HardwareError, PaperState::Full, false});
    CHECK(summary(asked(0x1a, 0x52, 0x52, 0x12)) ==
          model::PrinterStatus{DeviceState::DeviceBusy, PaperState::Full, false});
    CHECK_FALSE(asked(0x1a, 0x12, 0x12, 0x12).canPrint());
    CHECK_FALSE(asked(0x12, 0x12, 0x12, 0x72).canPrint());
    CHECK(asked(0x12, 0x12, 0x12, 0x1e).canPrint());
}

TEST_CASE("uninvited_bytes_are_taken_for_the_answer") {
    ReplyStream replies;
    // Automatic status back in two pieces, a GS r answer, an XOFF, a DLE EOT answer, "buffers cleared".
    replies.feed(Bytes{0x18, 0x00});
    CHECK_FALSE(replies.next().has_value());
    replies.feed(Bytes{0x0c, 0x0f, 0x0f, 0x13, 0x12, 0x37, 0x25, 0x00});
    CHECK(std::get<StatusDetails>(*replies.next()).paperEnd);
    const auto roll = std::get<RollPaper>(*replies.next());
    CHECK(roll.end);
    CHECK(roll.nearEnd);
    CHECK(std::get<Garbage>(*replies.next()).byte == 0x13);
    CHECK(std::get<RealTimeReply>(*replies.next()).byte == 0x12);
    CHECK(std::holds_alternative<BuffersCleared>(*replies.next()));
    CHECK_FALSE(replies.next().has_value());
}

TEST_CASE("half_an_answer_blocks_the_next") {
    ReplyStream replies;
    replies.feed(Bytes{0x10, 0x00});
    CHECK_FALSE(replies.next().has_value());
    CHECK(replies.discardIncomplete());
    CHECK_FALSE(replies.discardIncomplete());
    replies.feed(Bytes{0x12});
    CHECK(replies.next().has_value());
}
