#include "kiosk/crypto/crypto.h"
#include "tests/sandbox/unit/sandbox_fixture.h"

#include <doctest/doctest.h>

namespace balady::sandbox {
namespace {

json::object challengeFor(const char* identity, const char* kind) {
    return {{"identityNumber", identity}, {"kind", kind}};
}

} // namespace

TEST_CASE_FIXTURE(SandboxFixture, "challenge_that_ran_out_cannot_be_approved_or_used") {
    const auto started = post("/v1/identity/challenges", challengeFor(kNoura, "app"), {}, crypto::uuid4());
    world.time += std::chrono::seconds{121};
    CHECK(get("/v1/identity/challenges/" + started.text("id")).text("state") == "expired");
    CHECK(admin("/admin/challenges/" + started.text("id") + "/approve").problem() == "not-eligible");
    CHECK(post("/v1/identity/sessions", {{"challengeId", started.text("id")}}).problem() ==
          "challenge-not-approved");
}

TEST_CASE_FIXTURE(SandboxFixture, "approval_that_is_not_used_in_time_is_lost") {
    const auto started = post("/v1/identity/challenges", challengeFor(kNoura, "app"), {}, crypto::uuid4());
    admin("/admin/challenges/" + started.text("id") + "/approve");
    world.time += std::chrono::seconds{121};
    CHECK(post("/v1/identity/sessions", {{"challengeId", started.text("id")}}).problem() ==
          "challenge-not-approved");
}

TEST_CASE_FIXTURE(SandboxFixture, "session_ends_after_its_time") {
    const auto token = signIn(kHuda);
    CHECK(get("/v1/requests/RQ-26-000101", token).status == 200);
    world.time += std::chrono::minutes{15};
    CHECK(get("/v1/requests/RQ-26-000101", token).problem() == "unauthorised");
}

TEST_CASE_FIXTURE(SandboxFixture, "sms_code_is_sent_and_never_answered") {
    const auto started = post("/v1/identity/challenges", challengeFor(kNoura, "sms"), {}, crypto::uuid4());
    const auto code = lastSms().substr(lastSms().size() - 6);
    CHECK(json::serialize(started.body).find(code) == std::string::npos);
    CHECK(started.text("maskedMobile").find("0001") != std::string::npos);
    CHECK(post("/v1/identity/challenges/" + started.text("id") + "/answer", {{"code", code}}).text("state") ==
          "approved");
}

TEST_CASE_FIXTURE(SandboxFixture, "too_many_challenges_say_when_the_next_one_is_allowed") {
    for (int i = 0; i < rules.limits.challenges; ++i)
        REQUIRE(post("/v1/identity/challenges", challengeFor(kNoura, "app"), {}, crypto::uuid4()).status ==
                201);
    const auto limited = post("/v1/identity/challenges", challengeFor(kNoura, "app"), {}, crypto::uuid4());
    CHECK(limited.problem() == "rate-limited");
    CHECK(limited.headers.at("retry-after") == "600");
    CHECK(post("/v1/identity/challenges", challengeFor(kOmar, "app"), {}, crypto::uuid4()).status == 201);
    world.time += std::chrono::seconds{600};
    CHECK(post("/v1/identity/challenges", challengeFor(kNoura, "app"), {}, crypto::uuid4()).status == 201);
}

TEST_CASE_FIXTURE(SandboxFixture, "demonstration_approves_by_itself_at_the_first_look") {
    admin("/admin/settings", {{"autoApproveChallenges", true}});
    const auto started = post("/v1/identity/challenges", challengeFor(kNoura, "app"), {}, crypto::uuid4());
    CHECK(started.text("state") == "pending");
    CHECK(get("/v1/identity/challenges/" + started.text("id")).text("state") == "approved");
}

} // namespace balady::sandbox
