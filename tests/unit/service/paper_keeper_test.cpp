#include "kiosk/service/paper_keeper.h"
#include "tests/support/run_task.h"
#include "tests/unit/service/fake_devices.h"

#include <doctest/doctest.h>

using namespace balady;
using namespace balady::service;
using namespace balady::service::test;
using model::PaperOutcome;
using model::PaperState;
using tests::runTask;

namespace {

constexpr std::int64_t kMetre = 1000;
const Roll kRoll{80 * kMetre, 5 * kMetre};

struct Keeping {
    FakeDevices fakes;
    bool newRoll = false;
    PaperKeeper keeper{fakes.devices(),
                       {kRoll, SecretBytes(16, 7), {}, [this] { return std::exchange(newRoll, false); }}};

    Result<model::PaperResult> receipt() { return runTask(keeper.printReceipt(model::Receipt{})); }
    Result<model::PaperResult> licence(const std::string& number) {
        model::LicencePaper paper;
        paper.licence.number = number;
        return runTask(keeper.printLicence(std::move(paper)));
    }
    model::PrinterStatus sensor(PaperState paper, bool coverOpen = false) {
        fakes.receiptPrinter.says = model::PrinterStatus{model::DeviceState::Online, paper, coverOpen};
        return runTask(keeper.receiptPrinter()).value();
    }
};

} // namespace

TEST_CASE("paper_is_printed_that_nobody_would_remember") {
    Keeping keeping;
    keeping.fakes.papers.beginning = Fault{FaultCode::StorageFull, "fake"};
    CHECK(keeping.receipt().error().code == FaultCode::StorageFull);
    CHECK(keeping.licence("LC-1").error().code == FaultCode::StorageFull);
    CHECK(keeping.fakes.receiptPrinter.printed == 0);
    CHECK(keeping.fakes.documentPrinter.copies.empty());
}

TEST_CASE("what_became_of_a_paper_is_not_recorded") {
    for (const auto outcome : {PaperOutcome::SentToPrinter, PaperOutcome::Completed, PaperOutcome::NotPrinted,
                               PaperOutcome::Unknown}) {
        Keeping keeping;
        keeping.fakes.receiptPrinter.result = model::PaperResult{outcome, {}};
        CHECK(keeping.receipt()->outcome == outcome);
        CHECK(keeping.fakes.papers.outcomes.at(0) == outcome);
        CHECK(keeping.fakes.papers.jobs.at(0).millimetres == 150);
    }
    Keeping keeping;
    keeping.fakes.receiptPrinter.result = Fault{FaultCode::InvalidData, "fake"};
    CHECK(keeping.receipt().has_error());
    CHECK(keeping.fakes.papers.outcomes.at(0) == PaperOutcome::NotPrinted);
}

TEST_CASE("two_originals_of_one_licence") {
    Keeping keeping;
    auto& printer = keeping.fakes.documentPrinter;
    printer.result = model::PaperResult{PaperOutcome::NotPrinted, {}};
    keeping.licence("LC-1").value();
    printer.result = model::PaperResult{PaperOutcome::Unknown, {}};
    keeping.licence("LC-1").value(); // may be out
    printer.result = model::PaperResult{PaperOutcome::Completed, {}};
    keeping.licence("LC-1").value();
    keeping.licence("LC-2").value();
    CHECK(printer.copies == std::vector{false, false, true, false});
}

TEST_CASE("copy_of_a_licence_is_not_in_the_audit_trail") {
    struct Trail final : ports::AuditTrail {
        std::vector<std::string> papers;
        void record(ports::AuditEvent event, std::initializer_list<log::Field> fields) override {
            CHECK(event == ports::AuditEvent::PaperPrinted);
            auto& line = papers.emplace_back();
            for (const auto& field : fields)
                line += std::string(field.key) + "=" + field.value + " ";
        }
        [[nodiscard]] ports::AuditHead head() const override { return {}; }
        [[nodiscard]] model::Trouble trouble() const override { return {}; }
    } trail;
    FakeDevices fakes;
    auto devices = fakes.devices();
    devices.audit = &trail;
    PaperKeeper keeper{devices, {std::nullopt, SecretBytes(16, 7)}};
    for (int i = 0; i < 2; ++i) {
        model::LicencePaper paper;
        paper.licence.number = "LC-1";
        runTask(keeper.printLicence(std::move(paper))).value();
    }
    runTask(keeper.printReceipt(model::Receipt{})).value();
    CHECK(trail.papers == std::vector<std::string>{"paper=licence outcome=completed copy=0 ",
                                                   "paper=licence outcome=completed copy=1 ",
                                                   "paper=receipt outcome=completed copy=0 "});
}

TEST_CASE("licence_number_stands_in_the_store") {
    Keeping keeping;
    keeping.licence("LC-4500000123").value();
    const auto& mark = keeping.fakes.papers.jobs.at(0).licence;
    CHECK(mark.size() == 32);
    CHECK(mark.find("4500000123") == std::string::npos);
    // Nor can it be found by trying: another terminal's key gives another mark.
    FakeDevices others;
    PaperKeeper other{others.devices(), {std::nullopt, SecretBytes(16, 8)}};
    model::LicencePaper paper;
    paper.licence.number = "LC-4500000123";
    runTask(other.printLicence(std::move(paper))).value();
    CHECK(others.papers.jobs.at(0).licence != mark);
}

TEST_CASE("interrupted_paper_comes_out_for_the_next_citizen") {
    Keeping keeping;
    runTask(keeping.keeper.takeUp()).value();
    CHECK(keeping.fakes.receiptPrinter.discarded + keeping.fakes.documentPrinter.discarded == 0);
    keeping.fakes.papers.interrupted = {{ports::PaperKind::Receipt, 150, ""}};
    runTask(keeping.keeper.takeUp()).value();
    CHECK(keeping.fakes.receiptPrinter.discarded == 1);
    CHECK(keeping.fakes.documentPrinter.discarded == 0);
    keeping.fakes.papers.interrupted = {{ports::PaperKind::Licence, 0, "mark"}};
    runTask(keeping.keeper.takeUp()).value();
    CHECK(keeping.fakes.documentPrinter.discarded == 1);
}

TEST_CASE("receipt_is_begun_that_the_roll_is_too_short_for") {
    Keeping keeping;
    keeping.sensor(PaperState::Full);
    CHECK(keeping.sensor(PaperState::Low).paper == PaperState::Low);
    keeping.fakes.papers.use.millimetres = 80 * kMetre - 149;
    const auto result = keeping.receipt().value();
    CHECK(result.outcome == PaperOutcome::NotPrinted);
    CHECK(result.status.paper == PaperState::Out);
    CHECK(keeping.fakes.receiptPrinter.printed == 0);
    CHECK(keeping.fakes.papers.jobs.empty());
    keeping.fakes.receiptPrinter.length = 149;
    CHECK(keeping.receipt()->outcome == PaperOutcome::Completed);
    keeping.fakes.papers.use.millimetres = 80 * kMetre - 50;
    CHECK(keeping.sensor(PaperState::Low).paper == PaperState::Out); // no receipt is that short
}

TEST_CASE("new_roll_is_counted_on_the_old_one") {
    Keeping keeping;
    keeping.fakes.papers.use.millimetres = 79 * kMetre;
    keeping.sensor(PaperState::Low);
    SUBCASE("seen") {
        CHECK(keeping.sensor(PaperState::Out).paper == PaperState::Out);
        CHECK(keeping.sensor(PaperState::Full).paper == PaperState::Full);
        CHECK(keeping.fakes.papers.use.millimetres == 0);
    }
    SUBCASE("told") {
        keeping.newRoll = true;
        CHECK(keeping.sensor(PaperState::Full).paper == PaperState::Full);
        CHECK(keeping.fakes.papers.use.millimetres == 0);
    }
    SUBCASE("told_on_the_screen") {
        keeping.fakes.receiptPrinter.says =
            model::PrinterStatus{model::DeviceState::Online, PaperState::Full, false};
        CHECK(runTask(keeping.keeper.newRoll()).value()->millimetres == 80 * kMetre); // at once
        CHECK(keeping.fakes.papers.use.millimetres == 0);
    }
    SUBCASE("cover_opened") {
        keeping.sensor(PaperState::Out, true); // the sensor sees a hand
        keeping.sensor(PaperState::Low);
        CHECK(keeping.fakes.papers.use.millimetres == 79 * kMetre);
    }
}

TEST_CASE("counter_is_believed_against_the_sensor") {
    CHECK(forecast(kRoll, {79 * kMetre, 0, {}}, PaperState::Full).left == 5 * kMetre);
    CHECK(forecast(kRoll, {10 * kMetre, 0, {}}, PaperState::Low).left == 5 * kMetre);
    CHECK(forecast(kRoll, {10 * kMetre, 0, {}}, PaperState::Full).left == 70 * kMetre);
    CHECK(forecast(kRoll, {90 * kMetre, 0, {}}, PaperState::Unknown).left == 0);
    const Roll noSensor{80 * kMetre, {}};
    CHECK(forecast(noSensor, {79 * kMetre, 0, {}}, PaperState::Full).left == kMetre);
    CHECK(forecast(noSensor, {79 * kMetre, 0, {}}, PaperState::Full).paper(noSensor) == PaperState::Low);
    CHECK(correctedUse(kRoll, PaperState::Full, PaperState::Low) == 75 * kMetre);
    CHECK_FALSE(correctedUse(kRoll, PaperState::Unknown, PaperState::Low));
    CHECK_FALSE(correctedUse(noSensor, PaperState::Full, PaperState::Low));
}

TEST_CASE("hours_left_are_foretold_from_nothing") {
    using std::chrono::hours;
    CHECK_FALSE(forecast(kRoll, {0, 0, hours{100}}, PaperState::Full).hours);
    CHECK_FALSE(forecast(kRoll, {1, 10 * kMetre, hours{23}}, PaperState::Full).hours);
    CHECK(forecast(kRoll, {40 * kMetre, 10 * kMetre, hours{24}}, PaperState::Full).hours == 96);
}
