#include "kiosk/store/sqlite_store.h"
#include "tests/support/run_task.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <thread>

using namespace balady;
using ports::Settlement;
using store::SqliteStore;
using tests::runTask;
using tests::TempFolder;

namespace {

struct StoppedClock final : Clock {
    WallTime time{std::chrono::sys_days{std::chrono::year{2026} / 11 / 21} + std::chrono::hours{9}};
    [[nodiscard]] WallTime now() const override { return time; }
};

std::unique_ptr<SqliteStore> openAt(const std::filesystem::path& file, const Clock& clock,
                                    std::optional<int> maxPages = std::nullopt) {
    auto opened = SqliteStore::open({file, maxPages}, clock);
    REQUIRE(opened.has_value());
    REQUIRE_FALSE(opened->setAside);
    return std::move(opened->store);
}

Result<Done> begin(SqliteStore& store, std::string key) {
    return runTask(store.begin({std::move(key), "renew"}));
}

std::vector<std::string> unsettledKeys(SqliteStore& store) {
    std::vector<std::string> keys;
    for (const auto& intent : runTask(store.unsettled()).value())
        keys.push_back(intent.idempotencyKey);
    return keys;
}

using Keys = std::vector<std::string>;

/// What a power cut or a bad disk would have done.
void overwrite(const std::filesystem::path& file, std::streamoff at, std::size_t count) {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(at);
    stream << std::string(count, '\xa5');
    REQUIRE(stream.good());
}

} // namespace

TEST_CASE("intent_lost_by_kill_after_begin_returned") {
    const TempFolder folder;
    const auto file = folder / "store.db";
    int begun[2];
    REQUIRE(::pipe(begun) == 0);
    const auto child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const StoppedClock clock;
        auto opened = SqliteStore::open({file, {}}, clock);
        for (const char* key : {"first", "second"})
            if (!opened || !begin(*opened->store, key))
                ::_exit(1);
        if (::write(begun[1], "!", 1) == 1)
            ::pause();
        ::_exit(1);
    }
    ::close(begun[1]);
    char answer = 0;
    CHECK(::read(begun[0], &answer, 1) == 1); // end of file if the child failed
    ::close(begun[0]);
    ::kill(child, SIGKILL);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));

    const StoppedClock clock;
    auto store = openAt(file, clock);
    const auto intents = runTask(store->unsettled()).value();
    REQUIRE(intents.size() == 2);
    CHECK(intents[0].idempotencyKey == "first");
    CHECK(intents[0].serviceId == "renew");
    CHECK(intents[1].idempotencyKey == "second");
}

TEST_CASE("key_begun_twice") {
    const TempFolder folder;
    const StoppedClock clock;
    auto store = openAt(folder / "store.db", clock);
    CHECK(begin(*store, "k").has_value());
    CHECK(begin(*store, "k").error().code == FaultCode::Refused);
    CHECK(runTask(store->settle("k", Settlement::Accepted)).has_value());
    CHECK(begin(*store, "k").error().code == FaultCode::Refused);
    CHECK(unsettledKeys(*store).empty());
}

TEST_CASE("key_settled_twice_or_never_begun") {
    const TempFolder folder;
    const StoppedClock clock;
    auto store = openAt(folder / "store.db", clock);
    REQUIRE(begin(*store, "k").has_value());
    CHECK(runTask(store->settle("other", Settlement::Accepted)).error().code == FaultCode::NotFound);
    CHECK(unsettledKeys(*store) == Keys{"k"});
    CHECK(runTask(store->settle("k", Settlement::NeverArrived)).has_value());
    CHECK(runTask(store->settle("k", Settlement::Accepted)).error().code == FaultCode::Refused);
}

TEST_CASE("settlement_lost_by_restart") {
    const TempFolder folder;
    const StoppedClock clock;
    {
        auto store = openAt(folder / "store.db", clock);
        for (const char* key : {"a", "b", "c"})
            REQUIRE(begin(*store, key).has_value());
        REQUIRE(runTask(store->settle("b", Settlement::Refused)).has_value());
    }
    auto store = openAt(folder / "store.db", clock);
    CHECK(unsettledKeys(*store) == Keys{"a", "c"});
}

TEST_CASE("settled_intents_fill_the_disk_over_the_years") {
    const TempFolder folder;
    StoppedClock clock;
    auto store = openAt(folder / "store.db", clock);
    for (const char* key : {"old", "forgotten", "new"})
        REQUIRE(begin(*store, key).has_value());
    REQUIRE(runTask(store->settle("old", Settlement::Accepted)).has_value());
    clock.time += std::chrono::hours{24 * 91};
    REQUIRE(runTask(store->settle("new", Settlement::Accepted)).has_value());
    // The old one is gone; the one that nobody settled stays for as long as it takes.
    CHECK(runTask(store->settle("old", Settlement::Accepted)).error().code == FaultCode::NotFound);
    CHECK(runTask(store->settle("new", Settlement::Accepted)).error().code == FaultCode::Refused);
    CHECK(unsettledKeys(*store) == Keys{"forgotten"});
}

TEST_CASE("file_that_is_no_database") {
    const TempFolder folder;
    const auto file = folder / "store.db";
    std::ofstream(file) << std::string(9000, 'x');
    const StoppedClock clock;
    auto opened = SqliteStore::open({file, {}}, clock);
    REQUIRE(opened.has_value());
    REQUIRE(opened->setAside);
    CHECK(opened->setAside->filename() == "store.db.damaged-20261121T090000Z");
    CHECK(std::filesystem::file_size(*opened->setAside) == 9000);
    CHECK(begin(*opened->store, "k").has_value());
}

TEST_CASE("pages_damaged_behind_an_intact_header") {
    const TempFolder folder;
    const auto file = folder / "store.db";
    const StoppedClock clock;
    {
        auto store = openAt(file, clock);
        for (int i = 0; i < 300; ++i)
            REQUIRE(begin(*store, "key-" + std::to_string(i)).has_value());
    }
    overwrite(file, 4096 + 100, 8000);
    auto opened = SqliteStore::open({file, {}}, clock);
    REQUIRE(opened.has_value());
    REQUIRE(opened->setAside);
    CHECK(std::filesystem::exists(*opened->setAside));
    CHECK(unsettledKeys(*opened->store).empty());
    CHECK(begin(*opened->store, "k").has_value());
}

TEST_CASE("damage_of_yesterday_is_forgotten_by_a_restart") {
    const TempFolder folder;
    const auto file = folder / "store.db";
    const StoppedClock clock;
    std::ofstream(file) << std::string(9000, 'x');
    const auto aside = SqliteStore::open({file, {}}, clock)->setAside;
    REQUIRE(aside);
    CHECK(SqliteStore::open({file, {}}, clock)->setAside ==
          aside); // the new store is sound, the loss still stands
    std::filesystem::remove(*aside);
    CHECK_FALSE(SqliteStore::open({file, {}}, clock)->setAside);
}

TEST_CASE("second_damage_overwrites_the_first_file_set_aside") {
    const TempFolder folder;
    const auto file = folder / "store.db";
    const StoppedClock clock; // both within one second
    std::filesystem::path asides[2];
    for (auto& aside : asides) {
        std::ofstream(file) << std::string(5000, 'x');
        auto opened = SqliteStore::open({file, {}}, clock);
        REQUIRE(opened.has_value());
        REQUIRE(opened->setAside);
        aside = *opened->setAside;
    }
    CHECK(asides[0] != asides[1]);
    CHECK(std::filesystem::exists(asides[0]));
}

TEST_CASE("disk_full_loses_what_was_begun") {
    const TempFolder folder;
    const auto file = folder / "store.db";
    const StoppedClock clock;
    Keys acknowledged;
    {
        auto store = openAt(file, clock, 24);
        Result<Done> last = Done{};
        for (int i = 0; last; ++i) {
            REQUIRE(i < 10000);
            const auto key =
                "key-" + std::to_string(10000 + i); // as those that begin with the time, in order
            if ((last = begin(*store, key)))
                acknowledged.push_back(key);
        }
        CHECK(last.error().code == FaultCode::StorageFull);
        CHECK(acknowledged.size() > 10);
        CHECK(unsettledKeys(*store) == acknowledged); // still readable while full
    }
    auto store = openAt(file, clock); // somebody made room
    CHECK(unsettledKeys(*store) == acknowledged);
    CHECK(begin(*store, "after").has_value());
}

TEST_CASE("file_of_a_newer_program_is_taken_for_damage") {
    const TempFolder folder;
    const auto file = folder / "store.db";
    const StoppedClock clock;
    { auto store = openAt(file, clock); }
    sqlite3* raw = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &raw) == SQLITE_OK);
    REQUIRE(sqlite3_exec(raw, "PRAGMA user_version = 999", nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(raw);
    CHECK(SqliteStore::open({file, {}}, clock).error().code == FaultCode::InvalidData);
    CHECK(std::filesystem::exists(file));
}

TEST_CASE("two_programs_write_the_same_file") {
    const TempFolder folder;
    const StoppedClock clock;
    auto store = openAt(folder / "store.db", clock);
    REQUIRE(begin(*store, "k").has_value());
    const auto second = SqliteStore::open({folder / "store.db", {}}, clock);
    CHECK(second.error().code == FaultCode::DeviceBusy);
    CHECK(unsettledKeys(*store) == Keys{"k"});
}

TEST_CASE("folder_is_missing") {
    const TempFolder folder;
    const StoppedClock clock;
    CHECK(SqliteStore::open({folder / "no" / "store.db", {}}, clock).error().code == FaultCode::AccessDenied);
}

TEST_CASE("cached_document_is_mangled_or_mixed_up") {
    const TempFolder folder;
    const StoppedClock clock;
    const std::string body("بلدي \0 \"quoted\" '); DROP TABLE document; --", 47);
    {
        auto store = openAt(folder / "store.db", clock);
        CHECK(runTask(store->load("catalogue")).error().code == FaultCode::NotFound);
        REQUIRE(runTask(store->save("catalogue", {"old", "\"1\""})).has_value());
        REQUIRE(runTask(store->save("keys", {"{}", ""})).has_value());
        REQUIRE(runTask(store->save("catalogue", {body, "\"2\""})).has_value());
    }
    auto store = openAt(folder / "store.db", clock);
    const auto catalogue = runTask(store->load("catalogue")).value();
    CHECK(catalogue.body == body);
    CHECK(catalogue.etag == "\"2\"");
    CHECK(runTask(store->load("keys")).value().body == "{}");
}

TEST_CASE("update_of_the_program_loses_what_was_begun") {
    const TempFolder folder;
    const auto file = folder / "store.db";
    sqlite3* raw = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &raw) == SQLITE_OK);
    REQUIRE(sqlite3_exec(raw, R"sql(
        CREATE TABLE intent (sequence INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, service_id TEXT NOT NULL,
                             begun_at INTEGER NOT NULL, settled_at INTEGER, settlement TEXT) STRICT;
        CREATE TABLE document (name TEXT PRIMARY KEY, body TEXT NOT NULL, etag TEXT NOT NULL,
                               saved_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        INSERT INTO intent VALUES (1, 'open', 'renew', 1780000000000, NULL, NULL),
                                  (2, 'ended', 'renew', 1780000000001, 1780000000002, 'accepted');
        PRAGMA user_version = 1;)sql",
                         nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(raw);
    const StoppedClock clock;
    const auto store = openAt(file, clock);
    CHECK(unsettledKeys(*store) == Keys{"open"});
    CHECK(begin(*store, "ended").error().code == FaultCode::Refused); // and it is not done again
}

TEST_CASE("commit_waits_for_a_log_that_grows") {
    const TempFolder folder;
    const auto file = folder / "store.db";
    const StoppedClock clock;
    const auto store = openAt(file, clock);
    const auto log = [&] { return std::filesystem::file_size(file.string() + "-wal"); };
    REQUIRE(begin(*store, "first").has_value()); // behind the reservation, on the same thread
    const auto reserved = log();
    CHECK(reserved > 1 << 20);
    for (int i = 0; i < 100; ++i)
        REQUIRE(begin(*store, "key-" + std::to_string(i)).has_value());
    CHECK(log() == reserved);
    REQUIRE(runTask(store->erase(1)).has_value()); // which empties it
    CHECK(log() == reserved);
    REQUIRE(begin(*store, "last").has_value());
    CHECK(unsettledKeys(*store).size() == 102);
}

TEST_CASE("log_grows_for_ever") {
    const TempFolder folder;
    const auto file = folder / "store.db";
    const StoppedClock clock;
    const auto store = openAt(file, clock);
    const auto megabyte = [](int i) { return std::string(1 << 20, static_cast<char>('a' + i)); };
    const auto log = [&] { return std::filesystem::file_size(file.string() + "-wal"); };
    std::uintmax_t longest = 0;
    for (int i = 0; i < 20; ++i) { // without a pause: nobody waits for a quiet moment that never comes
        REQUIRE(runTask(store->save("catalogue", {megabyte(i), ""})).has_value());
        longest = std::max(longest, log());
    }
    CHECK(longest > 4 << 20); // and nobody copies it back at every thousandth page
    CHECK(longest < 18 << 20);
    for (int i = 0; i < 5; ++i)
        REQUIRE(runTask(store->save("document " + std::to_string(i), {megabyte(i), ""})).has_value());
    const auto before = std::filesystem::last_write_time(file);
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{30};
    while (std::filesystem::last_write_time(file) == before && std::chrono::steady_clock::now() < deadline)
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    CHECK(std::filesystem::last_write_time(file) != before); // in quiet
}
