// What a printer answers over IPP, from the bytes to the status that the kiosk shows.
#include "printing/cups/ipp_attributes.h"
#include "printing/cups/printer_reasons.h"
#include "tests/fuzz/target.h"

#include <algorithm>
#include <cstring>

namespace {

using namespace balady;
using namespace balady::cups;

/// libcups' source of bytes: as many as it asks for, or what is left.
ssize_t readFrom(void* source, ipp_uchar_t* to, std::size_t size) {
    auto& rest = *static_cast<ByteView*>(source);
    const auto count = std::min(size, rest.size());
    if (count > 0)
        std::memcpy(to, rest.data(), count);
    rest = rest.subspan(count);
    return static_cast<ssize_t>(count);
}

void run(ByteView input) {
    auto rest = input;
    const IppPtr answer{ippNew()};
    if (ippReadIO(&rest, readFrom, 1, nullptr, answer.get()) != IPP_STATE_DATA)
        return;

    const auto printer = printerIn(answer.get());
    fuzz::mustHold(printer.reasons.size() <= input.size() && printer.deviceUri.size() <= input.size(),
                   "what is read stands in the answer");
    const auto status = statusFromReasons(printer.stopped, printer.reasons);
    fuzz::mustHold(!printer.stopped || needsPerson(status), "a printer that stopped is out of use");

    for (const auto& job : jobsIn(answer.get(), "licence-1"))
        fuzz::mustHold(!job.impressions || *job.impressions >= 0, "pages are counted from nothing");
    const auto job = jobIn(answer.get());
    fuzz::mustHold(job.state >= IPP_JSTATE_PENDING && job.state <= IPP_JSTATE_COMPLETED,
                   "a job is in a known state");
}

const fuzz::Registration kTarget("ipp_attributes", run);

} // namespace
