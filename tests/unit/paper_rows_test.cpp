#include "kiosk/store/sqlite_store.h"
#include "tests/support/run_task.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>

using namespace balady;
using model::PaperOutcome;
using ports::PaperJob;
using ports::PaperKind;
using store::SqliteStore;
using tests::runTask;
using tests::TempFolder;

namespace {

struct MovedClock final : Clock {
    WallTime time{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22} + std::chrono::hours{9}};
    [[nodiscard]] WallTime now() const override { return time; }
};

struct Kept {
    TempFolder folder;
    MovedClock clock;
    std::unique_ptr<SqliteStore> store;

    Kept() { store = reopened(); }
    /// As after a power cut: what was open stays open.
    std::unique_ptr<SqliteStore> reopened() {
        store.reset();
        auto opened = SqliteStore::open({folder / "store.db", {}}, clock);
        REQUIRE(opened.has_value());
        return std::move(opened->store);
    }
    ports::BegunPaper begin(PaperJob job) { return runTask(store->beginPaper(std::move(job))).value(); }
    Result<Done> end(std::int64_t number, PaperOutcome outcome) {
        return runTask(store->endPaper(number, outcome));
    }
    std::int64_t rollUsed() { return runTask(store->rollUse()).value().millimetres; }
};

const PaperJob kReceipt{PaperKind::Receipt, 150, ""};
const PaperJob kLicence{PaperKind::Licence, 0, "5ca1ab1e"};

} // namespace

TEST_CASE("paper_begun_before_a_power_cut_is_forgotten") {
    Kept kept;
    kept.end(kept.begin(kReceipt).number, PaperOutcome::Completed).value();
    kept.begin(kReceipt);
    kept.begin(kLicence);
    kept.store = kept.reopened();
    const auto interrupted = runTask(kept.store->endInterrupted()).value();
    REQUIRE(interrupted.size() == 2);
    CHECK(interrupted[0].kind == PaperKind::Receipt);
    CHECK(interrupted[0].millimetres == 150);
    CHECK(interrupted[1].licence == "5ca1ab1e");
    CHECK(runTask(kept.store->endInterrupted()).value().empty());
    CHECK(kept.rollUsed() == 300);
    CHECK(kept.begin(kLicence).earlier == 1); // it may have come out
}

TEST_CASE("second_paper_of_a_licence_counts_as_the_first") {
    Kept kept;
    for (const auto outcome : {PaperOutcome::NotPrinted, PaperOutcome::NotPrinted, PaperOutcome::Unknown}) {
        const auto begun = kept.begin(kLicence);
        CHECK(begun.earlier == 0);
        CHECK(kept.end(begun.number, outcome).has_value());
    }
    CHECK(kept.begin({PaperKind::Licence, 0, "0ther"}).earlier == 0);
    for (int earlier = 1; earlier < 4; ++earlier) {
        kept.store = kept.reopened();
        kept.clock.time += std::chrono::hours{24 * 100}; // longer than jobs are kept
        const auto begun = kept.begin(kLicence);
        CHECK(begun.earlier == earlier);
        CHECK(kept.end(begun.number, PaperOutcome::Completed).has_value());
    }
}

TEST_CASE("paper_ends_twice") {
    Kept kept;
    const auto number = kept.begin(kReceipt).number;
    CHECK(kept.end(number, PaperOutcome::NotPrinted).has_value());
    CHECK(kept.end(number, PaperOutcome::NotPrinted).error().code == FaultCode::NotFound);
    CHECK(kept.end(number + 1, PaperOutcome::Completed).error().code == FaultCode::NotFound);
    CHECK(kept.rollUsed() == 0);
}

TEST_CASE("roll_counts_what_never_came_out") {
    Kept kept;
    kept.end(kept.begin(kReceipt).number, PaperOutcome::Completed).value();
    kept.clock.time += std::chrono::hours{48};
    kept.end(kept.begin(kReceipt).number, PaperOutcome::NotPrinted).value();
    auto use = runTask(kept.store->rollUse()).value();
    CHECK(use.millimetres == 150);
    CHECK(use.lately == 150);
    CHECK(use.observed == std::chrono::hours{48});

    CHECK(runTask(kept.store->setRollUsed(0)).has_value());
    kept.clock.time += std::chrono::hours{24 * 6};
    use = runTask(kept.store->rollUse()).value();
    CHECK(use.millimetres == 0);
    CHECK(use.lately == 0); // more than a week ago
}
