// Messages that are signed, as a chip holds one in EF.SOD (RFC 5652).
#include "kiosk/crypto/signed_data.h"
#include "tests/fuzz/issuer.h"
#include "tests/fuzz/target.h"

namespace {

using namespace balady;

void run(ByteView input) {
    const auto data = crypto::verifySignedData(input, fuzz::issuerTrusted(), fuzz::dayOfValidity());
    if (!data) {
        const auto code = data.error().code;
        fuzz::mustHold(code == FaultCode::Malformed || code == FaultCode::Tampered,
                       "a message is malformed or tampered with, nothing else");
        return;
    }
    fuzz::mustHold(data->content.size() < input.size(), "the content is a part of the message");
    fuzz::mustHold(data->signer != crypto::SignerTrust::Trusted || fuzz::isSignedContent(data->content),
                   "a trusted signature fits only what was signed");
    const auto trustingNobody = crypto::verifySignedData(input, {}, fuzz::dayOfValidity());
    fuzz::mustHold(!trustingNobody || trustingNobody->signer == crypto::SignerTrust::Unknown,
                   "who trusts nobody trusts no signer");
}

const fuzz::Registration kTarget("signed_data", run);

} // namespace
