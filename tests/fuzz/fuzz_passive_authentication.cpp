// The verdict on a chip's contents: an EF.SOD and an EF.DG1 of anybody's making.
#include "drivers/smartcard/data_groups.h"
#include "drivers/smartcard/passive_authentication.h"
#include "tests/fuzz/issuer.h"
#include "tests/fuzz/target.h"

namespace {

using namespace balady;
using model::Authenticity;

void run(ByteView input) {
    fuzz::Portions portions(input);
    const auto sod = portions.portion();
    const auto dg1 = portions.portion();
    const auto verdict =
        smartcard::PassiveAuthentication(sod, fuzz::issuerTrusted(), fuzz::dayOfValidity()).judge({{1, dg1}});
    fuzz::mustHold(!verdict.reason.empty(), "a verdict has a reason");
    if (verdict.authenticity == Authenticity::Verified)
        fuzz::mustHold(dg1.size() == 5 + fuzz::kSignedZone.size() &&
                           asText(dg1.subspan(5)) == fuzz::kSignedZone,
                       "only what was signed is verified");
    const auto byNobody = smartcard::PassiveAuthentication(sod, {}, fuzz::dayOfValidity()).judge({{1, dg1}});
    fuzz::mustHold(byNobody.authenticity != Authenticity::Verified, "who trusts nobody verifies nothing");
}

const fuzz::Registration kTarget("passive_authentication", run);

} // namespace
