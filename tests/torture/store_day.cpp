#include "tests/torture/store_day.h"

#include "kiosk/service/intent_settler.h"
#include "kiosk/store/sqlite_store.h"
#include "tests/support/run_task.h"
#include "tests/unit/service/fake_devices.h"

#include <sqlite3.h>

namespace balady::torture {
namespace {

using service::test::FakeBackend;
using service::test::FakeDevices;
using store::SqliteStore;
using tests::runTask;

constexpr const char* kFile =
    "/no-such-folder/terminal.db"; // on the frail disk; nothing may reach the real one
constexpr const char* kDocument = "catalogue";

/// A platform that answers what its books say.
struct Platform final : FakeBackend {
    explicit Platform(const std::set<std::string>& accepted) : books(accepted) {}
    ports::Asked<model::Submission> submissionByKey(SecretText, std::string key) override {
        if (books.contains(key))
            co_return ports::Answer<model::Submission>{model::Submission{}, {}};
        co_return Fault{FaultCode::NotFound, "no such key"};
    }
    const std::set<std::string>& books;
};

std::string keyOf(int visit) {
    return "00000000-0000-4000-8000-" + std::to_string(100000000000 + visit);
}

/// Every answer but each third comes; of a lost one the terminal knows nothing until the platform is asked.
bool answerIsLost(int visit) {
    return visit % 3 == 2;
}

std::string body(int version, std::size_t size) {
    return std::string(size, static_cast<char>('a' + version % 26));
}

Result<store::OpenedStore> openStore(const FrailDisk& disk, const Clock& clock) {
    store::StoreSettings settings{kFile, {}};
    settings.vfs = disk.vfs();
    return SqliteStore::open(settings, clock);
}

/// The terminal's own books: how each key was settled, "" where it is open. Read past the store, with SQLite alone.
std::map<std::string, std::string> settlements(const FrailDisk& disk) {
    std::map<std::string, std::string> found;
    sqlite3* connection = nullptr;
    sqlite3_open_v2(kFile, &connection, SQLITE_OPEN_READWRITE, disk.vfs().c_str());
    sqlite3_exec(
        connection, "PRAGMA locking_mode = EXCLUSIVE; SELECT key, settlement FROM intent",
        [](void* to, int columns, char** values, char**) {
            if (columns == 2)
                (*static_cast<std::map<std::string, std::string>*>(to))[values[0]] =
                    values[1] != nullptr ? values[1] : "";
            return 0;
        },
        &found, nullptr);
    sqlite3_close(connection);
    return found;
}

} // namespace

void StoreDay::live() {
    work(0, m_visits / 2);
    work(m_visits / 2, m_visits);
}

void StoreDay::work(int from, int to) {
    const SystemClock clock;
    auto opened = openStore(m_disk, clock);
    if (!opened)
        return; // the terminal does not come up: nothing is promised to anybody
    auto& store = *opened->store;
    for (int visit = from; visit < to; ++visit) {
        const auto key = keyOf(visit);
        m_tried.insert(key);
        bool begun = runTask(store.begin({key, "book-appointment"})).has_value();
        if (!begun && m_disk.hasPower())
            begun = runTask(store.begin({key, "book-appointment"})).has_value();
        if (begun) {
            m_platform.insert(key);
            if (!answerIsLost(visit))
                (void)runTask(store.settle(key, ports::Settlement::Accepted));
        }
        ++m_documentTried;
        if (runTask(store.save(kDocument,
                               {body(m_documentTried, m_documentBytes), std::to_string(m_documentTried)})))
            m_documentKept = m_documentTried;
    }
}

Verdict StoreDay::morningAfter() {
    Verdict verdict;
    const SystemClock clock;
    auto opened = openStore(m_disk, clock);
    if (!opened) {
        verdict.broken = 1;
        verdict.why.push_back(opened.error().context);
        return verdict;
    }
    auto& store = *opened->store;
    Platform platform(m_platform);
    FakeDevices others;
    const service::Devices devices{platform,
                                   others.cardReader,
                                   others.receiptPrinter,
                                   others.documentPrinter,
                                   others.camera,
                                   others.camera,
                                   store,
                                   store,
                                   store,
                                   store,
                                   others.clock,
                                   nullptr};
    service::IntentSettler settler(devices, [](const std::string&) { return false; });
    if (auto settled = runTask(settler.settleAll()); !settled) {
        ++verdict.broken;
        verdict.why.push_back(settled.error().context);
    }
    const auto document = runTask(store.load(kDocument));
    const int version = document ? std::atoi(document->etag.c_str()) : 0;
    if (version < m_documentKept || version > m_documentTried ||
        (version > 0 && document->body != body(version, m_documentBytes))) {
        ++verdict.broken;
        verdict.why.push_back("the kept document is version " + std::to_string(version) + " of " +
                              std::to_string(m_documentKept));
    }
    opened->store.reset();
    compare(verdict);
    return verdict;
}

void StoreDay::compare(Verdict& verdict) {
    const auto terminal = settlements(m_disk);
    for (const auto& [key, settlement] : terminal) {
        if (!m_tried.contains(key)) {
            ++verdict.broken;
            verdict.why.push_back(key + " was never begun");
        } else if ((settlement == "accepted") != m_platform.contains(key)) {
            ++verdict.lost;
            verdict.why.push_back(key + " is " + settlement);
        }
    }
    for (const auto& key : m_platform)
        if (!terminal.contains(key)) {
            ++verdict.lost;
            verdict.why.push_back(key + " is not in the terminal's books");
        }
}

} // namespace balady::torture
