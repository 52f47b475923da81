#include "tests/sandbox/api.h"
#include "tests/sandbox/json_in.h"
#include "tests/sandbox/json_out.h"
#include "tests/sandbox/licences.h"
#include "tests/sandbox/problem.h"

namespace balady::sandbox {

void addLicencesApi(Router& router, Platform& platform) {
    router.add({"GET",
                "/v1/licences/{number}",
                BodyKind::None,
                Caller::Citizen,
                [&platform](Call& call) {
                    const auto& number = call.path.at("number");
                    if (!isReference(number))
                        refuse(ProblemType::Malformed, "the number is not a reference");
                    const auto licence = findLicence(platform.database, number);
                    if (!licence || licence->identity != *call.identity)
                        refuse(ProblemType::NotFound, "no such licence");
                    return jsonResponse(200, json::object{{"number", number}, {"jws", licence->jws}});
                },
                {}});
    router.add({"GET",
                "/v1/verification-keys",
                BodyKind::None,
                Caller::Anybody,
                [&platform](Call&) -> Response {
                    return {200, {{"content-type", "application/jwk-set+json"}}, platform.signer.keySet()};
                },
                {}});
}

} // namespace balady::sandbox
