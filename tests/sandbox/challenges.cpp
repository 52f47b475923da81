#include "tests/sandbox/challenges.h"

#include "kiosk/crypto/crypto.h"
#include "kiosk/model/identity.h"
#include "tests/sandbox/people.h"
#include "tests/sandbox/problem.h"
#include "tests/sandbox/sms.h"

namespace balady::sandbox {
namespace {

using model::ChallengeKind;
using model::ChallengeState;
using model::text;

/// `count` random decimal digits, the first of them not 0. The bias of the modulus does not matter for codes of
/// a development server that count three tries.
std::string randomDigits(std::size_t count) {
    std::string digits;
    for (const auto byte : crypto::randomBytes(count))
        digits += static_cast<char>(digits.empty() ? '1' + byte % 9 : '0' + byte % 10);
    return digits;
}

void checkRate(Platform& platform, const std::string& identity) {
    const auto& limits = platform.rules.limits;
    const auto now = platform.clock.now();
    Query query(platform.database,
                "SELECT count(*), min(started_at) FROM challenges WHERE identity = ? AND started_at > ?",
                identity, milliseconds(now - limits.challengeWindow));
    query.next();
    if (query.integer(0) < limits.challenges)
        return;
    const auto freeAt = wallTime(query.integer(1)) + limits.challengeWindow;
    Problem problem;
    problem.type = ProblemType::RateLimited;
    problem.retryAfterSeconds =
        std::max<std::int64_t>(1, std::chrono::ceil<std::chrono::seconds>(freeAt - now).count());
    problem.sentence = text("حاولت عدة مرات. انتظر قليلًا ثم حاول مرة أخرى.",
                            "You have tried several times. Please wait a little and try again.");
    throw Refusal(std::move(problem));
}

ChallengeState stateFromName(std::string_view word) {
    for (const auto state : {ChallengeState::Pending, ChallengeState::Approved, ChallengeState::Refused,
                             ChallengeState::Expired})
        if (name(state) == word)
            return state;
    return ChallengeState::Refused;
}

constexpr std::string_view kSelect = "SELECT c.id, c.kind, c.state, c.number, c.attempts_left, c.expires_at, "
                                     "c.identity, c.code, c.used, p.mobile "
                                     "FROM challenges c JOIN people p ON p.identity = c.identity ";

StoredChallenge read(const Query& row, WallTime now) {
    StoredChallenge challenge;
    auto& shown = challenge.shown;
    shown.id = row.text(0);
    shown.kind = row.text(1) == name(ChallengeKind::App) ? ChallengeKind::App : ChallengeKind::Sms;
    shown.state = stateFromName(row.text(2));
    shown.number = row.text(3);
    shown.attemptsLeft = static_cast<int>(row.integer(4));
    shown.expiresAt = wallTime(row.integer(5));
    shown.maskedMobile = model::maskMobile(row.text(9));
    challenge.identity = row.text(6);
    challenge.code = row.text(7);
    challenge.used = row.integer(8) != 0;
    if (shown.state != ChallengeState::Refused && now >= shown.expiresAt)
        shown.state = ChallengeState::Expired;
    return challenge;
}

} // namespace

StoredChallenge startChallenge(Platform& platform, const std::string& identity, const std::string& mobile,
                               ChallengeKind kind) {
    checkRate(platform, identity);
    const auto now = platform.clock.now();
    const auto& limits = platform.rules.limits;
    StoredChallenge challenge;
    challenge.identity = identity;
    challenge.shown.id = crypto::uuid4();
    challenge.shown.kind = kind;
    challenge.shown.maskedMobile = model::maskMobile(mobile);
    if (kind == ChallengeKind::App) {
        challenge.shown.number = randomDigits(2);
        challenge.shown.expiresAt = now + limits.appChallenge;
    } else {
        challenge.code = randomDigits(6);
        challenge.shown.expiresAt = now + limits.smsChallenge;
        sendSms(platform.database, mobile,
                text("رمز التحقق: " + challenge.code, "Your verification code: " + challenge.code), now);
    }
    platform.database.run(
        "INSERT INTO challenges(id, identity, kind, state, number, code, attempts_left, started_at, "
        "expires_at) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
        challenge.shown.id, identity, name(kind), name(challenge.shown.state), challenge.shown.number,
        challenge.code, challenge.shown.attemptsLeft, milliseconds(now),
        milliseconds(challenge.shown.expiresAt));
    return challenge;
}

std::optional<StoredChallenge> findChallenge(Platform& platform, std::string_view id) {
    Query query(platform.database, std::string(kSelect).append("WHERE c.id = ?"), id);
    return query.next() ? std::optional(read(query, platform.clock.now())) : std::nullopt;
}

std::vector<StoredChallenge> recentChallenges(Platform& platform) {
    Query query(platform.database, std::string(kSelect) + "ORDER BY c.started_at DESC LIMIT 50");
    std::vector<StoredChallenge> found;
    while (query.next())
        found.push_back(read(query, platform.clock.now()));
    return found;
}

void updateChallenge(Database& database, const StoredChallenge& challenge) {
    database.run("UPDATE challenges SET state = ?, attempts_left = ?, used = ? WHERE id = ?",
                 name(challenge.shown.state), challenge.shown.attemptsLeft, challenge.used,
                 challenge.shown.id);
}

std::string_view name(ChallengeKind kind) {
    return kind == ChallengeKind::App ? "app" : "sms";
}

std::string_view name(ChallengeState state) {
    switch (state) {
    case ChallengeState::Pending: return "pending";
    case ChallengeState::Approved: return "approved";
    case ChallengeState::Refused: return "refused";
    case ChallengeState::Expired: return "expired";
    }
    return "";
}

} // namespace balady::sandbox
