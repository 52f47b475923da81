#include "kiosk/store/sqlite_store.h"
#include "tests/support/run_task.h"
#include "tests/support/temp_folder.h"

#include <boost/asio/co_spawn.hpp>
#include <doctest/doctest.h>
#include <sqlite3.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

using namespace balady;
using crypto::Keyring;
using model::KeptEntry;
using model::KeptRequest;
using model::KeptState;
using store::SqliteStore;
using tests::runTask;
using tests::TempFolder;

namespace {

constexpr std::string_view kCanary = "0500777123";
const std::string kKey(64, '7');
const std::string kOtherKey(64, '8');

struct StoppedClock final : Clock {
    WallTime time{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1} + std::chrono::hours{9}};
    [[nodiscard]] WallTime now() const override { return time; }
};

KeptRequest report(std::string key, std::size_t pictureSize = 70'000) {
    KeptRequest request;
    request.idempotencyKey = std::move(key);
    request.visit = "visit";
    request.priority = 3;
    request.draft.kind = model::ServiceKind::Report;
    request.draft.serviceId = "photo-report";
    request.draft.answers = {{"mobile", std::string(kCanary)}, {"landmark", "أمام المدرسة"}};
    model::Attachment picture{"picture", "image/jpeg", {}, "abc"};
    while (picture.content.size() < pictureSize)
        picture.content.insert(picture.content.end(), kCanary.begin(), kCanary.end());
    request.attachments.push_back(std::move(picture));
    request.acceptedAt = StoppedClock{}.time;
    return request;
}

struct Opened {
    TempFolder folder;
    StoppedClock clock;
    std::unique_ptr<SqliteStore> store;

    explicit Opened(const std::string& keys = kKey) { open(keys); }
    void open(const std::string& keys) {
        store.reset();
        store::StoreSettings settings{folder / "store.db", {}};
        if (!keys.empty())
            settings.keys = Keyring::parse(keys).value();
        store = std::move(SqliteStore::open(settings, clock).value().store);
    }
    std::int64_t keep(KeptRequest request) { return runTask(store->keep(std::move(request))).value(); }
    std::vector<KeptEntry> entries() { return runTask(store->entries()).value(); }
    [[nodiscard]] std::string bytes() const {
        std::string all;
        for (const auto& file : std::filesystem::directory_iterator(folder.path())) {
            std::ifstream in(file.path(), std::ios::binary);
            all.append(std::istreambuf_iterator<char>(in), {});
        }
        return all;
    }
    void sql(const char* statement) {
        store.reset();
        sqlite3* raw = nullptr;
        REQUIRE(sqlite3_open((folder / "store.db").c_str(), &raw) == SQLITE_OK);
        CHECK(sqlite3_exec(raw, statement, nullptr, nullptr, nullptr) == SQLITE_OK);
        sqlite3_close(raw);
    }
};

} // namespace

TEST_CASE("kept_request_is_lost_or_changed_by_a_restart") {
    Opened terminal;
    const auto sent = report("k1");
    const auto number = terminal.keep(sent);
    terminal.open(kKey);
    const auto entries = terminal.entries();
    REQUIRE(entries.size() == 1);
    CHECK(entries[0].number == number);
    CHECK(entries[0].idempotencyKey == "k1");
    CHECK(entries[0].serviceId == "photo-report");
    CHECK(entries[0].state == KeptState::Waiting);
    CHECK(entries[0].priority == 3);
    CHECK(entries[0].acceptedAt == sent.acceptedAt);
    const auto back = runTask(terminal.store->open(number)).value();
    CHECK(back.draft.answers == sent.draft.answers);
    CHECK(back.draft.kind == model::ServiceKind::Report);
    REQUIRE(back.attachments.size() == 1);
    CHECK(back.attachments[0].content == sent.attachments[0].content);
    CHECK(back.attachments[0].sha256Hex == "abc");
    CHECK(back.draft.attachmentIds == std::vector<std::string>{""});
}

TEST_CASE("thief_of_the_disk_reads_what_is_kept") {
    Opened terminal;
    terminal.keep(report("k1"));
    CHECK(terminal.bytes().find(kCanary) == std::string::npos);
    terminal.store.reset(); // and when the log has become part of the file
    CHECK(terminal.bytes().find(kCanary) == std::string::npos);
    CHECK(terminal.bytes().find("k1") != std::string::npos); // the search itself finds things
}

TEST_CASE("delivered_request_stays_in_the_file_or_its_log") {
    Opened terminal;
    const auto number = terminal.keep(report("k1"));
    REQUIRE(runTask(terminal.store->begin({"journal-key", "renew"})).has_value());
    // What lies encrypted in the files now: if any of it is still there afterwards, erasing it was a word.
    const auto before = terminal.bytes();
    REQUIRE(runTask(terminal.store->erase(number)).has_value());
    CHECK(terminal.entries().empty());
    const auto after = terminal.bytes();
    constexpr std::size_t kPage = 4096;
    std::size_t same = 0;
    for (std::size_t at = 0; at + 64 <= before.size(); at += kPage / 8) {
        const auto piece = before.substr(at, 64);
        const auto high = std::count_if(piece.begin(), piece.end(), [](char c) { return (c & 0x80) != 0; });
        same += high > 16 && after.find(piece) != std::string::npos; // ciphertext, and no text of the schema
    }
    CHECK(same == 0);
    CHECK(after.find("photo-report") == std::string::npos);
    CHECK(after.find("journal-key") != std::string::npos);
}

TEST_CASE("key_kept_twice_is_two_requests") {
    Opened terminal;
    const auto number = terminal.keep(report("k1"));
    CHECK(terminal.keep(report("k1")) == number);
    CHECK(terminal.entries().size() == 1);
}

TEST_CASE("number_is_given_twice") {
    Opened terminal;
    const auto first = terminal.keep(report("k1"));
    REQUIRE(runTask(terminal.store->erase(first)).has_value());
    const auto second = terminal.keep(report("k2"));
    CHECK(second > first);
    // A store that begins anew, because the old one was damaged.
    Opened anew;
    anew.clock.time += std::chrono::minutes{2};
    CHECK(anew.keep(report("k3")) > second);
}

TEST_CASE("terminal_without_a_key_keeps_in_the_clear") {
    Opened terminal("");
    CHECK(runTask(terminal.store->keep(report("k1"))).error().code == FaultCode::AccessDenied);
    CHECK(terminal.entries().empty());
    CHECK(runTask(terminal.store->begin({"k", "renew"})).has_value()); // the rest goes on
}

TEST_CASE("wrong_key_loses_what_was_kept") {
    Opened terminal;
    const auto number = terminal.keep(report("k1"));
    terminal.open(kOtherKey);
    CHECK(runTask(terminal.store->unreadable()).value() == std::vector{number});
    CHECK(runTask(terminal.store->open(number)).error().code == FaultCode::NotFound);
    terminal.open(kOtherKey + "\n" + kKey); // the technician has found it
    CHECK(runTask(terminal.store->unreadable()).value().empty());
    CHECK(runTask(terminal.store->open(number)).has_value());
}

TEST_CASE("rows_that_were_exchanged_are_sent") {
    Opened terminal;
    const auto first = terminal.keep(report("k1"));
    const auto second = terminal.keep(report("k2"));
    terminal.sql(
        "UPDATE outbox_part SET part = part + 10; UPDATE outbox_part SET number = "
        "(SELECT max(number) FROM outbox) + (SELECT min(number) FROM outbox) - number, part = part - 10");
    terminal.open(kKey);
    CHECK(runTask(terminal.store->open(first)).error().code == FaultCode::Tampered);
    CHECK(runTask(terminal.store->unreadable()).value() == std::vector{first, second});
}

TEST_CASE("picture_that_was_taken_out_of_the_file_is_not_missed") {
    Opened terminal;
    const auto number = terminal.keep(report("k1"));
    terminal.sql("DELETE FROM outbox_part WHERE part = 1");
    terminal.open(kKey);
    CHECK(runTask(terminal.store->open(number)).error().code == FaultCode::Tampered);
}

TEST_CASE("progress_is_forgotten_by_a_restart") {
    Opened terminal;
    const auto number = terminal.keep(report("k1"));
    auto entry = terminal.entries().front();
    entry.state = KeptState::Unknown;
    entry.attempts = 2;
    entry.notBefore = terminal.clock.time + std::chrono::minutes{3};
    REQUIRE(runTask(terminal.store->note(entry)).has_value());
    REQUIRE(runTask(terminal.store->noteUpload(number, 0, "upload-1")).has_value());
    terminal.open(kKey);
    CHECK(terminal.entries().front() == entry);
    CHECK(runTask(terminal.store->open(number)).value().draft.attachmentIds ==
          std::vector<std::string>{"upload-1"});
    CHECK(runTask(terminal.store->noteUpload(number, 1, "x")).error().code == FaultCode::NotFound);
    entry.number += 1;
    CHECK(runTask(terminal.store->note(entry)).error().code == FaultCode::NotFound);
}

TEST_CASE("one_bad_change_of_a_group_takes_the_others_with_it") {
    Opened terminal;
    REQUIRE(runTask(terminal.store->begin({"taken", "renew"})).has_value());
    boost::asio::io_context context;
    std::map<std::string, std::optional<Result<Done>>> outcomes;
    const std::vector<std::string> keys{"a", "b", "taken", "c", "d"};
    for (const auto& key : keys)
        boost::asio::co_spawn(context,
                              tests::keepResult(terminal.store->begin({key, "renew"}), outcomes[key]),
                              [](const std::exception_ptr& error) { CHECK_FALSE(error); });
    context.run();
    for (const auto& key : keys)
        CHECK(outcomes[key].value().has_value() == (key != "taken"));
    terminal.open(kKey);
    CHECK(runTask(terminal.store->unsettled()).value().size() == 5);
}

TEST_CASE("kept_sheet_is_lost_in_a_power_cut_or_read_by_whoever_has_the_disk") {
    Opened opened;
    const model::SheetBinding binding{"0190-key", "DM-00041237", "LC-4500000999"};
    CHECK(runTask(opened.store->keepSheet(binding)).has_value());
    opened.open(kKey);
    const auto kept = runTask(opened.store->keptSheets()).value();
    REQUIRE(kept.size() == 1);
    CHECK(kept[0].idempotencyKey == binding.idempotencyKey);
    CHECK(kept[0].sheet == binding.sheet);
    CHECK(kept[0].licence == binding.licence);
    CHECK(opened.bytes().find(binding.licence) == std::string::npos);
    CHECK(opened.bytes().find(binding.sheet) == std::string::npos);
    CHECK(opened.bytes().find(binding.idempotencyKey) != std::string::npos);
    CHECK(runTask(opened.store->eraseSheet(binding.idempotencyKey)).has_value());
    CHECK(runTask(opened.store->keptSheets()).value().empty());
    CHECK(opened.bytes().find(binding.idempotencyKey) == std::string::npos);
}

TEST_CASE("sheet_that_the_keys_do_not_open_is_thrown_away") {
    Opened opened;
    CHECK(runTask(opened.store->keepSheet({"0190-key", "DM-00041237", "LC-1"})).has_value());
    opened.open(kOtherKey);
    CHECK(runTask(opened.store->keptSheets()).value().empty());
    opened.open("");
    CHECK(runTask(opened.store->keptSheets()).value().empty());
    CHECK(runTask(opened.store->keepSheet({"0191-key", "DM-00041238", "LC-1"})).error().code ==
          FaultCode::AccessDenied);
    opened.open(kKey);
    CHECK(runTask(opened.store->keptSheets()).value().size() == 1);
}

TEST_CASE("kept_sheet_is_given_to_another_licence_on_the_disk") {
    Opened opened;
    CHECK(runTask(opened.store->keepSheet({"0190-key", "DM-00041237", "LC-1"})).has_value());
    opened.sql("UPDATE sheet SET key = '0190-new'");
    opened.open(kKey);
    CHECK(runTask(opened.store->keptSheets()).value().empty());
}
