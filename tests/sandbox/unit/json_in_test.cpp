#include "tests/sandbox/json_in.h"
#include "tests/sandbox/problem.h"

#include <doctest/doctest.h>

namespace balady::sandbox {

TEST_CASE("bodies_that_are_not_one_strict_object_are_refused") {
    for (const char* text : {"", "[]", "1", "{", "{} {}", R"({"a":1,"a":2})", R"({"o":{"b":1,"\u0062":2}})",
                             "{\"a\":\"\xff\"}", "{\"a\":1,}", "// comment\n{}"})
        CHECK_THROWS_AS((void)parseBody(text), Refusal);
    CHECK_NOTHROW((void)parseBody(R"({"a":{"x":1},"b":{"x":1}})"));
}

TEST_CASE("member_that_nobody_took_is_refused") {
    const auto body = parseBody(R"({"stars":4,"colour":"red"})");
    Members members(body);
    CHECK(members.integer("stars", 1, 5) == 4);
    CHECK_THROWS_AS(members.finish(), Refusal);
}

TEST_CASE("number_outside_its_bounds_or_of_another_kind_is_refused") {
    for (const char* text : {R"({"n":6})", R"({"n":0})", R"({"n":1.5})", R"({"n":"1"})", R"({})"}) {
        const auto body = parseBody(text);
        Members members(body);
        CHECK_THROWS_AS((void)members.integer("n", 1, 5), Refusal);
    }
}

TEST_CASE("same_attachment_twice_is_refused") {
    const auto body = parseBody(
        R"({"ids":["5f1c2c11-8a50-4dc4-9c0c-0d7a3d1f5a90","5f1c2c11-8a50-4dc4-9c0c-0d7a3d1f5a90"]})");
    Members members(body);
    CHECK_THROWS_AS((void)members.uuids("ids", 20), Refusal);
}

TEST_CASE("forms_of_ids") {
    CHECK(isUuid("5f1c2c11-8a50-4dc4-9c0c-0d7a3d1f5a90"));
    CHECK_FALSE(isUuid("5F1C2C11-8a50-4dc4-9c0c-0d7a3d1f5a90"));
    CHECK_FALSE(isUuid("5f1c2c118a50-4dc4-9c0c-0d7a3d1f5a90-"));
    CHECK(isReference("RQ-26-000124"));
    CHECK_FALSE(isReference("-RQ26"));
    CHECK_FALSE(isReference("rq-26"));
    CHECK(isServiceId("issue-commercial-license"));
    CHECK_FALSE(isServiceId("2nd-service"));
}

} // namespace balady::sandbox
