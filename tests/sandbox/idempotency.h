// Idempotency: one effect for one key, and the same reply for the same body ever after.
#pragma once

#include "tests/sandbox/http.h"
#include "tests/sandbox/platform.h"

#include <optional>
#include <string>

namespace balady::sandbox {

/// The call's Idempotency-Key; throws Refusal (malformed) without a good one.
[[nodiscard]] std::string idempotencyKey(const Request& request);

/// A key of one terminal, and the meaning of the body that came with it.
struct Intent {
    std::string terminal;
    std::string key;
    std::string meaning; ///< canonical text; the same for bodies that mean the same
};

/// The reply that the intent had before; throws Refusal (idempotency-key-reused) for another body.
[[nodiscard]] std::optional<Response> earlierReply(Database& database, const Intent& intent);
/// Remembers the reply; inside the transaction of the effect. `submission` is the effect's number or nothing.
void rememberReply(Database& database, const Intent& intent, const Response& reply,
                   const std::optional<std::string>& submission);
/// The number of the submission that this terminal made with the key.
[[nodiscard]] std::optional<std::string> submissionOfKey(Database& database, std::string_view terminal,
                                                         std::string_view key);

} // namespace balady::sandbox
