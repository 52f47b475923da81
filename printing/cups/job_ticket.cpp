#include "printing/cups/job_ticket.h"

#include <algorithm>
#include <string_view>

namespace balady::cups {
namespace {

/// What office printers have; small print keeps its shape.
constexpr int kFineEnough = 600;

bool lists(const std::vector<std::string>& values, std::string_view value) {
    return std::ranges::find(values, value) != values.end();
}

/// The first of these that the printer lists; nothing if it lists none.
std::string firstOf(std::initializer_list<const char*> wanted, const std::vector<std::string>& listed) {
    for (const auto* one : wanted)
        if (lists(listed, one))
            return one;
    return {};
}

int resolutionOf(std::vector<int> listed) {
    std::ranges::sort(listed);
    const auto enough = std::ranges::lower_bound(listed, kFineEnough);
    return listed.empty() ? 0 : enough == listed.end() ? listed.back() : *enough;
}

} // namespace

Result<JobTicket> ticketFor(const Capabilities& can) {
    constexpr const char* kA4 = "iso_a4_210x297mm";
    if (!can.formats.empty() && !lists(can.formats, "application/pdf"))
        return Fault{FaultCode::NoDevice, "cups: the printer takes no PDF"};
    if (!can.media.empty() && !lists(can.media, kA4))
        return Fault{FaultCode::NoDevice, "cups: the printer takes no A4"};
    return JobTicket{kA4, firstOf({"one-sided"}, can.sides),
                     firstOf({"color", "auto", "monochrome"}, can.colourModes),
                     resolutionOf(can.resolutions)};
}

} // namespace balady::cups
