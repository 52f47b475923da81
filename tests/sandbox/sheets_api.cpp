#include "tests/sandbox/api.h"
#include "tests/sandbox/idempotency.h"
#include "tests/sandbox/json_in.h"
#include "tests/sandbox/json_out.h"
#include "tests/sandbox/licences.h"
#include "tests/sandbox/problem.h"

#include <algorithm>

namespace balady::sandbox {
namespace {

bool isSheet(std::string_view text) {
    return text.size() >= 4 && text.size() <= 32 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
           });
}

Response bind(Platform& platform, Call& call) {
    const auto key = idempotencyKey(call.request);
    Members members(call.body);
    const auto sheet = members.text("sheet", isSheet);
    const auto licence = members.text("licenceNumber", isReference);
    members.finish();
    const auto meaning = json::array{"sheet", sheet, licence};
    const Intent intent{call.request.terminal, key, json::serialize(meaning)};
    if (auto earlier = earlierReply(platform.database, intent))
        return std::move(*earlier);
    if (!findLicence(platform.database, licence))
        refuse(ProblemType::Validation, "no such licence", {}, "licenceNumber");
    Transaction transaction(platform.database);
    Query bound(platform.database, "SELECT licence FROM sheets WHERE number = ?", sheet);
    if (!bound.next())
        platform.database.run("INSERT INTO sheets(number, licence, terminal, bound_at) VALUES(?, ?, ?, ?)",
                              sheet, licence, call.request.terminal, milliseconds(platform.clock.now()));
    else if (bound.text(0) != licence)
        refuse(ProblemType::SheetTaken, "the sheet bears another licence");
    Response reply{204, {}, {}};
    rememberReply(platform.database, intent, reply, std::nullopt);
    transaction.commit();
    return reply;
}

} // namespace

void addSheetsApi(Router& router, Platform& platform) {
    router.add({"POST",
                "/v1/licence-sheets",
                BodyKind::Json,
                Caller::Anybody,
                [&platform](Call& call) { return bind(platform, call); },
                {}});
}

} // namespace balady::sandbox
