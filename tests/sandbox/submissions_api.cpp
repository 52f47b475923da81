#include "tests/sandbox/answered.h"
#include "tests/sandbox/api.h"
#include "tests/sandbox/draft_check.h"
#include "tests/sandbox/eligibility.h"
#include "tests/sandbox/idempotency.h"
#include "tests/sandbox/json_in.h"
#include "tests/sandbox/json_out.h"
#include "tests/sandbox/people.h"
#include "tests/sandbox/problem.h"
#include "tests/sandbox/progress.h"
#include "tests/sandbox/settings.h"

namespace balady::sandbox {
namespace {

using model::ServiceKind;

struct Draft {
    std::string serviceId;
    model::Answers answers;
    std::set<std::string> attachmentIds;
    std::optional<model::Deferred> deferred;
};

model::Deferred readDeferred(const json::object& object) {
    Members members(object);
    model::Deferred deferred;
    deferred.acceptedAt = parseTimestamp(members.text("acceptedAt", isTimestamp)).value_or(WallTime{});
    deferred.reference = members.text("reference", isTerminalReference);
    members.finish();
    return deferred;
}

Draft readDraft(const json::object& body, ServiceKind kind) {
    Members members(body);
    Draft draft{members.text("serviceId", isServiceId),
                members.answers("answers"),
                members.uuids("attachmentIds", 20),
                {}};
    if (kind == ServiceKind::Report)
        if (const auto* deferred = members.optionalObject("deferred"))
            draft.deferred = readDeferred(*deferred);
    members.finish();
    return draft;
}

/// What the body means, whatever the order of its members; whose it is belongs to the meaning.
std::string meaningOf(ServiceKind kind, const Draft& draft, const std::optional<std::string>& identity) {
    json::array meaning{model::name(kind), draft.serviceId, identity.value_or("")};
    for (const auto& [field, value] : draft.answers)
        meaning.push_back(json::array{field, value});
    for (const auto& id : draft.attachmentIds)
        meaning.emplace_back(id);
    if (draft.deferred)
        meaning.push_back(json::array{timestamp(draft.deferred->acceptedAt), draft.deferred->reference});
    return json::serialize(meaning);
}

const model::Service& serviceFor(Platform& platform, ServiceKind kind, const Draft& draft, const Call& call) {
    const auto* service = platform.served.catalogue.find(draft.serviceId);
    if (service == nullptr || service->kind != kind)
        refuse(ProblemType::NotFound, "no such service for this operation");
    if (service->needsIdentity && !call.identity)
        refuse(ProblemType::Unauthorised, "the service needs an identity");
    return *service;
}

/// What was accepted without the platform must be something that may be, of a time that may be, and new.
void checkDeferred(Platform& platform, const model::Service& service, const model::Deferred& deferred,
                   const Call& call) {
    if (!service.offline || call.identity)
        refuse(ProblemType::NotEligible, "the service is not accepted without the platform");
    const auto age = platform.clock.now() - deferred.acceptedAt;
    if (age > std::chrono::days{90} || age < -std::chrono::minutes{10})
        refuse(ProblemType::Validation, "acceptedAt is too old or in the future", {}, "deferred");
    if (submissionOfReference(platform.database, deferred.reference, call.request.terminal))
        refuse(ProblemType::Validation, "the reference was given to another report", {}, "deferred");
}

/// SMS go to the account's mobile, or to the one that an anonymous report gives.
std::string mobileFor(Platform& platform, const Draft& draft, const std::optional<std::string>& identity) {
    const auto person = identity ? findPerson(platform.database, *identity) : std::nullopt;
    return person ? person->mobile : answerOf(draft.answers, platform.rules.roles.mobile);
}

Response submit(Platform& platform, ServiceKind kind, Call& call) {
    const auto key = idempotencyKey(call.request);
    const auto draft = readDraft(call.body, kind);
    const Intent intent{call.request.terminal, key, meaningOf(kind, draft, call.identity)};
    if (auto earlier = earlierReply(platform.database, intent))
        return std::move(*earlier);

    const auto& service = serviceFor(platform, kind, draft, call);
    if (draft.deferred)
        checkDeferred(platform, service, *draft.deferred, call);
    checkAnswers(service, draft.answers);
    if (call.identity)
        checkEligibility(platform, service, *call.identity, draft.answers);
    checkAttachments(platform.database, service, draft.answers, draft.attachmentIds, call.request.terminal,
                     call.identity);

    StoredSubmission submission;
    submission.kind = kind;
    submission.shown.serviceId = service.id;
    submission.identity = call.identity;
    submission.mobile = mobileFor(platform, draft, call.identity);
    submission.terminal = call.request.terminal;
    submission.answers = draft.answers;
    submission.deferred = draft.deferred;
    Transaction transaction(platform.database);
    submission = accept(platform, service, std::move(submission));
    for (const auto& id : draft.attachmentIds)
        platform.database.run("UPDATE attachments SET submission = ? WHERE id = ?", submission.shown.number,
                              id);
    auto reply = jsonResponse(201, toJson(submission.shown));
    rememberReply(platform.database, intent, reply, submission.shown.number);
    transaction.commit();
    return reply;
}

Response show(Platform& platform, const StoredSubmission& submission) {
    return jsonResponse(200, toJson(withLateness(submission.shown, platform.clock.today())));
}

Response byNumber(Platform& platform, Call& call) {
    const auto& number = call.path.at("number");
    if (!isReference(number))
        refuse(ProblemType::Malformed, "the number is not a reference");
    auto submission = findSubmission(platform.database, number);
    if (!submission || submission->identity != call.identity)
        refuse(ProblemType::NotFound, "no such request");
    const bool paysItself = submission->shown.state == model::RequestState::AwaitingPayment &&
                            readSetting(platform.database, kAutoPayBills) != 0;
    if (paysItself) {
        Transaction transaction(platform.database);
        pay(platform, *submission);
        transaction.commit();
    }
    return show(platform, *submission);
}

Response byKey(Platform& platform, Call& call) {
    const auto& key = call.path.at("key");
    if (!isUuid(key))
        refuse(ProblemType::Malformed, "the key is not a UUID");
    const auto number = submissionOfKey(platform.database, call.request.terminal, key);
    const auto submission = number ? findSubmission(platform.database, *number) : std::nullopt;
    if (!submission)
        refuse(ProblemType::NotFound, "nothing was accepted with this key");
    return show(platform, *submission);
}

} // namespace

void addSubmissionsApi(Router& router, Platform& platform) {
    const auto submitting = [&platform](ServiceKind kind) {
        return [&platform, kind](Call& call) { return submit(platform, kind, call); };
    };
    router.add(
        {"POST", "/v1/requests", BodyKind::Json, Caller::Citizen, submitting(ServiceKind::Application), {}});
    router.add({"POST", "/v1/reports", BodyKind::Json, Caller::Anybody, submitting(ServiceKind::Report), {}});
    router.add({"POST",
                "/v1/appointments",
                BodyKind::Json,
                Caller::Citizen,
                submitting(ServiceKind::Appointment),
                {}});
    router.add({"GET",
                "/v1/requests/{number}",
                BodyKind::None,
                Caller::Citizen,
                [&platform](Call& call) { return byNumber(platform, call); },
                {}});
    router.add({"GET",
                "/v1/submissions/by-key/{key}",
                BodyKind::None,
                Caller::Anybody,
                [&platform](Call& call) { return byKey(platform, call); },
                {}});
}

} // namespace balady::sandbox
