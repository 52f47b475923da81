#include "kiosk/crypto/crypto.h"
#include "kiosk/model/identity.h"
#include "tests/sandbox/api.h"
#include "tests/sandbox/challenges.h"
#include "tests/sandbox/idempotency.h"
#include "tests/sandbox/json_in.h"
#include "tests/sandbox/json_out.h"
#include "tests/sandbox/people.h"
#include "tests/sandbox/problem.h"
#include "tests/sandbox/settings.h"
#include "tests/sandbox/tickets.h"

namespace balady::sandbox {
namespace {

using model::ChallengeKind;
using model::ChallengeState;
using model::text;

bool isChallengeKind(std::string_view word) {
    return word == "app" || word == "sms";
}

json::object toJson(const model::Challenge& challenge) {
    json::object object{{"id", challenge.id},
                        {"kind", name(challenge.kind)},
                        {"state", name(challenge.state)},
                        {"expiresAt", timestamp(challenge.expiresAt)}};
    if (challenge.kind == ChallengeKind::App) {
        object["number"] = challenge.number;
    } else {
        object["maskedMobile"] = challenge.maskedMobile;
        object["attemptsLeft"] = challenge.attemptsLeft;
    }
    return object;
}

/// Tokens are kept as hashes: a copy of the database signs nobody in.
std::string tokenHash(std::string_view token) {
    return toHex(crypto::sha256(asBytes(token)));
}

StoredChallenge requireChallenge(Platform& platform, const std::string& id) {
    if (!isUuid(id))
        refuse(ProblemType::Malformed, "the id is not a UUID");
    auto challenge = findChallenge(platform, id);
    if (!challenge)
        refuse(ProblemType::NotFound, "no such challenge");
    return std::move(*challenge);
}

Response start(Platform& platform, Call& call) {
    const auto key = idempotencyKey(call.request);
    Members members(call.body);
    const auto typed = members.text("identityNumber", isTenDigits);
    const auto kind =
        members.text("kind", isChallengeKind) == "app" ? ChallengeKind::App : ChallengeKind::Sms;
    members.finish();
    const auto meaning = json::array{"challenge", typed, kind == ChallengeKind::App ? "app" : "sms"};
    const Intent intent{call.request.terminal, key, json::serialize(meaning)};
    if (auto earlier = earlierReply(platform.database, intent))
        return std::move(*earlier);
    model::NumberProblem problem{};
    if (!model::IdentityNumber::parse(typed, &problem))
        refuse(ProblemType::Validation, std::string(model::name(problem)),
               text("راجع رقم الهوية من فضلك.", "Please check the identity number."), "identityNumber");
    const auto person = findPerson(platform.database, typed);
    if (!person)
        refuse(ProblemType::NotEligible, "no account",
               text("لا يوجد حساب بلدي لهذا الرقم. يمكنك التسجيل في موقع بلدي ثم العودة إلينا.",
                    "There is no Balady account for this number. You can register on the Balady website, "
                    "then come back."));
    Transaction transaction(platform.database);
    const auto challenge = startChallenge(platform, typed, person->mobile, kind);
    auto reply = jsonResponse(201, toJson(challenge.shown));
    rememberReply(platform.database, intent, reply, std::nullopt);
    transaction.commit();
    return reply;
}

Response poll(Platform& platform, Call& call) {
    auto challenge = requireChallenge(platform, call.path.at("id"));
    const bool approvesItself = challenge.shown.kind == ChallengeKind::App &&
                                challenge.shown.state == ChallengeState::Pending &&
                                readSetting(platform.database, kAutoApproveChallenges) != 0;
    if (approvesItself) {
        challenge.shown.state = ChallengeState::Approved;
        updateChallenge(platform.database, challenge);
    }
    return jsonResponse(200, toJson(challenge.shown));
}

Problem wrongCode(int attemptsLeft) {
    Problem problem;
    problem.type = ProblemType::WrongCode;
    problem.attemptsLeft = attemptsLeft;
    problem.sentence =
        attemptsLeft == 0
            ? text("الرمز غير مطابق وانتهت المحاولات. اطلب رمزًا جديدًا.",
                   "That code does not match, and no tries are left. Please ask for a new code.")
        : attemptsLeft == 1 ? text("الرمز غير مطابق. بقيت لك محاولة واحدة.",
                                   "That code does not match. You have one try left.")
                            : text("الرمز غير مطابق. بقيت لك محاولتان.",
                                   "That code does not match. You have two tries left.");
    return problem;
}

Response answer(Platform& platform, Call& call) {
    Members members(call.body);
    const auto code = members.text("code", isSixDigits);
    members.finish();
    auto challenge = requireChallenge(platform, call.path.at("id"));
    if (challenge.shown.kind != ChallengeKind::Sms)
        refuse(ProblemType::Validation, "the challenge has no code", {}, "code");
    if (challenge.shown.state != ChallengeState::Pending)
        return jsonResponse(200, toJson(challenge.shown));
    const bool right = code == challenge.code;
    if (!right)
        --challenge.shown.attemptsLeft;
    if (right)
        challenge.shown.state = ChallengeState::Approved;
    else if (challenge.shown.attemptsLeft == 0)
        challenge.shown.state = ChallengeState::Refused;
    updateChallenge(platform.database, challenge);
    return right ? jsonResponse(200, toJson(challenge.shown))
                 : toResponse(wrongCode(challenge.shown.attemptsLeft));
}

Response signIn(Platform& platform, Call& call) {
    Members members(call.body);
    const auto id = members.text("challengeId", isUuid);
    members.finish();
    auto challenge = requireChallenge(platform, id);
    if (challenge.shown.state != ChallengeState::Approved || challenge.used)
        refuse(
            ProblemType::ChallengeNotApproved, "pending, refused, expired or used",
            text("لم يكتمل التحقق. ابدأ من جديد من فضلك.", "The check did not finish. Please start again."));
    const auto person = findPerson(platform.database, challenge.identity);
    if (!person)
        refuse(ProblemType::NotFound, "no such person");

    const auto token = toBase64Url(crypto::randomBytes(32));
    const auto expires = platform.clock.now() + platform.rules.limits.session;
    Transaction transaction(platform.database);
    challenge.used = true;
    updateChallenge(platform.database, challenge);
    platform.database.run("INSERT INTO sessions(token_hash, identity, expires_at) VALUES(?, ?, ?)",
                          tokenHash(token), person->identity, milliseconds(expires));
    transaction.commit();
    const auto identity = model::IdentityNumber::parse(person->identity);
    return jsonResponse(201, json::object{{"token", token},
                                          {"name", sandbox::toJson(person->name)},
                                          {"maskedIdentity", identity ? identity->masked() : ""},
                                          {"maskedMobile", model::maskMobile(person->mobile)},
                                          {"expiresAt", timestamp(expires)}});
}

Response signOut(Platform& platform, Call& call) {
    const auto authorization = call.request.headers.find("authorization");
    if (authorization == call.request.headers.end())
        refuse(ProblemType::Unauthorised, "a token is needed");
    platform.database.run("DELETE FROM sessions WHERE token_hash = ?",
                          tokenHash(authorization->second.substr(std::string_view("Bearer ").size())));
    endTickets(platform, call.request.terminal, call.identity.value());
    return {204, {}, {}};
}

} // namespace

std::optional<std::string> identityOfToken(Platform& platform, const std::string& token) {
    Query query(platform.database, "SELECT identity FROM sessions WHERE token_hash = ? AND expires_at > ?",
                tokenHash(token), milliseconds(platform.clock.now()));
    return query.next() ? std::optional(query.text(0)) : std::nullopt;
}

void addIdentityApi(Router& router, Platform& platform) {
    const auto with = [&platform](Response (*operation)(Platform&, Call&)) {
        return [&platform, operation](Call& call) { return operation(platform, call); };
    };
    router.add({"POST", "/v1/identity/challenges", BodyKind::Json, Caller::Anybody, with(start), {}});
    router.add({"GET", "/v1/identity/challenges/{id}", BodyKind::None, Caller::Anybody, with(poll), {}});
    router.add(
        {"POST", "/v1/identity/challenges/{id}/answer", BodyKind::Json, Caller::Anybody, with(answer), {}});
    router.add({"POST", "/v1/identity/sessions", BodyKind::Json, Caller::Anybody, with(signIn), {}});
    router.add(
        {"DELETE", "/v1/identity/sessions/current", BodyKind::None, Caller::Citizen, with(signOut), {}});
}

} // namespace balady::sandbox
