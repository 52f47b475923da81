#include "kiosk/service/certificate_keeper.h"
#include "tests/unit/service/fake_devices.h"

#include <doctest/doctest.h>

using namespace balady;
using namespace balady::service;
using namespace balady::service::test;
using namespace std::chrono_literals;
using model::DeviceRole;
using model::Trouble;
using Validity = ports::TerminalCertificate::Validity;

namespace {

constexpr auto kIssued = std::chrono::sys_days{std::chrono::year{2026} / 1 / 1};
constexpr Validity kYear{kIssued, kIssued + 24h * 360};

struct FakeCertificate final : ports::TerminalCertificate {
    Validity now = kYear;
    Result<Done> answer = Done{};
    bool lasts = true; ///< the successor, for longer than the present one
    int asked = 0;
    [[nodiscard]] Validity validity() const override { return now; }
    ports::Task<Done> renew() override {
        ++asked;
        if (answer && lasts)
            now = {now.from + 24h * 240, now.until + 24h * 240};
        co_return answer;
    }
};

/// The keeper on fakes: so many days after the certificate was issued.
struct Renewing {
    boost::asio::io_context io;
    FakeDevices fakes;
    ConditionBoard board;
    FakeCertificate certificate;
    std::unique_ptr<CertificateKeeper> keeper;

    ~Renewing() {
        keeper.reset();
        io.restart();
        io.poll();
    }
    void atDay(int day, certificate::Pace pace = {}) {
        fakes.clock.time = kIssued + 24h * day;
        keeper =
            std::make_unique<CertificateKeeper>(io.get_executor(), fakes.devices(), certificate, board, pace);
        keeper->start();
        goOn();
    }
    void goOn() {
        io.restart();
        io.poll();
    }
    void networkIsBack() {
        board.set(DeviceRole::Network, Trouble::None);
        keeper->wake();
        goOn();
    }
    [[nodiscard]] Trouble trouble() const { return board.now().of(DeviceRole::Certificate); }
};

} // namespace

TEST_CASE("certificate_is_asked_for_too_early_too_late_or_by_all_at_once") {
    const auto third = kYear.until - 24h * 120;
    CHECK(certificate::renewalFrom(kYear, 0) == third);
    CHECK(certificate::renewalFrom(kYear, 1) == third + 24h * 12);
    CHECK(certificate::renewalFrom(kYear, 0.5) == third + 24h * 6);
    Renewing early;
    early.board.set(DeviceRole::Network, Trouble::None);
    early.atDay(239);
    CHECK(early.certificate.asked == 0);
    Renewing due;
    due.board.set(DeviceRole::Network, Trouble::None);
    due.atDay(253);
    CHECK(due.certificate.asked == 1);
    CHECK(due.trouble() == Trouble::None);
    due.keeper->wake();
    due.goOn();
    CHECK(due.certificate.asked == 1); // once is enough
}

TEST_CASE("certificate_is_asked_for_without_a_platform_or_by_a_wrong_clock") {
    Renewing terminal;
    terminal.atDay(300);
    CHECK(terminal.certificate.asked == 0);
    terminal.networkIsBack();
    CHECK(terminal.certificate.asked == 1);
    for (const int day : {-3650, 3650}) { // the platform's certificate does not hold at such a time either
        Renewing wrong;
        wrong.board.set(DeviceRole::Network, Trouble::Offline);
        wrong.atDay(day);
        CHECK(wrong.certificate.asked == 0);
        CHECK(wrong.trouble() == Trouble::Broken);
        wrong.fakes.clock.time = kIssued + 24h * 10;
        wrong.networkIsBack();
        CHECK(wrong.trouble() == Trouble::None);
    }
}

TEST_CASE("certificate_that_is_not_renewed_is_not_told_of") {
    Renewing terminal;
    terminal.certificate.answer = Fault{FaultCode::Refused, "fake"};
    terminal.board.set(DeviceRole::Network, Trouble::None);
    terminal.atDay(299); // not yet: the platform's people have half of the time without a visit
    CHECK(terminal.certificate.asked == 1);
    CHECK(terminal.trouble() == Trouble::None);
    Renewing late;
    late.certificate.answer = Fault{FaultCode::Refused, "fake"};
    late.board.set(DeviceRole::Network, Trouble::None);
    late.atDay(301);
    CHECK(late.trouble() == Trouble::EndsSoon);
    late.certificate.answer = Done{};
    late.keeper->wake();
    late.goOn();
    CHECK(late.certificate.asked == 1); // patience, whoever wakes it
}

TEST_CASE("platform_that_refuses_is_asked_without_pause") {
    Renewing terminal;
    terminal.certificate.lasts = false; // or issues what is due again at once
    terminal.board.set(DeviceRole::Network, Trouble::None);
    terminal.atDay(300);
    terminal.keeper->wake();
    terminal.goOn();
    CHECK(terminal.certificate.asked == 1);
    const certificate::Pace pace;
    CHECK(certificate::waitAfter(1, pace, 0) == 30s);
    CHECK(certificate::waitAfter(1, pace, 1) == 60s);
    CHECK(certificate::waitAfter(4, pace, 1) == 8min);
    CHECK(certificate::waitAfter(1'000'000, pace, 1) == 6h);
}

TEST_CASE("answer_that_was_set_aside_is_not_told_or_told_for_ever") {
    for (const auto code : {FaultCode::Tampered, FaultCode::Malformed}) {
        Renewing terminal;
        certificate::Pace hasty;
        hasty.firstWait = hasty.longestWait = 0ms;
        terminal.certificate.answer = Fault{code, "fake"};
        terminal.board.set(DeviceRole::Network, Trouble::None);
        terminal.fakes.clock.time = kIssued + 24h * 260;
        terminal.keeper =
            std::make_unique<CertificateKeeper>(terminal.io.get_executor(), terminal.fakes.devices(),
                                                terminal.certificate, terminal.board, hasty);
        terminal.keeper->start();
        terminal.goOn();
        CHECK(terminal.trouble() == Trouble::SetAside);
        CHECK(terminal.board.now().works(DeviceRole::Certificate)); // citizens are served on
        terminal.certificate.answer = Fault{FaultCode::Unreachable, "fake"};
        terminal.keeper->wake();
        terminal.goOn();
        CHECK(terminal.trouble() == Trouble::SetAside); // a cut line takes nothing back
        terminal.certificate.answer = Done{};
        terminal.keeper->wake();
        terminal.goOn();
        CHECK(terminal.trouble() == Trouble::None);
    }
}
