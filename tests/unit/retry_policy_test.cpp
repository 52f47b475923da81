#include "kiosk/backend/retry_policy.h"

#include <doctest/doctest.h>

using namespace balady;
using namespace balady::backend;
using namespace std::chrono_literals;

namespace {

AttemptEnd endOf(FaultCode code) {
    return attemptEnd(Fault{code, ""});
}
AttemptEnd endOf(unsigned status) {
    HttpResponse response;
    response.status = status;
    return attemptEnd(response);
}

} // namespace

TEST_CASE("submission_is_sent_again_after_an_unknown_effect") {
    const RetrySettings settings;
    for (const auto end :
         {endOf(FaultCode::ConnectionLost), endOf(FaultCode::TimedOut), endOf(FaultCode::Malformed),
          endOf(FaultCode::Cancelled), endOf(500), endOf(502), endOf(504)})
        CHECK_FALSE(waitBound(settings, end, Repeat::Never, 1));
}

TEST_CASE("request_that_certainly_had_no_effect_is_given_up_at_once") {
    const RetrySettings settings;
    for (const auto repeat : {Repeat::Never, Repeat::Safe}) {
        CHECK(waitBound(settings, endOf(FaultCode::Unreachable), repeat, 1));
        CHECK(waitBound(settings, endOf(503), repeat, 1));
    }
    CHECK(waitBound(settings, endOf(FaultCode::ConnectionLost), Repeat::Safe, 1));
    CHECK(waitBound(settings, endOf(500), Repeat::Safe, 1));
}

TEST_CASE("answer_or_hopeless_failure_is_asked_for_again") {
    const RetrySettings settings;
    for (const auto end : {endOf(200), endOf(404), endOf(422), endOf(429), endOf(FaultCode::TimedOut),
                           endOf(FaultCode::Malformed), endOf(FaultCode::Cancelled)})
        CHECK_FALSE(waitBound(settings, end, Repeat::Safe, 1));
}

TEST_CASE("waits_do_not_grow_or_grow_for_ever") {
    const RetrySettings settings{6, 200ms, 1000ms};
    const auto bound = [&](int made) {
        return waitBound(settings, AttemptEnd::NoEffect, Repeat::Safe, made);
    };
    CHECK(bound(1) == 200ms);
    CHECK(bound(2) == 400ms);
    CHECK(bound(3) == 800ms);
    CHECK(bound(4) == 1000ms);
    CHECK(bound(5) == 1000ms);
    CHECK_FALSE(bound(6));
    CHECK(waitBound({1000000, 200ms, 1000ms}, AttemptEnd::NoEffect, Repeat::Safe, 999999) == 1000ms);
}

TEST_CASE("terminals_come_back_all_at_once") {
    CHECK(jittered(1000ms, 0.0) == 0ms);
    CHECK(jittered(1000ms, 0.5) == 500ms);
    CHECK(jittered(1000ms, 0.9999) == 999ms);
}
