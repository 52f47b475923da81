#include "tests/sandbox/api.h"
#include "tests/sandbox/idempotency.h"
#include "tests/sandbox/json_in.h"
#include "tests/sandbox/json_out.h"
#include "tests/sandbox/problem.h"

namespace balady::sandbox {
namespace {

Response rate(Platform& platform, Call& call) {
    const auto key = idempotencyKey(call.request);
    Members members(call.body);
    const auto service = members.text("serviceId", isServiceId);
    const auto request = members.optionalText("requestNumber", isReference);
    const auto stars = members.integer("stars", 1, 5);
    members.finish();
    const auto meaning = json::array{"rating", service, request.value_or(""), stars};
    const Intent intent{call.request.terminal, key, json::serialize(meaning)};
    if (auto earlier = earlierReply(platform.database, intent))
        return std::move(*earlier);
    if (platform.served.catalogue.find(service) == nullptr)
        refuse(ProblemType::Validation, "no such service", {}, "serviceId");
    Transaction transaction(platform.database);
    platform.database.run("INSERT INTO ratings(service, request, stars, rated_at) VALUES(?, ?, ?, ?)",
                          service, request, stars, milliseconds(platform.clock.now()));
    Response reply{204, {}, {}};
    rememberReply(platform.database, intent, reply, std::nullopt);
    transaction.commit();
    return reply;
}

} // namespace

void addRatingsApi(Router& router, Platform& platform) {
    router.add({"POST",
                "/v1/ratings",
                BodyKind::Json,
                Caller::Anybody,
                [&platform](Call& call) { return rate(platform, call); },
                {}});
}

} // namespace balady::sandbox
