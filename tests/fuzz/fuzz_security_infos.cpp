// EF.CardAccess, which a chip shows to everybody before it is opened.
#include "drivers/smartcard/security_infos.h"
#include "tests/fuzz/target.h"

#include <algorithm>

namespace {

using namespace balady;
using namespace balady::smartcard;

void run(ByteView input) {
    const auto offers = parseCardAccess(input);
    if (!offers)
        return;
    fuzz::mustHold(offers->size() * 18 <= input.size(), "an offer takes its bytes in the file");
    for (const auto& offer : *offers) {
        // Doc 9303-11, 9.5.1: the elliptic curves.
        fuzz::mustHold(offer.parameterId >= 8 && offer.parameterId <= 18,
                       "an offer names one of the standard curves");
        const auto protocol = paceProtocol(offer.cipher);
        fuzz::mustHold(std::search(input.begin(), input.end(), protocol.begin(), protocol.end()) !=
                           input.end(),
                       "an offer's protocol stands in the file");
    }
    const auto best = strongest(*offers);
    fuzz::mustHold(best.has_value() != offers->empty(), "there is a strongest offer if there is any");
    for (const auto& offer : *offers)
        fuzz::mustHold(offer.cipher <= best->cipher, "no offer is stronger than the strongest");
}

const fuzz::Registration kTarget("security_infos", run);

} // namespace
