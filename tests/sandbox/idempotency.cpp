#include "tests/sandbox/idempotency.h"

#include "kiosk/crypto/crypto.h"
#include "tests/sandbox/json_in.h"
#include "tests/sandbox/problem.h"

namespace balady::sandbox {
namespace {

std::string hashOf(const Intent& intent) {
    return toHex(crypto::sha256(asBytes(intent.meaning)));
}

} // namespace

std::string idempotencyKey(const Request& request) {
    const auto field = request.headers.find("idempotency-key");
    if (field == request.headers.end() || !isUuid(field->second))
        refuse(ProblemType::Malformed, "Idempotency-Key is asked for: a UUID in lower case");
    return field->second;
}

std::optional<Response> earlierReply(Database& database, const Intent& intent) {
    Query row(database, "SELECT body_hash, status, reply FROM idempotency WHERE terminal = ? AND key = ?",
              intent.terminal, intent.key);
    if (!row.next())
        return std::nullopt;
    if (row.text(0) != hashOf(intent))
        refuse(ProblemType::IdempotencyKeyReused, "the key was used with another body");
    Response reply;
    reply.status = static_cast<int>(row.integer(1));
    reply.body = row.text(2);
    if (!reply.body.empty())
        reply.headers["content-type"] = "application/json";
    return reply;
}

void rememberReply(Database& database, const Intent& intent, const Response& reply,
                   const std::optional<std::string>& submission) {
    database.run("INSERT INTO idempotency(terminal, key, body_hash, status, reply, submission) VALUES(?, ?, "
                 "?, ?, ?, ?)",
                 intent.terminal, intent.key, hashOf(intent), reply.status, reply.body, submission);
}

std::optional<std::string> submissionOfKey(Database& database, std::string_view terminal,
                                           std::string_view key) {
    Query row(database,
              "SELECT submission FROM idempotency WHERE terminal = ? AND key = ? AND submission IS NOT NULL",
              terminal, key);
    return row.next() ? std::optional(row.text(0)) : std::nullopt;
}

} // namespace balady::sandbox
