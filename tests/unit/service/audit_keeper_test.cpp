#include "kiosk/service/audit_keeper.h"

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
    Trouble file = Trouble::None;
    [[nodiscard]] Trouble trouble() const override { return file; }
};
struct FakeRegister final : ports::HeadRegister {
    std::vector<std::uint64_t> asked;
    Result<Done> answer = Done{};
    ports::Task<Done> noteAuditHead(ports::AuditHead head) override {
        asked.push_back(head.sequence);
        co_return answer;
    }
};

/// The keeper on fakes.
struct Reporting {
    boost::asio::io_context io;
    FakeTrail trail;
    FakeRegister heads;
    ConditionBoard board;
    std::unique_ptr<AuditKeeper> keeper;

    ~Reporting() {
        keeper.reset();
        io.restart();
        io.poll();
    }
    /// A start of the terminal, which looks all the time; the platform is told again only after `between`.
    void start(std::chrono::milliseconds between = 1h) {
        keeper = std::make_unique<AuditKeeper>(io.get_executor(), trail, heads, board,
                                               AuditKeeper::Pace{0ms, between});
        keeper->start();
        look();
    }
    [[nodiscard]] Trouble trouble() const { return board.now().of(DeviceRole::AuditTrail); }
    void look() {
        io.restart();
        for (int i = 0; i < 100; ++i) // a keeper that never waits would never let poll() return
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

TEST_CASE("technician_is_not_told_of_a_trail_that_goes_back_or_cannot_be_written") {
    Reporting terminal;
    terminal.board.set(DeviceRole::Network, Trouble::None);
    terminal.heads.answer = Fault{FaultCode::Refused, "fake"};
    terminal.start(0ms);
    CHECK(terminal.trouble() == Trouble::SetAside);
    CHECK(terminal.board.now().works(DeviceRole::AuditTrail)); // citizens are served on
    terminal.heads.answer = Fault{FaultCode::TimedOut, "fake"};
    terminal.look();
    CHECK(terminal.trouble() == Trouble::SetAside); // a cut line takes nothing back
    terminal.heads.answer = Done{};
    terminal.trail.file = Trouble::Broken;
    terminal.look();
    CHECK(terminal.trouble() == Trouble::Broken);
    terminal.trail.file = Trouble::None;
    terminal.look();
    CHECK(terminal.trouble() == Trouble::None);
    Reporting damaged; // before anybody could be told
    damaged.trail.file = Trouble::DataLost;
    damaged.start();
    CHECK(damaged.trouble() == Trouble::DataLost);
}
