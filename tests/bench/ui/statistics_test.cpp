#include "tests/bench/ui/statistics.h"

#include <doctest/doctest.h>

#include <numeric>

using namespace balady::bench;

TEST_CASE("one_value_is_every_quantile") {
    const auto one = summarize({7.5});
    CHECK(one.count == 1);
    CHECK(one.median == 7.5);
    CHECK(one.p95 == 7.5);
    CHECK(one.least == 7.5);
    CHECK(one.most == 7.5);
}

TEST_CASE("order_of_measurement_does_not_matter") {
    const auto three = summarize({30, 10, 20});
    CHECK(three.median == 20);
    CHECK(three.least == 10);
    CHECK(three.most == 30);
}

TEST_CASE("p95_of_twenty_leaves_only_the_worst_out") {
    std::vector<double> values(20);
    std::iota(values.begin(), values.end(), 1);
    CHECK(quantile(values, 0.95) == 19);
    CHECK(quantile(values, 0.5) == 10);
}

TEST_CASE("p95_of_few_is_the_worst") {
    CHECK(quantile({1, 2, 3, 40}, 0.95) == 40);
}
