#include "tests/sandbox/database.h"
#include "tests/sandbox/settings.h"

#include <doctest/doctest.h>

namespace balady::sandbox {

TEST_CASE("transaction_that_is_left_by_an_exception_is_undone") {
    Database database(":memory:");
    try {
        Transaction transaction(database);
        writeSetting(database, "x", 1);
        throw std::runtime_error("in the middle");
    } catch (const std::runtime_error&) {
    }
    CHECK(readSetting(database, "x") == 0);
}

TEST_CASE("empty_text_is_not_null") {
    Database database(":memory:");
    Query query(database, "SELECT ?, ?", std::string_view{}, std::optional<std::string>{});
    REQUIRE(query.next());
    CHECK_FALSE(query.isNull(0));
    CHECK(query.isNull(1));
}

TEST_CASE("wrong_statement_is_an_error_and_not_an_empty_answer") {
    Database database(":memory:");
    CHECK_THROWS_AS(database.run("SELECT nothing FROM nowhere"), StorageError);
}

} // namespace balady::sandbox
