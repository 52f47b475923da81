#include "kiosk/model/terminal_reference.h"
#include "kiosk/service/outbox_worker.h"
#include "tests/unit/service/fake_devices.h"

#include <boost/asio/co_spawn.hpp>
#include <doctest/doctest.h>

using namespace balady;
using namespace balady::service;
using namespace balady::service::test;
using model::DeviceRole;
using model::Trouble;
using ports::KeptState;

namespace {

ports::Answer<model::Submission> accepted() {
    return {model::Submission{}, {}};
}
ports::Answer<model::Submission> refused(std::string type) {
    ports::Answer<model::Submission> answer;
    answer.refusal.type = std::move(type);
    return answer;
}

/// The worker on fakes, without its waits.
struct Working {
    boost::asio::io_context io;
    FakeDevices fakes;
    ConditionBoard board;
    bool talks = false;
    bool hasKey = true;
    std::unique_ptr<OutboxWorker> worker;

    Working() { board.set(model::DeviceRole::Network, model::Trouble::None); }
    ~Working() {
        worker.reset();
        io.restart();
        io.poll();
    }
    void keep(const std::string& key, const std::string& visit = "visit") {
        ports::KeptRequest request;
        request.idempotencyKey = key;
        request.visit = visit;
        request.draft.kind = model::ServiceKind::Report;
        request.draft.serviceId = "photo-report";
        request.attachments = {{"picture", "image/jpeg", {1, 2, 3}, "abc"}};
        request.acceptedAt = fakes.clock.now();
        boost::asio::co_spawn(io, fakes.outbox.keep(std::move(request)),
                              [](std::exception_ptr, Result<std::int64_t>) {});
        io.restart();
        io.poll();
    }
    /// A start of the terminal, until it waits for something.
    void work() {
        outbox::Pace pace;
        pace.between = std::chrono::milliseconds{0};
        worker = std::make_unique<OutboxWorker>(
            io.get_executor(), fakes.devices(), board,
            OutboxWorker::Surroundings{"dammam-07", [this] { return talks; }, hasKey}, pace);
        worker->start();
        io.restart();
        io.poll();
    }
    [[nodiscard]] const ports::KeptEntry& first() const { return fakes.outbox.kept.front(); }
};

} // namespace

TEST_CASE("kept_request_is_not_delivered_or_not_erased") {
    Working terminal;
    terminal.fakes.backend.submission = accepted();
    terminal.keep("k1");
    terminal.keep("k2");
    terminal.work();
    CHECK(terminal.fakes.backend.submitted == 2);
    CHECK(terminal.fakes.outbox.kept.empty());
    CHECK(terminal.fakes.outbox.erased == std::vector<std::int64_t>{1, 2});
    CHECK(terminal.fakes.store.settled["k1"] == ports::Settlement::Accepted); // the books say so too
    CHECK_FALSE(terminal.worker->holds("k1"));
    const auto& sent = terminal.fakes.backend.lastDraft;
    REQUIRE(sent.deferred);
    CHECK(sent.deferred->reference == model::terminalReference("dammam-07", 2));
    CHECK(sent.attachmentIds == std::vector<std::string>{"a1"});
}

TEST_CASE("killed_between_sending_and_the_answer_sends_twice") {
    Working terminal;
    terminal.keep("k1");
    terminal.fakes.outbox.kept.front().state = KeptState::Unknown; // what the disk says after the kill
    terminal.fakes.outbox.kept.front().notBefore = terminal.fakes.clock.now();
    terminal.fakes.backend.byKey = accepted();
    terminal.work();
    CHECK(terminal.fakes.backend.submitted == 0);
    CHECK(terminal.fakes.outbox.kept.empty());
}

TEST_CASE("request_that_never_arrived_is_forgotten") {
    Working terminal;
    terminal.keep("k1");
    terminal.fakes.outbox.kept.front().state = KeptState::Unknown;
    terminal.fakes.outbox.kept.front().notBefore = terminal.fakes.clock.now();
    terminal.fakes.backend.byKey = Fault{FaultCode::NotFound, "fake"};
    terminal.fakes.backend.submission = accepted();
    terminal.work();
    CHECK(terminal.fakes.backend.submitted == 1);
    CHECK(terminal.fakes.outbox.kept.empty());
}

TEST_CASE("it_is_not_on_the_disk_that_a_request_goes_out") {
    Working terminal;
    terminal.keep("k1");
    KeptState atSending = KeptState::Waiting;
    terminal.fakes.backend.onSubmit = [&] { atSending = terminal.first().state; };
    terminal.fakes.backend.submission = Fault{FaultCode::TimedOut, "fake"};
    terminal.fakes.backend.byKey = Fault{FaultCode::Unreachable, "fake"};
    terminal.work();
    CHECK(atSending == KeptState::Unknown);
    CHECK(terminal.first().state == KeptState::Unknown);
    CHECK(terminal.fakes.backend.submitted == 1);
    CHECK(terminal.first().notBefore > terminal.fakes.clock.now());
}

TEST_CASE("unreachable_platform_makes_a_request_unknown") {
    Working terminal;
    terminal.keep("k1");
    terminal.fakes.backend.submission = Fault{FaultCode::Unreachable, "fake"};
    terminal.work();
    CHECK(terminal.first().state == KeptState::Waiting);
}

TEST_CASE("poison_request_is_not_reported_or_stops_the_rest") {
    Working terminal;
    terminal.keep("k1", "a");
    terminal.keep("k2", "b");
    terminal.fakes.backend.submission = refused("validation");
    terminal.work();
    CHECK(terminal.fakes.backend.submitted == 2);
    CHECK(terminal.first().state == KeptState::Parked);
    CHECK(terminal.first().reason == "validation");
    CHECK(terminal.board.now().of(DeviceRole::Outbox) == Trouble::SetAside);
    CHECK(terminal.board.now().works(DeviceRole::Outbox)); // citizens are served on
}

TEST_CASE("forgotten_upload_parks_a_good_request") {
    Working terminal;
    terminal.keep("k1");
    terminal.fakes.outbox.contents.at(1).draft.attachmentIds = {"of-last-week"};
    terminal.fakes.backend.submission = refused("file-refused");
    terminal.work();
    CHECK(terminal.first().state == KeptState::Waiting);
    CHECK(terminal.fakes.outbox.contents.at(1).draft.attachmentIds == std::vector<std::string>{""});
}

TEST_CASE("request_that_the_key_does_not_open_is_touched") {
    Working terminal;
    terminal.keep("k1", "a");
    terminal.keep("k2", "b");
    terminal.fakes.outbox.closed = {1};
    terminal.fakes.backend.submission = accepted();
    terminal.work();
    REQUIRE(terminal.fakes.outbox.kept.size() == 1);
    CHECK(terminal.first().number == 1);
    CHECK(terminal.first().state == KeptState::Waiting); // it is sent when its key is there again
    CHECK(terminal.board.now().of(DeviceRole::Outbox) == Trouble::Broken);
    CHECK_FALSE(terminal.board.now().works(DeviceRole::Outbox));
}

TEST_CASE("terminal_without_a_key_offers_to_keep") {
    Working terminal;
    terminal.hasKey = false;
    terminal.work();
    CHECK(terminal.board.now().of(DeviceRole::Outbox) == Trouble::Gone);
    CHECK_FALSE(terminal.board.now().works(DeviceRole::Outbox));
}

TEST_CASE("network_that_comes_back_wakes_nobody") {
    Working terminal;
    terminal.keep("k1");
    terminal.board.set(DeviceRole::Network, Trouble::Offline);
    terminal.fakes.backend.submission = accepted();
    terminal.work();
    CHECK(terminal.fakes.backend.submitted == 0);
    terminal.board.set(DeviceRole::Network, Trouble::None);
    terminal.worker->wake();
    terminal.io.restart();
    terminal.io.poll();
    CHECK(terminal.fakes.backend.submitted == 1);
}

TEST_CASE("outbox_sends_while_a_citizen_waits") {
    Working terminal;
    terminal.keep("k1");
    terminal.talks = true;
    terminal.fakes.backend.submission = accepted();
    terminal.work();
    CHECK(terminal.fakes.backend.submitted == 0);
    CHECK(terminal.fakes.outbox.kept.size() == 1);
}

TEST_CASE("wrong_clock_parks_a_request_before_the_platform_has_answered") {
    Working terminal;
    terminal.board = ConditionBoard(); // nobody has spoken to the platform since the start
    terminal.fakes.backend.submission = accepted();
    terminal.keep("k1");
    terminal.fakes.outbox.kept.front().state = ports::KeptState::Unknown;
    terminal.fakes.outbox.kept.front().notBefore =
        terminal.fakes.clock.now() - std::chrono::hours{24 * 365 * 10};
    terminal.work();
    REQUIRE(terminal.fakes.outbox.kept.size() == 1);
    CHECK(terminal.first().state == ports::KeptState::Unknown);
    CHECK(terminal.fakes.backend.submitted == 0);
}
