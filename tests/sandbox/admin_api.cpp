#include "tests/sandbox/admin_api.h"

#include "tests/sandbox/challenges.h"
#include "tests/sandbox/json_in.h"
#include "tests/sandbox/json_out.h"
#include "tests/sandbox/people.h"
#include "tests/sandbox/problem.h"
#include "tests/sandbox/progress.h"
#include "tests/sandbox/settings.h"
#include "tests/sandbox/slots.h"

namespace balady::sandbox {
namespace {

using model::ChallengeKind;
using model::ChallengeState;
using model::text;

/// The rows of a query as objects; each column is named and says whether it is a number.
struct Column {
    const char* name;
    bool isNumber = false;
};
json::array rows(Query query, std::initializer_list<Column> columns) {
    json::array list;
    while (query.next()) {
        json::object row;
        int index = 0;
        for (const auto& column : columns) {
            row[column.name] =
                column.isNumber ? json::value(query.integer(index)) : json::value(query.text(index));
            ++index;
        }
        list.push_back(std::move(row));
    }
    return list;
}

std::int64_t count(Database& database, std::string_view sql) {
    Query query(database, sql);
    query.next();
    return query.integer(0);
}

json::object settings(Platform& platform) {
    return {{"autoApproveChallenges", readSetting(platform.database, kAutoApproveChallenges) != 0},
            {"autoPayBills", readSetting(platform.database, kAutoPayBills) != 0}};
}

json::object toJson(const FaultSwitches& faults) {
    return {{"latencyMs", faults.latency.count()},
            {"failNext", {{"status", faults.failStatus}, {"count", faults.failCount}}},
            {"dropAfterCommit", faults.dropAfterCommit},
            {"garbageNext", faults.garbage},
            {"wrongShapeNext", faults.wrongShape},
            {"garbleUploads", faults.garbleUploads},
            {"alterCatalogues", faults.alterCatalogues},
            {"foreignCertificates", faults.foreignCertificates},
            {"refuseConnections", faults.refuseConnections}};
}

Response state(Platform& platform, const FaultSwitches& faults) {
    auto& database = platform.database;
    return jsonResponse(
        200,
        json::object{
            {"now", timestamp(platform.clock.now())},
            {"clockAheadHours", platform.clock.ahead().count()},
            {"catalogue",
             {{"version", platform.served.catalogue.version},
              {"services", platform.served.catalogue.services.size()}}},
            {"settings", settings(platform)},
            {"faults", toJson(faults)},
            {"counts",
             {{"submissions", count(database, "SELECT count(*) FROM submissions")},
              {"unpaidBills", count(database, "SELECT count(*) FROM bills WHERE paid = 0")},
              {"licences", count(database, "SELECT count(*) FROM licences")},
              {"attachments", count(database, "SELECT count(*) FROM attachments WHERE complete = 1")},
              {"ratings", count(database, "SELECT count(*) FROM ratings")},
              {"sms", count(database, "SELECT count(*) FROM sms")}}},
            {"people",
             rows(Query(database,
                        "SELECT identity, name_ar, name_en, mobile, story FROM people ORDER BY identity"),
                  {{"identity"}, {"nameAr"}, {"nameEn"}, {"mobile"}, {"story"}})}});
}

json::object request(Platform& platform, const StoredSubmission& submission) {
    auto object = sandbox::toJson(withLateness(submission.shown, platform.clock.today()));
    object["kind"] = model::name(submission.kind);
    object["terminal"] = submission.terminal;
    if (submission.identity)
        object["identity"] = *submission.identity;
    json::object answers;
    for (const auto& [field, value] : submission.answers)
        answers[field] = value;
    object["answers"] = std::move(answers);
    if (const auto* service = platform.served.catalogue.find(submission.shown.serviceId))
        object["service"] = sandbox::toJson(service->name);
    return object;
}

Response requests(Platform& platform) {
    json::array list;
    for (const auto& submission : allSubmissions(platform.database))
        list.push_back(request(platform, submission));
    return jsonResponse(200, json::object{{"requests", std::move(list)}});
}

json::object challenge(const StoredChallenge& challenge) {
    return {{"id", challenge.shown.id},
            {"identity", challenge.identity},
            {"kind", name(challenge.shown.kind)},
            {"state", name(challenge.shown.state)},
            {"number", challenge.shown.number},
            {"code", challenge.code},
            {"attemptsLeft", challenge.shown.attemptsLeft},
            {"expiresAt", timestamp(challenge.shown.expiresAt)}};
}

Response challenges(Platform& platform) {
    json::array list;
    for (const auto& one : recentChallenges(platform))
        list.push_back(challenge(one));
    return jsonResponse(200, json::object{{"challenges", std::move(list)}});
}

/// The citizen's finger on the telephone.
Response decideChallenge(Platform& platform, Call& call, ChallengeState decision) {
    Members(call.body).finish();
    auto found = findChallenge(platform, call.path.at("id"));
    if (!found)
        refuse(ProblemType::NotFound, "no such challenge");
    if (found->shown.kind != ChallengeKind::App || found->shown.state != ChallengeState::Pending)
        refuse(ProblemType::NotEligible, "not a pending challenge of the app");
    found->shown.state = decision;
    updateChallenge(platform.database, *found);
    return jsonResponse(200, challenge(*found));
}

/// Moves a submission on, as a whole or not at all.
template <class Move>
Response moveOn(Platform& platform, std::optional<StoredSubmission> submission, Move move) {
    if (!submission)
        refuse(ProblemType::NotFound, "no such request or bill");
    Transaction transaction(platform.database);
    move(*submission);
    transaction.commit();
    return jsonResponse(200, request(platform, *submission));
}

bool isSentence(std::string_view text) {
    return !text.empty() && text.size() <= 500;
}

model::LocalizedText rejectionReason(const json::object& body) {
    Members members(body);
    auto reason =
        text("لم تكتمل شروط الخدمة. راجع البلدية أو قدّم طلبًا جديدًا.",
             "The conditions of the service are not met. Ask the municipality, or send a new request.");
    if (const auto* given = members.optionalObject("reason")) {
        Members words(*given);
        const auto arabic = words.text("ar", isSentence);
        reason = text(arabic, words.optionalText("en", isSentence).value_or(""));
        words.finish();
    }
    members.finish();
    return reason;
}

/// The counter is quicker: the soonest free appointment goes to somebody who stands there.
Response bookAtCounter(Platform& platform, Call& call) {
    Members members(call.body);
    const auto id = members.text("serviceId", isServiceId);
    const auto identity = members.text("identity", isSentence);
    members.finish();
    const auto* service = platform.served.catalogue.find(id);
    const auto person = findPerson(platform.database, identity);
    const auto free = freeSlots(platform, id);
    if (service == nullptr || service->kind != model::ServiceKind::Appointment || !person || free.empty())
        refuse(ProblemType::NotFound, "no such service or person, or no free appointment");
    StoredSubmission submission;
    submission.kind = service->kind;
    submission.shown.serviceId = id;
    submission.identity = identity;
    submission.mobile = person->mobile;
    submission.terminal = "counter";
    submission.answers = {{platform.rules.roles.slot.front(), free.front().code}};
    Transaction transaction(platform.database);
    submission = accept(platform, *service, std::move(submission));
    transaction.commit();
    return jsonResponse(200, request(platform, submission));
}

Response advanceClock(Platform& platform, Call& call) {
    Members members(call.body);
    const auto days = members.optionalInteger("days", 0, 3650).value_or(0);
    const auto hours = members.optionalInteger("hours", 0, 3650L * 24).value_or(0);
    members.finish();
    platform.clock.advance(std::chrono::days{days} + std::chrono::hours{hours});
    return jsonResponse(200, json::object{{"now", timestamp(platform.clock.now())},
                                          {"clockAheadHours", platform.clock.ahead().count()}});
}

Response changeFaults(FaultSwitches& faults, Call& call, const std::function<void(bool)>& connections) {
    constexpr std::int64_t kMost = 1'000'000;
    auto changed = faults;
    Members members(call.body);
    const auto counter = [&](const char* key, int& value) {
        value = static_cast<int>(members.optionalInteger(key, 0, kMost).value_or(value));
    };
    changed.latency = std::chrono::milliseconds{
        members.optionalInteger("latencyMs", 0, 600'000).value_or(faults.latency.count())};
    if (const auto* failing = members.optionalObject("failNext")) {
        Members failure(*failing);
        changed.failStatus = static_cast<int>(failure.integer("status", 400, 599));
        changed.failCount = static_cast<int>(failure.integer("count", 0, kMost));
        failure.finish();
    }
    counter("dropAfterCommit", changed.dropAfterCommit);
    counter("garbageNext", changed.garbage);
    counter("wrongShapeNext", changed.wrongShape);
    counter("garbleUploads", changed.garbleUploads);
    counter("alterCatalogues", changed.alterCatalogues);
    counter("foreignCertificates", changed.foreignCertificates);
    changed.refuseConnections =
        members.optionalBoolean("refuseConnections").value_or(faults.refuseConnections);
    members.finish();
    if (changed.refuseConnections != faults.refuseConnections)
        connections(changed.refuseConnections);
    faults = changed;
    return jsonResponse(200, toJson(faults));
}

Response changeSettings(Platform& platform, Call& call) {
    Members members(call.body);
    const auto approve = members.optionalBoolean("autoApproveChallenges");
    const auto pay = members.optionalBoolean("autoPayBills");
    members.finish();
    if (approve)
        writeSetting(platform.database, kAutoApproveChallenges, *approve);
    if (pay)
        writeSetting(platform.database, kAutoPayBills, *pay);
    return jsonResponse(200, settings(platform));
}

void addLooks(Router& router, Platform& platform, FaultSwitches& faults, std::string_view page) {
    const auto get = [&router](const char* path, std::function<Response(Call&)> handle) {
        router.add({"GET", path, BodyKind::None, Caller::Anybody, std::move(handle), {}});
    };
    const auto html = [page](Call&) -> Response {
        return {200,
                {{"content-type", "text/html; charset=utf-8"},
                 {"content-security-policy", "default-src 'self' 'unsafe-inline'; frame-ancestors 'none'"}},
                std::string(page)};
    };
    get("/", html);
    get("/admin", html);
    get("/admin/state", [&](Call&) { return state(platform, faults); });
    get("/admin/requests", [&](Call&) { return requests(platform); });
    get("/admin/challenges", [&](Call&) { return challenges(platform); });
    get("/admin/verification-keys", [&](Call&) -> Response {
        return {200, {{"content-type", "application/jwk-set+json"}}, platform.signer.keySet()};
    });
    get("/admin/audit-heads", [&](Call&) {
        return jsonResponse(
            200,
            json::object{{"heads", rows(Query(platform.database,
                                              "SELECT terminal, sequence, hash, noted_at FROM audit_heads "
                                              "ORDER BY terminal, sequence"),
                                        {{"terminal"}, {"sequence", true}, {"hash"}, {"notedAt", true}})}});
    });
    get("/admin/sheets", [&](Call&) {
        return jsonResponse(
            200, json::object{{"sheets", rows(Query(platform.database,
                                                    "SELECT number, licence, terminal, bound_at FROM sheets "
                                                    "ORDER BY bound_at, number"),
                                              {{"sheet"}, {"licence"}, {"terminal"}, {"boundAt", true}})}});
    });
    get("/admin/faults", [&](Call&) { return jsonResponse(200, toJson(faults)); });
    get("/admin/sms", [&](Call&) {
        return jsonResponse(
            200,
            json::object{
                {"sms",
                 rows(Query(
                          platform.database,
                          "SELECT id, mobile, text_ar, text_en, sent_at FROM sms ORDER BY id DESC LIMIT 200"),
                      {{"id", true}, {"mobile"}, {"ar"}, {"en"}, {"sentAtMs", true}})}});
    });
}

void addMoves(Router& router, Platform& platform) {
    const auto post = [&router](const char* path, std::function<Response(Call&)> handle) {
        router.add({"POST", path, BodyKind::OptionalJson, Caller::Anybody, std::move(handle), {}});
    };
    const auto numbered = [&](Call& call) {
        return findSubmission(platform.database, call.path.at("number"));
    };
    post("/admin/requests/{number}/approve", [&platform, numbered](Call& call) {
        Members(call.body).finish();
        return moveOn(platform, numbered(call), [&](StoredSubmission& one) { approve(platform, one); });
    });
    post("/admin/requests/{number}/reject", [&platform, numbered](Call& call) {
        const auto reason = rejectionReason(call.body);
        return moveOn(platform, numbered(call),
                      [&](StoredSubmission& one) { reject(platform, one, reason); });
    });
    post("/admin/requests/{number}/close", [&platform, numbered](Call& call) {
        Members(call.body).finish();
        return moveOn(platform, numbered(call), [&](StoredSubmission& one) { close(platform, one); });
    });
    post("/admin/bills/{number}/pay", [&platform](Call& call) {
        Members(call.body).finish();
        return moveOn(platform, findByBill(platform.database, call.path.at("number")),
                      [&](StoredSubmission& one) { pay(platform, one); });
    });
    post("/admin/appointments", [&platform](Call& call) { return bookAtCounter(platform, call); });
    post("/admin/challenges/{id}/approve",
         [&](Call& call) { return decideChallenge(platform, call, ChallengeState::Approved); });
    post("/admin/challenges/{id}/refuse",
         [&](Call& call) { return decideChallenge(platform, call, ChallengeState::Refused); });
    post("/admin/clock/advance", [&](Call& call) { return advanceClock(platform, call); });
    post("/admin/settings", [&](Call& call) { return changeSettings(platform, call); });
}

bool isLoopbackHost(std::string_view host) {
    const auto name = host.substr(0, host.rfind(':'));
    return name == "127.0.0.1" || name == "localhost";
}

} // namespace

Router adminRouter(Platform& platform, FaultSwitches& faults, std::string_view page,
                   std::function<void(bool refuse)> connections) {
    Router router([](const std::string&) { return std::nullopt; });
    addLooks(router, platform, faults, page);
    addMoves(router, platform);
    router.add({"POST",
                "/admin/faults",
                BodyKind::OptionalJson,
                Caller::Anybody,
                [&faults, connections = std::move(connections)](Call& call) {
                    return changeFaults(faults, call, connections);
                },
                {}});
    return router;
}

Response answerAdministrator(const Router& router, const Request& request) {
    const auto host = request.headers.find("host");
    const auto origin = request.headers.find("origin");
    const bool ours = host != request.headers.end() && isLoopbackHost(host->second) &&
                      (origin == request.headers.end() || origin->second == "http://" + host->second);
    if (!ours) {
        Problem problem;
        problem.type = ProblemType::Unauthorised;
        problem.detail = "not from this machine's own page";
        return toResponse(problem);
    }
    return router.answer(request);
}

} // namespace balady::sandbox
