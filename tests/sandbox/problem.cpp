#include "tests/sandbox/problem.h"

#include "tests/sandbox/json_out.h"

#include <array>

namespace balady::sandbox {
namespace {

struct Words {
    std::string_view slug;
    int status;
    std::string_view title;
};

Words words(ProblemType type) {
    switch (type) {
    case ProblemType::Malformed: return {"malformed", 400, "The request breaks the contract"};
    case ProblemType::Unauthorised: return {"unauthorised", 401, "No token, or one that has ended"};
    case ProblemType::NotFound: return {"not-found", 404, "No such thing"};
    case ProblemType::MethodNotAllowed: return {"method-not-allowed", 405, "No such operation on this path"};
    case ProblemType::IdempotencyKeyReused:
        return {"idempotency-key-reused", 409, "The idempotency key was used with another body"};
    case ProblemType::UploadOffsetMismatch:
        return {"upload-offset-mismatch", 409, "The chunk does not start where the upload stands"};
    case ProblemType::ChallengeNotApproved:
        return {"challenge-not-approved", 409, "The challenge is not approved"};
    case ProblemType::SlotTaken: return {"slot-taken", 409, "Somebody booked this appointment first"};
    case ProblemType::SheetTaken: return {"sheet-taken", 409, "The sheet bears another licence"};
    case ProblemType::TooLarge: return {"too-large", 413, "The body is above its limit"};
    case ProblemType::UnsupportedMediaType:
        return {"unsupported-media-type", 415, "The operation does not take this media type"};
    case ProblemType::Validation: return {"validation", 422, "An answer breaks the form's rules"};
    case ProblemType::GateNotMet: return {"gate-not-met", 422, "Another step comes first"};
    case ProblemType::NotEligible: return {"not-eligible", 422, "The citizen may not have this service now"};
    case ProblemType::FileRefused:
        return {"file-refused", 422, "The file is not what was announced, or is missing"};
    case ProblemType::WrongCode: return {"wrong-code", 422, "The code is wrong"};
    case ProblemType::RateLimited: return {"rate-limited", 429, "Too many requests"};
    case ProblemType::Internal: return {"internal", 500, "The platform failed"};
    case ProblemType::Unavailable: return {"unavailable", 503, "The platform is not serving now"};
    }
    return {"internal", 500, "The platform failed"};
}

/// One type for each status of the contract.
constexpr std::array kEachStatus{ProblemType::Malformed,
                                 ProblemType::Unauthorised,
                                 ProblemType::NotFound,
                                 ProblemType::MethodNotAllowed,
                                 ProblemType::SlotTaken,
                                 ProblemType::TooLarge,
                                 ProblemType::UnsupportedMediaType,
                                 ProblemType::NotEligible,
                                 ProblemType::RateLimited,
                                 ProblemType::Internal,
                                 ProblemType::Unavailable};

Response response(const Problem& problem, int status) {
    const auto word = words(problem.type);
    json::object body{{"type", "https://balady.example/problems/" + std::string(word.slug)},
                      {"title", word.title},
                      {"status", status}};
    if (!problem.detail.empty())
        body["detail"] = problem.detail;
    if (!problem.sentence.empty())
        body["sentence"] = toJson(problem.sentence);
    if (!problem.field.empty())
        body["field"] = problem.field;
    if (!problem.serviceId.empty())
        body["serviceId"] = problem.serviceId;
    if (problem.attemptsLeft)
        body["attemptsLeft"] = *problem.attemptsLeft;
    Response reply{status, {{"content-type", "application/problem+json"}}, json::serialize(body)};
    if (problem.retryAfterSeconds)
        reply.headers["retry-after"] = std::to_string(*problem.retryAfterSeconds);
    if (problem.uploadOffset)
        reply.headers["upload-offset"] = std::to_string(*problem.uploadOffset);
    return reply;
}

} // namespace

void refuse(ProblemType type, std::string detail) {
    Problem problem;
    problem.type = type;
    problem.detail = std::move(detail);
    throw Refusal(std::move(problem));
}

void refuse(ProblemType type, std::string detail, model::LocalizedText sentence, std::string field) {
    Problem problem;
    problem.type = type;
    problem.detail = std::move(detail);
    problem.sentence = std::move(sentence);
    problem.field = std::move(field);
    throw Refusal(std::move(problem));
}

Response toResponse(const Problem& problem) {
    return response(problem, words(problem.type).status);
}

Response failureResponse(int status) {
    Problem problem;
    problem.type = status < 500 ? ProblemType::Malformed : ProblemType::Internal;
    for (const auto type : kEachStatus)
        if (words(type).status == status)
            problem.type = type;
    problem.detail = "switched on by the administrator of the sandbox";
    if (problem.type == ProblemType::RateLimited)
        problem.retryAfterSeconds = 1;
    return response(problem, status);
}

} // namespace balady::sandbox
