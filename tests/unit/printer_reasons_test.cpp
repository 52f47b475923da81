#include "printing/cups/printer_reasons.h"

#include <doctest/doctest.h>

#include <vector>

using namespace balady;
using model::DeviceState;
using model::PaperState;
using model::TonerState;

namespace {

model::PrinterStatus status(std::vector<std::string> reasons, bool stopped = false) {
    return cups::statusFromReasons(stopped, reasons);
}

} // namespace

TEST_CASE("keyword_of_a_person_s_problem_is_missed") {
    CHECK(status({"media-jam-error"}).paper == PaperState::Jammed);
    CHECK(status({"media-jam-report"}).paper == PaperState::Jammed);
    CHECK(status({"media-empty-warning", "media-needed-warning"}).paper == PaperState::Out);
    CHECK(status({"media-low-report"}).paper == PaperState::Low);
    CHECK(status({"door-open"}).coverOpen);
    CHECK(status({"cover-open-error"}).device == DeviceState::UserError);
    CHECK(status({"offline-report"}).device == DeviceState::Offline);
    CHECK(status({"media-empty", "media-jam"}).paper == PaperState::Jammed); // the jam comes first
}

TEST_CASE("nobody_is_told_to_bring_toner") {
    CHECK(status({"toner-low-warning"}).toner == TonerState::Low);
    CHECK(status({"marker-supply-low"}).toner == TonerState::Low);
    CHECK(status({"toner-empty-report"}).toner == TonerState::Low); // it still prints
    CHECK(status({"toner-empty-warning", "toner-low-warning"}).toner == TonerState::Out);
    CHECK(status({"developer-empty-error"}).toner == TonerState::Out);
}

TEST_CASE("healthy_printer_is_put_out_of_use") {
    CHECK_FALSE(cups::needsPerson(status({"none"})));
    CHECK_FALSE(cups::needsPerson(status({"toner-low-warning", "media-low-warning"})));
    CHECK_FALSE(cups::needsPerson(status({"toner-empty-report"})));
    CHECK(status({"none"}).paper == PaperState::Full);
    CHECK(status({"none"}).toner == TonerState::Full);
}

TEST_CASE("broken_printer_is_offered") {
    CHECK(status({"toner-empty-error"}).device == DeviceState::UserError);
    CHECK(status({"marker-supply-empty-warning"}).device == DeviceState::UserError);
    CHECK(status({"fuser-failure-error"}).device == DeviceState::HardwareError);
    CHECK(status({"none"}, true).device == DeviceState::Offline);
}
