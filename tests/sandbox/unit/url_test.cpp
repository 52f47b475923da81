#include "tests/sandbox/url.h"

#include <doctest/doctest.h>

namespace balady::sandbox {

TEST_CASE("escapes_are_decoded_and_broken_ones_stay") {
    const auto [path, query] = splitTarget("/v1/a%20b?x=%D8%A8&y&z=%zz&w=%2");
    CHECK(path == "/v1/a b");
    CHECK(query.at("x") == "ب");
    CHECK(query.at("y").empty());
    CHECK(query.at("z") == "%zz");
    CHECK(query.at("w") == "%2");
}

} // namespace balady::sandbox
