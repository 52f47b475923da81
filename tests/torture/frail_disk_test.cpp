#include "kiosk/base/log.h"
#include "tests/torture/store_day.h"

#include <doctest/doctest.h>

using namespace balady;
using namespace balady::torture;

namespace {

StoreDay dayOn(FrailDisk& disk) {
    return {disk, 4, 5000, StoreDay::Errands::Request}; // few enough operations to try them all
}

Verdict cutAt(std::size_t at, Unsynced unsynced) {
    FrailDisk disk;
    disk.cutPowerAt(at);
    auto day = dayOn(disk);
    day.live();
    disk.powerOn(unsynced, static_cast<std::uint32_t>(at));
    return day.morningAfter();
}

std::size_t operationsOfADay() {
    FrailDisk disk;
    dayOn(disk).live();
    return disk.done().size();
}

} // namespace

TEST_CASE("deleted_journal_is_back_after_a_power_cut_and_undoes_the_store") {
    log::setThreshold(log::Level::Error);
    const auto operations = operationsOfADay();
    CHECK(operations > 50);
    for (std::size_t at = 0; at < operations; ++at) {
        CAPTURE(at);
        const auto verdict = cutAt(at, Unsynced::Dropped);
        CHECK(verdict.lost == 0);
        CHECK(verdict.broken == 0);
    }
}

TEST_CASE("disk_that_lies_about_syncs_is_not_found_out") {
    FrailDisk disk;
    disk.lieAboutSyncs();
    auto day = dayOn(disk);
    day.live();
    disk.powerOn(Unsynced::Dropped, 0);
    CHECK(day.morningAfter().lost == 4);
}

TEST_CASE("disk_that_keeps_its_power_and_its_word_loses_something") {
    FrailDisk disk;
    auto day = dayOn(disk);
    day.live();
    CHECK(day.morningAfter().good());
}

TEST_CASE("sector_that_was_written_anew_is_taken_back_by_a_failed_sync") {
    const auto operations = operationsOfADay();
    for (std::size_t at = 0; at < operations; ++at) {
        CAPTURE(at);
        FrailDisk disk;
        disk.failAt(at, Failure::SyncLost, false);
        auto day = dayOn(disk);
        day.live();
        disk.powerOn(Unsynced::Torn, static_cast<std::uint32_t>(at));
        CHECK(day.morningAfter().good());
    }
}
