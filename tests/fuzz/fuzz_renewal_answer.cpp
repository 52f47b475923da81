// An authority's answer to who asked for the next certificate (RFC 7030, 4.2.3).
#include "kiosk/crypto/renewal.h"
#include "tests/fuzz/issuer.h"
#include "tests/fuzz/target.h"

namespace {

using namespace balady;

void run(ByteView input) {
    const auto answer = asText(input);
    // The key of the one who asks is gone, and so is the authority's: no answer can be good.
    const auto successor =
        crypto::successorIn(answer, fuzz::issuerCertificate(), fuzz::issuerTrusted(), fuzz::dayOfValidity());
    fuzz::mustHold(successor.has_error() && (successor.error().code == FaultCode::Malformed ||
                                             successor.error().code == FaultCode::Tampered),
                   "an answer that nobody could sign is malformed or tampered with");
    // What lies on the disk is read anew at each start.
    const auto kept = crypto::judgeSuccessor(answer, fuzz::issuerCertificate(), fuzz::issuerTrusted(),
                                             fuzz::dayOfValidity());
    fuzz::mustHold(kept.has_error() && (kept.error().code == FaultCode::Malformed ||
                                        kept.error().code == FaultCode::Tampered),
                   "a kept successor that nobody could sign is malformed or tampered with");
}

const fuzz::Registration kTarget("renewal_answer", run);

} // namespace
