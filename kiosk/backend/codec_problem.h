// Problem details (RFC 9457): what a reply that is no success means: a refusal to read, or a fault; any
// thread.
#pragma once

#include "kiosk/backend/http_message.h"
#include "kiosk/model/refusal.h"

namespace balady::backend {

/// Meant for any status of 400 and above. A rule that said no (409, 413, 422, 429) is a refusal. Faults:
/// Unauthorised (401), NotFound (404), Refused (another 4xx: our request breaks the contract), Overloaded
/// (5xx), Malformed (the body is no problem details where the citizen would have to read them). 429 is "rate-limited"
/// whatever its body says.
[[nodiscard]] Result<model::Refusal> decodeProblem(const HttpResponse& response);

} // namespace balady::backend
