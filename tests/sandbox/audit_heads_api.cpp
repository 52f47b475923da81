#include "tests/sandbox/api.h"
#include "tests/sandbox/json_in.h"
#include "tests/sandbox/json_out.h"
#include "tests/sandbox/problem.h"

namespace balady::sandbox {
namespace {

/// Numbers beyond are not exact in every JSON reader (RFC 8259, section 6).
constexpr std::int64_t kMost = (std::int64_t{1} << 53U) - 1;

/// One that goes back, or that has another hash at the same place, is what somebody leaves who cut the trail off.
Response noteHead(Platform& platform, Call& call) {
    Members members(call.body);
    const auto sequence = members.integer("sequence", 1, kMost);
    const auto hash = members.text("hash", isSha256);
    members.finish();
    Transaction transaction(platform.database);
    Query last(platform.database,
               "SELECT sequence, hash FROM audit_heads WHERE terminal = ? ORDER BY sequence DESC LIMIT 1",
               call.request.terminal);
    if (last.next()) {
        if (last.integer(0) == sequence && last.text(1) == hash)
            return {204, {}, {}};
        if (last.integer(0) >= sequence)
            refuse(ProblemType::Validation, "the audit trail has gone back", {}, "sequence");
    }
    platform.database.run("INSERT INTO audit_heads(terminal, sequence, hash, noted_at) VALUES(?, ?, ?, ?)",
                          call.request.terminal, sequence, hash, milliseconds(platform.clock.now()));
    transaction.commit();
    return {204, {}, {}};
}

} // namespace

void addAuditHeadsApi(Router& router, Platform& platform) {
    router.add({"PUT",
                "/v1/terminals/self/audit-head",
                BodyKind::Json,
                Caller::Anybody,
                [&platform](Call& call) { return noteHead(platform, call); },
                {}});
}

} // namespace balady::sandbox
