#include "printing/cups/job_ticket.h"

#include <doctest/doctest.h>

using namespace balady;
using cups::Capabilities;
using cups::ticketFor;

namespace {

const Capabilities kEverywhere{{"application/pdf", "image/pwg-raster"},
                               {"na_letter_8.5x11in", "iso_a4_210x297mm"},
                               {"one-sided", "two-sided-long-edge"},
                               {"monochrome", "auto", "color"},
                               {300, 600, 1200}};

} // namespace

TEST_CASE("printer_is_asked_for_what_it_does_not_list") {
    const auto ticket = ticketFor(kEverywhere).value();
    CHECK(ticket == cups::JobTicket{"iso_a4_210x297mm", "one-sided", "color", 600});
    auto plain = kEverywhere;
    plain.sides = {"two-sided-long-edge"};
    plain.colourModes = {"monochrome"};
    plain.resolutions = {300, 203};
    CHECK(ticketFor(plain).value() == cups::JobTicket{"iso_a4_210x297mm", "", "monochrome", 300});
    plain.colourModes = {"process-monochrome"};
    CHECK(ticketFor(plain)->colourMode.empty());
}

TEST_CASE("printer_that_says_little_is_not_used") {
    CHECK(ticketFor({}).value() == cups::JobTicket{"iso_a4_210x297mm", "", "", 0});
}

TEST_CASE("licence_goes_to_a_printer_for_labels_or_letters") {
    auto labels = kEverywhere;
    labels.media = {"oe_4x6-label_4x6in"};
    CHECK(ticketFor(labels).error().code == FaultCode::NoDevice);
    auto raster = kEverywhere;
    raster.formats = {"image/pwg-raster"};
    CHECK(ticketFor(raster).error().code == FaultCode::NoDevice);
}
