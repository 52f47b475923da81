#include "tests/sandbox/api.h"
#include "tests/sandbox/problem.h"

namespace balady::sandbox {

void addEnrolmentApi(Router& router, RenewCertificate renew) {
    router.add({"POST",
                "/.well-known/est/simplereenroll",
                BodyKind::Pkcs10,
                Caller::Anybody,
                [renew = std::move(renew)](Call& call) -> Response {
                    auto certificates = renew(call.request.body, call.request.terminal);
                    if (!certificates && certificates.error().code == FaultCode::Bug)
                        refuse(ProblemType::Internal, certificates.error().context);
                    if (!certificates)
                        refuse(ProblemType::Malformed, certificates.error().context);
                    return {200,
                            {{"content-type", "application/pkcs7-mime; smime-type=certs-only"},
                             {"content-transfer-encoding", "base64"}},
                            std::move(*certificates)};
                },
                {}});
}

} // namespace balady::sandbox
