#include "kiosk/service/look_up_keeper.h"
#include "tests/support/run_task.h"
#include "tests/unit/service/fake_devices.h"

#include <boost/asio/io_context.hpp>
#include <doctest/doctest.h>

using namespace balady;
using namespace balady::service;
using namespace std::chrono_literals;
using flow::Claim;
using flow::LookUpLimit;

namespace {

/// One terminal's disk and clock, and its limit, which starts anew with each restart.
struct Terminal {
    boost::asio::io_context io;
    test::FakeStore disk;
    test::FakeClock clock;
    std::unique_ptr<LookUpKeeper> limit;

    Terminal() {
        clock.time = WallTime{std::chrono::milliseconds{1'795'000'000'000}};
        REQUIRE(start().has_value());
    }
    Result<Done> start() {
        limit = std::make_unique<LookUpKeeper>(io.get_executor(), disk, clock);
        return tests::runTask(io, limit->takeUp());
    }
    void ask(int times) {
        for (int i = 0; i < times; ++i)
            limit->began(Claim::Fresh);
        rest();
    }
    void rest() {
        io.restart();
        io.poll();
    }
};

} // namespace

TEST_CASE("pulled_plug_gives_a_stranger_ten_more_numbers") {
    Terminal terminal;
    terminal.ask(LookUpLimit::kBurst);
    REQUIRE(terminal.limit->wait() > 0s);
    *terminal.clock.time += 30s; // while it starts
    REQUIRE(terminal.start().has_value());
    CHECK(terminal.limit->wait() > 80s);
    CHECK(terminal.limit->wait() <= 90s);
    *terminal.clock.time += LookUpLimit::kEach;
    REQUIRE(terminal.start().has_value());
    CHECK(terminal.limit->wait() == 0s);
}

TEST_CASE("restart_counts_who_signed_in_or_nobody") {
    Terminal terminal;
    terminal.ask(LookUpLimit::kBurst);
    terminal.limit->confirmed();
    terminal.rest();
    REQUIRE(terminal.start().has_value());
    CHECK(terminal.limit->wait() == 0s);
    terminal.limit->began(Claim::Fresh); // the other nine were somebody else's
    CHECK(terminal.limit->wait() > 0s);
    terminal.limit->failed();
    terminal.rest();
    REQUIRE(terminal.start().has_value());
    CHECK(terminal.limit->wait() == 0s);
}

TEST_CASE("clock_that_was_set_back_closes_the_terminal_for_a_year") {
    Terminal terminal;
    terminal.ask(LookUpLimit::kBurst);
    *terminal.clock.time -= 24h * 365;
    REQUIRE(terminal.start().has_value());
    CHECK(terminal.limit->wait() > 0s);
    CHECK(terminal.limit->wait() <= LookUpLimit::kEach);
}

TEST_CASE("damaged_count_closes_the_terminal") {
    Terminal terminal;
    for (const auto* text : {"", "soon", "-1", "99999999999999999999", "9223372036854775807"}) {
        terminal.disk.documents["look-ups"] = {text, ""};
        CHECK(terminal.start().error().code == FaultCode::StorageCorrupt);
        CHECK(terminal.limit->wait() == 0s);
    }
}
