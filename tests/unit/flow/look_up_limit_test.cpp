#include "kiosk/flow/look_up_limit.h"

#include <doctest/doctest.h>

using namespace balady::flow;
using namespace std::chrono_literals;

namespace {

constexpr LookUpLimit::Moment kNow{1h};

LookUpLimit used() {
    LookUpLimit limit;
    for (int i = 0; i < LookUpLimit::kBurst; ++i) {
        REQUIRE(limit.wait(kNow) == 0s);
        limit.began(Claim::Fresh, kNow);
    }
    return limit;
}

} // namespace

TEST_CASE("stranger_types_one_number_after_the_other") {
    auto limit = used();
    CHECK(limit.wait(kNow) == LookUpLimit::kEach);
    CHECK(limit.wait(kNow + 90s) == 30s);
    CHECK(limit.wait(kNow + LookUpLimit::kEach) == 0s);
    limit.began(Claim::Fresh, kNow + LookUpLimit::kEach);
    CHECK(limit.wait(kNow + LookUpLimit::kEach) == LookUpLimit::kEach); // one came back, not all
    CHECK(limit.wait(kNow + 100h) == 0s);
}

TEST_CASE("messages_and_codes_for_one_number_are_endless") {
    LookUpLimit limit;
    limit.began(Claim::Fresh, kNow);
    for (int i = 1; i < LookUpLimit::kBurst; ++i)
        limit.began(Claim::Again, kNow);
    CHECK(limit.wait(kNow) > 0s);
}

TEST_CASE("busy_hall_of_honest_people_is_kept_out") {
    LookUpLimit limit;
    for (int person = 0; person < 1000; ++person) {
        REQUIRE(limit.wait(kNow) == 0s);
        limit.began(Claim::Fresh, kNow);
        limit.began(Claim::Again, kNow); // a message instead of the app
        limit.confirmed();
    }
}

TEST_CASE("own_number_pays_for_the_ones_that_were_tried_before") {
    LookUpLimit limit;
    for (int i = 1; i < LookUpLimit::kBurst; ++i)
        limit.began(Claim::Fresh, kNow);
    limit.began(Claim::Fresh, kNow);
    limit.confirmed();
    limit.confirmed(); // twice gives nothing more
    CHECK(limit.wait(kNow) == 0s);
    limit.began(Claim::Fresh, kNow);
    CHECK(limit.wait(kNow) > 0s);
}

TEST_CASE("network_that_fails_uses_the_numbers_up") {
    LookUpLimit limit;
    for (int i = 0; i < 1000; ++i) {
        limit.began(i % 3 == 0 ? Claim::Fresh : Claim::Again, kNow);
        limit.failed();
    }
    CHECK(limit.wait(kNow) == 0s);
    limit = used();
    limit.began(Claim::Proven, kNow);
    limit.failed(); // its own question was not counted
    CHECK(limit.wait(kNow) > 0s);
}

TEST_CASE("card_of_a_trusted_issuer_is_counted") {
    LookUpLimit limit;
    for (int i = 0; i < 1000; ++i)
        limit.began(Claim::Proven, kNow);
    CHECK(limit.wait(kNow) == 0s);
}

TEST_CASE("tokens_are_saved_up_or_come_back_twice") {
    LookUpLimit limit;
    limit.began(Claim::Fresh, kNow);
    limit.confirmed();
    limit.confirmed();
    limit.failed();
    const auto later = kNow + 100h;
    for (int i = 0; i < LookUpLimit::kBurst; ++i)
        limit.began(Claim::Fresh, later);
    CHECK(limit.wait(later) == LookUpLimit::kEach);
    CHECK(limit.wait(later - 1h) == LookUpLimit::kEach); // a clock that goes back gives nothing
}
