#include "tests/sandbox/faults.h"

#include <doctest/doctest.h>

namespace balady::sandbox {
namespace {

struct Counted {
    int effects = 0;
    Response operator()(const Request&) {
        ++effects;
        return {201, {{"content-type", "application/json"}}, "{}"};
    }
};

Request post() {
    Request request;
    request.method = "POST";
    return request;
}

} // namespace

TEST_CASE("switched_on_failure_keeps_the_effect_away") {
    FaultSwitches switches;
    switches.failStatus = 500;
    switches.failCount = 1;
    Counted answer;
    CHECK(answerWithFaults(switches, post(), std::ref(answer)).response.status == 500);
    CHECK(answer.effects == 0);
    CHECK(answerWithFaults(switches, post(), std::ref(answer)).response.status == 201);
    CHECK(answer.effects == 1);
}

TEST_CASE("drop_after_commit_waits_for_a_request_with_an_effect") {
    FaultSwitches switches;
    switches.dropAfterCommit = 1;
    Counted answer;
    Request look;
    look.method = "GET";
    CHECK(answerWithFaults(switches, look, std::ref(answer)).delivery == Delivery::Send);
    CHECK(answerWithFaults(switches, post(), [](const Request&) {
              return Response{422, {}, "{}"};
          }).delivery == Delivery::Send);
    CHECK(answerWithFaults(switches, post(), std::ref(answer)).delivery == Delivery::Reset);
    CHECK(answer.effects == 2);
    CHECK(answerWithFaults(switches, post(), std::ref(answer)).delivery == Delivery::Send);
}

TEST_CASE("garbled_upload_spoils_something_else_or_nothing") {
    FaultSwitches switches;
    switches.garbleUploads = 1;
    std::string arrived;
    const auto answer = [&](const Request& request) {
        arrived = request.body;
        return Response{200, {}, {}};
    };
    auto chunk = post();
    chunk.body = "ab";
    (void)answerWithFaults(switches, chunk, answer);
    CHECK(arrived == "ab"); // no chunk
    chunk.method = "PATCH";
    chunk.path = "/v1/attachments/1";
    (void)answerWithFaults(switches, chunk, answer);
    CHECK(arrived == "ac");
    (void)answerWithFaults(switches, chunk, answer);
    CHECK(arrived == "ab");
}

TEST_CASE("altered_catalogue_is_something_else_or_no_catalogue") {
    FaultSwitches switches;
    switches.alterCatalogues = 1;
    std::string body = R"({"fee":{"halalas":null},"other":{"halalas":500}})";
    const auto answer = [&](const Request&) {
        return Response{200, {{"catalogue-signature", "a..b"}}, body};
    };
    Request look;
    look.method = "GET";
    look.path = "/v1/verification-keys";
    CHECK(answerWithFaults(switches, look, answer).response.body == body);
    look.path = "/v1/catalogue";
    const auto altered = answerWithFaults(switches, look, answer);
    CHECK(altered.response.body == R"({"fee":{"halalas":null},"other":{"halalas":1500}})");
    CHECK(altered.response.headers.at("catalogue-signature") == "a..b");
    CHECK(answerWithFaults(switches, look, answer).response.body == body);
}

TEST_CASE("reply_without_a_body_has_no_shape_to_spoil") {
    FaultSwitches switches;
    switches.wrongShape = 1;
    const auto none = answerWithFaults(switches, post(), [](const Request&) {
        return Response{204, {}, {}};
    });
    CHECK_FALSE(none.wrongShape);
    Counted answer;
    CHECK(answerWithFaults(switches, post(), std::ref(answer)).wrongShape);
}

} // namespace balady::sandbox
