// The list of those who sign chips, as a technician puts it there.
#include "kiosk/crypto/signed_data.h"
#include "tests/fuzz/target.h"

namespace {

using namespace balady;

void run(ByteView input) {
    const auto list = crypto::TrustList::fromPem(asText(input));
    if (!list) {
        fuzz::mustHold(list.error().code == FaultCode::Malformed, "a list that is refused is malformed");
        return;
    }
    constexpr std::size_t kMarks = 52; // of the lines around a certificate (RFC 7468)
    fuzz::mustHold(list->size() > 0 && list->size() * kMarks <= input.size(),
                   "each certificate stands in the list");
}

const fuzz::Registration kTarget("trust_list", run);

} // namespace
