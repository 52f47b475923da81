#include "kiosk/strictjson/object.h"
#include "kiosk/strictjson/parse.h"

#include <doctest/doctest.h>

#include <string>

using namespace balady;
using strictjson::Object;
using strictjson::Reading;

namespace {

std::string refusalOf(std::string_view text) {
    const auto parsed = strictjson::parse(text, FaultCode::InvalidData, "file");
    return parsed ? "" : parsed.error().context;
}

} // namespace

TEST_CASE("last_of_two_members_wins") {
    CHECK(refusalOf(R"({"a": 1, "b": {"a": 2}, "c": [{"a": 3}, {"a": 4}]})") == "");
    CHECK(refusalOf(R"({"a": 1, "b": {"c": 2, "d": 3, "c": 4}})") ==
          R"(file: "c" stands twice in one object)");
    // The same name, once spelled with an escape (RFC 8259 section 8.3 compares what is meant).
    CHECK(refusalOf(R"({"idle": 1, "\u0069dle": 2})") == R"(file: "idle" stands twice in one object)");
    CHECK(refusalOf(R"([{"a": 1}, {"x": {}, "x": {}}])") == R"(file: "x" stands twice in one object)");
}

TEST_CASE("comment_or_trailing_comma_is_accepted") {
    for (const auto* text : {"{} // no", "{\"a\": 1,}", "[1, 2,]", "{\"a\": NaN}", "\xef\xbb\xbf{}", "{}{}"})
        CHECK(refusalOf(text).starts_with("file: not JSON"));
}

TEST_CASE("second_problem_hides_the_first") {
    Reading reading(FaultCode::InvalidData, "file");
    const auto value = strictjson::parse(R"({"a": 1, "b": 2})", FaultCode::InvalidData, "file");
    REQUIRE(value.has_value());
    {
        Object object(reading, *value, "");
        CHECK(object.text("a", 10).empty());
        CHECK(object.text("missing", 10).empty());
    }
    REQUIRE(reading.fault().has_value());
    CHECK(reading.fault()->context == "file: /a: must be a text");
}

TEST_CASE("member_inside_a_list_is_not_looked_at") {
    Reading reading(FaultCode::InvalidData, "file");
    const auto value =
        strictjson::parse(R"({"items": [{"n": 1}, {"n": 2, "m": 3}]})", FaultCode::InvalidData, "file");
    REQUIRE(value.has_value());
    std::int64_t sum = 0;
    {
        Object object(reading, *value, "");
        object.each("items", 5, [&](Object& item) { sum += item.integer("n", 0, 9); });
    }
    CHECK(sum == 3);
    REQUIRE(reading.fault().has_value());
    CHECK(reading.fault()->context == "file: /items/1/m: unknown member");
}

TEST_CASE("pointer_of_an_odd_name_is_ambiguous") {
    CHECK(strictjson::below("/a", "b/c~d") == "/a/b~1c~0d");
    CHECK(strictjson::below("", std::size_t{3}) == "/3");
}
