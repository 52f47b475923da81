// The claims of a licence, whoever signed them.
#include "kiosk/licence/licence_claims.h"
#include "tests/fuzz/target.h"

namespace {

using namespace balady;

void run(ByteView input) {
    const auto licence = licence::readClaims(asText(input));
    if (!licence)
        return;
    const auto written = licence::writeClaims(*licence);
    fuzz::mustHold(written.has_value(), "claims that were read can be written");
    const auto again = licence::readClaims(*written);
    fuzz::mustHold(again.has_value(), "claims that were written can be read");
    fuzz::mustHold(licence::writeClaims(*again).value() == *written, "a licence has one spelling");
    fuzz::mustHold(licence->issued.ok() && licence->expires.ok() &&
                       std::chrono::sys_days{licence->issued} <= std::chrono::sys_days{licence->expires},
                   "a licence ends after it begins");
}

const fuzz::Registration kTarget("licence_claims", run);

} // namespace
