#include "kiosk/service/sheet_keeper.h"
#include "tests/unit/service/fake_devices.h"

#include <boost/asio/co_spawn.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <vector>

using namespace balady;
using namespace balady::service;
using namespace std::chrono_literals;
using model::DeviceRole;
using model::SheetFate;
using model::Trouble;

namespace {

/// The disk: what is in it outlives the keeper.
struct FakeSheetLedger final : ports::SheetLedger {
    Result<Done> keeping = Done{};
    std::vector<model::SheetBinding> kept;
    ports::Task<Done> keepSheet(model::SheetBinding binding) override {
        if (keeping)
            kept.push_back(std::move(binding));
        co_return keeping;
    }
    ports::Task<std::vector<model::SheetBinding>> keptSheets() override { co_return kept; }
    ports::Task<Done> eraseSheet(std::string key) override {
        std::erase_if(kept, [&](const auto& binding) { return binding.idempotencyKey == key; });
        co_return Done{};
    }
};

/// The platform: one licence a sheet; a lost answer has its effect.
struct FakeSheetRegister final : ports::SheetRegister {
    const FakeSheetLedger* disk = nullptr;
    std::vector<model::SheetBinding> asked;
    std::vector<model::SheetBinding> bound;
    int lostAnswers = 0;
    bool onDiskFirst = true; ///< each of the pairs was kept before it was sent
    std::string refuses;     ///< the type of what it says to everybody

    ports::Task<model::Answer<Done>> bindSheet(model::SheetBinding binding) override {
        onDiskFirst = onDiskFirst && !disk->kept.empty();
        asked.push_back(binding);
        if (!refuses.empty())
            co_return no(refuses);
        const auto same = std::find_if(bound.begin(), bound.end(),
                                       [&](const auto& it) { return it.sheet == binding.sheet; });
        if (same == bound.end())
            bound.push_back(binding);
        else if (same->licence != binding.licence)
            co_return no("sheet-taken");
        if (lostAnswers > 0) {
            --lostAnswers;
            co_return Fault{FaultCode::TimedOut, "fake"};
        }
        co_return model::Answer<Done>{Done{}, {}};
    }
    static model::Answer<Done> no(const std::string& type) {
        model::Answer<Done> answer;
        answer.refusal.type = type;
        return answer;
    }
};

struct SheetTrail final : ports::AuditTrail {
    std::vector<ports::AuditEvent> events;
    void record(ports::AuditEvent event, std::initializer_list<log::Field>) override {
        events.push_back(event);
    }
    [[nodiscard]] ports::AuditHead head() const override { return {}; }
    [[nodiscard]] model::Trouble trouble() const override { return {}; }
};

/// A terminal that can die and start again over the same disk.
struct Numbered {
    boost::asio::io_context io;
    service::test::FakeDevices fakes;
    SheetTrail trail;
    FakeSheetLedger disk;
    FakeSheetRegister platform;
    ConditionBoard board;
    std::unique_ptr<SheetKeeper> keeper;

    Numbered() {
        platform.disk = &disk;
        network(true);
        start();
    }
    ~Numbered() { die(); }
    void start() {
        auto devices = fakes.devices();
        devices.audit = &trail;
        keeper = std::make_unique<SheetKeeper>(io.get_executor(), devices, disk, platform, board,
                                               SheetKeeper::Pace{1h, 1h, 1h});
        keeper->start();
        turn();
    }
    void die() {
        keeper.reset();
        turn();
    }
    void turn() {
        io.restart();
        for (int i = 0; i < 100; ++i)
            io.poll_one();
    }
    void network(bool there) { board.set(DeviceRole::Network, there ? Trouble::None : Trouble::Offline); }
    std::optional<Result<SheetFate>> bind(const std::string& sheet, const std::string& licence) {
        std::optional<Result<SheetFate>> fate;
        boost::asio::co_spawn(io, keeper->bind(sheet, licence),
                              [&](std::exception_ptr, Result<SheetFate> result) { fate = result; });
        turn();
        return fate;
    }
    [[nodiscard]] bool audited(ports::AuditEvent event) const {
        return std::find(trail.events.begin(), trail.events.end(), event) != trail.events.end();
    }
};

} // namespace

TEST_CASE("sheet_is_sent_before_it_is_on_the_disk_or_stays_there_for_ever") {
    Numbered terminal;
    CHECK(terminal.bind("S-0001", "L-1")->value() == SheetFate::Bound);
    CHECK(terminal.platform.onDiskFirst);
    CHECK(terminal.platform.bound.size() == 1);
    CHECK(terminal.disk.kept.empty());
    CHECK(terminal.audited(ports::AuditEvent::SheetBound));
}

TEST_CASE("sheet_without_a_network_is_lost") {
    Numbered terminal;
    terminal.network(false);
    CHECK(terminal.bind("S-0001", "L-1")->value() == SheetFate::Kept);
    CHECK(terminal.platform.asked.empty()); // nobody waits for a network that is known to be gone
    CHECK(terminal.disk.kept.size() == 1);
    CHECK(terminal.audited(ports::AuditEvent::SheetKept));
    terminal.network(true);
    terminal.keeper->wake();
    terminal.turn();
    CHECK(terminal.platform.bound.size() == 1);
    CHECK(terminal.disk.kept.empty());
    CHECK(terminal.audited(ports::AuditEvent::SheetBound));
}

TEST_CASE("terminal_killed_after_the_platform_bound_the_sheet_binds_it_twice_or_loses_it") {
    Numbered terminal;
    terminal.platform.lostAnswers = 2; // of the first attempt, and of the one that follows at once
    CHECK(terminal.bind("S-0001", "L-1")->value() == SheetFate::Kept);
    REQUIRE(terminal.disk.kept.size() == 1);
    terminal.die();
    terminal.start();
    CHECK(terminal.platform.bound.size() == 1);
    CHECK(terminal.disk.kept.empty());
    for (const auto& asked : terminal.platform.asked)
        CHECK(asked.idempotencyKey == terminal.platform.asked.front().idempotencyKey);
}

TEST_CASE("sheet_of_another_licence_is_called_bound") {
    Numbered terminal;
    CHECK(terminal.bind("S-0001", "L-1")->value() == SheetFate::Bound);
    CHECK(terminal.bind("S-0001", "L-2")->value() == SheetFate::Refused);
    CHECK(terminal.board.now().of(DeviceRole::Stock) == Trouble::SetAside);
    CHECK(terminal.audited(ports::AuditEvent::SheetRefused));
    CHECK(terminal.disk.kept.empty()); // it would be refused for ever
    CHECK(terminal.bind("S-0002", "L-2")->value() == SheetFate::Bound);
    CHECK(terminal.board.now().of(DeviceRole::Stock) == Trouble::None);
}

TEST_CASE("kept_sheet_that_is_refused_later_goes_unseen") {
    Numbered terminal;
    terminal.network(false);
    CHECK(terminal.bind("S-0001", "L-1")->value() == SheetFate::Kept);
    terminal.platform.refuses = "sheet-taken";
    terminal.network(true);
    terminal.keeper->wake();
    terminal.turn();
    CHECK(terminal.board.now().of(DeviceRole::Stock) == Trouble::SetAside);
    CHECK(terminal.audited(ports::AuditEvent::SheetRefused));
}

TEST_CASE("gateway_that_asks_for_patience_refuses_a_sheet") {
    Numbered terminal;
    terminal.platform.refuses = "rate-limited";
    CHECK(terminal.bind("S-0001", "L-1")->value() == SheetFate::Kept);
    CHECK(terminal.disk.kept.size() == 1);
    CHECK(terminal.board.now().of(DeviceRole::Stock) == Trouble::None);
}

TEST_CASE("sheet_that_nobody_has_is_called_noted") {
    Numbered terminal;
    terminal.disk.keeping = Fault{FaultCode::AccessDenied, "fake"};
    CHECK(terminal.bind("S-0001", "L-1")->value() == SheetFate::Bound); // the platform has it
    terminal.platform.lostAnswers = 1;
    CHECK(terminal.bind("S-0002", "L-1")->has_error());
    CHECK_FALSE(terminal.audited(ports::AuditEvent::SheetKept));
}
