#include "kiosk/service/head_reporter.h"

#include <boost/asio/io_context.hpp>
#include <doctest/doctest.h>

#include <vector>

using namespace balady;
using namespace balady::service;
using namespace std::chrono_literals;
using model::DeviceRole;
using model::Trouble;

namespace {

struct FakeTrail final : ports::AuditTrail {
    ports::AuditHead now{3, "abc"};
    void record(ports::AuditEvent, std::initializer_list<log::Field>) override { ++now.sequence; }
    [[nodiscard]] ports::AuditHead head() const override { return now; }
};
struct FakeRegister final : ports::HeadRegister {
    std::vector<std::uint64_t> asked;
    Result<Done> answer = Done{};
    ports::Task<Done> noteAuditHead(ports::AuditHead head) override {
        asked.push_back(head.sequence);
        co_return answer;
    }
};

/// The reporter on fakes, which looks again whenever it is told to.
struct Reporting {
    boost::asio::io_context io;
    FakeTrail trail;
    FakeRegister heads;
    ConditionBoard board;
    std::unique_ptr<HeadReporter> reporter;

    ~Reporting() {
        reporter.reset();
        io.restart();
        io.poll();
    }
    /// A start of the terminal, and its first look; the next one is an hour away.
    void start(std::chrono::milliseconds between = 1h) {
        reporter = std::make_unique<HeadReporter>(io.get_executor(), trail, heads, board,
                                                  HeadReporter::Pace{0ms, between});
        reporter->start();
        look();
    }
    void look() {
        io.restart();
        for (int i = 0; i < 100; ++i) // a reporter that never waits would never let poll() return
            io.poll_one();
    }
};

} // namespace

TEST_CASE("nobody_is_told_how_far_the_trail_has_come") {
    Reporting terminal;
    terminal.board.set(DeviceRole::Network, Trouble::None);
    terminal.start();
    CHECK(terminal.heads.asked == std::vector<std::uint64_t>{3});
}

TEST_CASE("head_is_told_again_and_again_or_without_a_platform") {
    Reporting idle;
    idle.board.set(DeviceRole::Network, Trouble::None);
    idle.start(0ms); // looks all the time
    CHECK(idle.heads.asked.size() == 1);
    idle.trail.record(ports::AuditEvent::SessionEnded, {});
    idle.look();
    CHECK(idle.heads.asked == std::vector<std::uint64_t>{3, 4});
    Reporting busy;
    busy.board.set(DeviceRole::Network, Trouble::None);
    busy.start();
    busy.trail.record(ports::AuditEvent::SessionEnded, {});
    busy.look();
    CHECK(busy.heads.asked.size() == 1); // not before its time
    Reporting alone;
    alone.start(0ms);
    CHECK(alone.heads.asked.empty());
}

TEST_CASE("head_that_did_not_arrive_is_forgotten") {
    Reporting terminal;
    terminal.heads.answer = Fault{FaultCode::TimedOut, "fake"};
    terminal.board.set(DeviceRole::Network, Trouble::None);
    terminal.start(0ms);
    CHECK(terminal.heads.asked.size() > 1);
    terminal.heads.answer = Done{};
    terminal.look();
    const auto before = terminal.heads.asked.size();
    terminal.look();
    CHECK(terminal.heads.asked.size() == before);
}
