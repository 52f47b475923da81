// Problem: why a request is refused, as problem details (RFC 9457); thrown by handlers, caught by the router.
#pragma once

#include "kiosk/model/language.h"
#include "tests/sandbox/http.h"

#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <string_view>

namespace balady::sandbox {

/// The contract's problem types (config/api/balady-kiosk.openapi.yaml).
enum class ProblemType {
    Malformed,
    Unauthorised,
    NotFound,
    MethodNotAllowed,
    IdempotencyKeyReused,
    UploadOffsetMismatch,
    ChallengeNotApproved,
    SlotTaken,
    SheetTaken,
    TooLarge,
    UnsupportedMediaType,
    Validation,
    GateNotMet,
    NotEligible,
    FileRefused,
    WrongCode,
    RateLimited,
    Internal,
    Unavailable,
};

struct Problem {
    ProblemType type = ProblemType::Internal;
    std::string detail;            ///< for developers, never personal
    model::LocalizedText sentence; ///< for the citizen, or empty
    std::string field;
    std::string serviceId;
    std::optional<int> attemptsLeft;
    std::optional<std::int64_t> retryAfterSeconds;
    std::optional<std::int64_t> uploadOffset;
};

/// Leaves a handler from any depth; what was not committed is undone on the way. The only exception that the
/// sandbox throws for an expected thing, because a refusal ends the handling of a request and nothing else.
class Refusal : public std::exception {
  public:
    explicit Refusal(Problem problem) : problem(std::move(problem)) {}
    [[nodiscard]] const char* what() const noexcept override { return "refused"; }
    Problem problem;
};

[[noreturn]] void refuse(ProblemType type, std::string detail);
[[noreturn]] void refuse(ProblemType type, std::string detail, model::LocalizedText sentence,
                         std::string field = {});

[[nodiscard]] Response toResponse(const Problem& problem);
/// An injected failure: a problem type with that status where the contract has one, and the given status.
[[nodiscard]] Response failureResponse(int status);

} // namespace balady::sandbox
