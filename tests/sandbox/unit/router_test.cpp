#include "tests/sandbox/unit/sandbox_fixture.h"

#include <doctest/doctest.h>

namespace balady::sandbox {

TEST_CASE_FIXTURE(SandboxFixture, "path_that_is_longer_or_shorter_than_the_operation_is_not_found") {
    CHECK(get("/v1/catalogue/").problem() == "not-found");
    CHECK(get("/v1").problem() == "not-found");
    CHECK(get("/v1/licences").problem() == "not-found");
}

TEST_CASE_FIXTURE(SandboxFixture, "ended_token_is_refused_even_where_none_is_needed") {
    CHECK(get("/v1/catalogue", "no-such-token").problem() == "unauthorised");
}

TEST_CASE_FIXTURE(SandboxFixture, "handler_that_fails_answers_internal_and_undoes_its_work") {
    Router broken([](const std::string&) { return std::nullopt; });
    broken.add({"GET",
                "/v1/broken-operation",
                BodyKind::None,
                Caller::Anybody,
                [this](Call&) -> Response {
                    Transaction transaction(database);
                    database.run("DELETE FROM memberships");
                    throw StorageError("disk");
                },
                {}});
    Request request;
    request.method = "GET";
    request.path = "/v1/broken-operation";
    CHECK(broken.answer(request).status == 500);
    Query left(database, "SELECT count(*) FROM memberships");
    left.next();
    CHECK(left.integer(0) > 0);
}

TEST_CASE_FIXTURE(SandboxFixture, "page_of_another_site_reaches_no_administrator_operation") {
    Request request;
    request.method = "POST";
    request.path = "/admin/bills/402600000103/pay";
    CHECK(answerAdministrator(administrator, request).status == 401);
    request.headers["host"] = "balady.example";
    CHECK(answerAdministrator(administrator, request).status == 401);
    request.headers["host"] = "127.0.0.1:8480";
    request.headers["origin"] = "http://balady.example";
    CHECK(answerAdministrator(administrator, request).status == 401);
    request.headers["origin"] = "http://127.0.0.1:8480";
    CHECK(answerAdministrator(administrator, request).status == 200);
}

} // namespace balady::sandbox
