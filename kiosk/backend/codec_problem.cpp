#include "kiosk/backend/codec_problem.h"

#include "kiosk/backend/codec_json.h"

#include <algorithm>
#include <charconv>

namespace balady::backend {
namespace {

/// The contract's upper bound; also what a reply without a usable header means: ask later, not at once.
constexpr int kLongestWait = 86'400;
constexpr int kUsualWait = 60;

/// RFC 9110 10.2.3, seconds only (the contract has no dates).
int retryAfter(const HttpResponse& response) {
    const auto text = response.header("Retry-After");
    int seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc{} || end != text.data() + text.size() || seconds < 1)
        return kUsualWait;
    return std::min(seconds, kLongestWait);
}

model::Refusal readRefusal(const JsonNode& problem) {
    model::Refusal refusal;
    const auto type = problem.at("type").text(200);
    refusal.type = type.substr(type.rfind('/') + 1); // the whole text where there is no slash
    if (refusal.type.empty())
        problem.at("type").fail("names no problem");
    if (auto sentence = problem.find("sentence"))
        refusal.sentence = sentence->localized();
    if (auto field = problem.find("field"))
        refusal.field = field->text(64);
    if (auto service = problem.find("serviceId"))
        refusal.serviceId = service->token(64, "-");
    if (auto left = problem.find("attemptsLeft"))
        refusal.attemptsLeft = static_cast<int>(left->integer(0, 100));
    return refusal;
}

Fault status(FaultCode code, const HttpResponse& response) {
    return {code, "status " + std::to_string(response.status)};
}

bool isProblemDetails(const HttpResponse& response) {
    return response.header("Content-Type").starts_with("application/problem+json");
}

/// The status alone says it (RFC 6585, section 4): often it comes from a gateway, whose body is none of the platform's.
model::Refusal rateLimited(const HttpResponse& response) {
    model::Refusal refusal;
    if (auto read = decode(response.body, readRefusal); isProblemDetails(response) && read)
        refusal = std::move(*read);
    refusal.type = "rate-limited";
    refusal.retryAfterSeconds = retryAfter(response);
    return refusal;
}

} // namespace

Result<model::Refusal> decodeProblem(const HttpResponse& response) {
    switch (response.status) {
    case 401: return status(FaultCode::Unauthorised, response);
    case 404: return status(FaultCode::NotFound, response);
    case 409:
    case 413:
    case 422: break;
    case 429: return rateLimited(response);
    default: return status(response.status < 500 ? FaultCode::Refused : FaultCode::Overloaded, response);
    }
    if (!isProblemDetails(response))
        return status(FaultCode::Malformed, response).within("no problem details");
    auto refusal = decode(response.body, readRefusal);
    if (!refusal)
        return refusal.error().within("problem details");
    return refusal;
}

} // namespace balady::backend
