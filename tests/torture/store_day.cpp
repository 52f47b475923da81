#include "tests/torture/store_day.h"

#include "kiosk/crypto/sealing.h"
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

std::string reportKeyOf(int visit) {
    return "report-" + std::to_string(visit);
}
model::SheetBinding sheetOf(int visit) {
    const auto number = std::to_string(10000 + visit);
    return {"sheet-" + number, "DM-" + number, "LC-" + number};
}
/// Three licences, each printed several times a day.
std::string markOf(int visit) {
    return "mark-" + std::to_string(visit % 3);
}
/// Whether the platform gets today what is kept; else it waits for another day.
bool isSentToday(int visit) {
    return visit % 2 == 0;
}

ports::KeptRequest reportOf(int visit) {
    ports::KeptRequest request;
    request.idempotencyKey = reportKeyOf(visit);
    request.visit = "visit-" + std::to_string(visit);
    request.draft.kind = model::ServiceKind::Report;
    request.draft.serviceId = "photo-report";
    request.draft.answers = {{"landmark", reportKeyOf(visit)}};
    request.attachments.push_back(
        {"picture", "image/jpeg", Bytes(3000, static_cast<std::uint8_t>(visit)), "hash"});
    return request;
}

std::string body(int version, std::size_t size) {
    return std::string(size, static_cast<char>('a' + version % 26));
}

Result<store::OpenedStore> openStore(const FrailDisk& disk, const Clock& clock) {
    store::StoreSettings settings{kFile, {}};
    settings.vfs = disk.vfs();
    settings.keys = crypto::Keyring::parse(std::string(64, 'a')).value();
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
        serve(store, visit);
        ++m_documentTried;
        if (runTask(store.save(kDocument,
                               {body(m_documentTried, m_documentBytes), std::to_string(m_documentTried)})))
            m_documentKept = m_documentTried;
    }
}

void StoreDay::serve(SqliteStore& store, int visit) {
    if (m_errands == Errands::Request)
        return;
    keepReport(store, visit);
    printLicence(store, visit);
    keepSheet(store, visit);
}

void StoreDay::keepReport(SqliteStore& store, int visit) {
    const auto key = reportKeyOf(visit);
    m_reports.tried.insert(key);
    const auto number = runTask(store.keep(reportOf(visit)));
    if (!number)
        return;
    m_reports.kept.insert(key);
    if (!isSentToday(visit) || !m_disk.hasPower())
        return;
    m_reports.platform.insert(key);
    (void)runTask(store.erase(*number));
}

void StoreDay::keepSheet(SqliteStore& store, int visit) {
    const auto binding = sheetOf(visit);
    m_sheets.tried.insert(binding.idempotencyKey);
    if (!runTask(store.keepSheet(binding)))
        return;
    m_sheets.kept.insert(binding.idempotencyKey);
    if (!isSentToday(visit) || !m_disk.hasPower())
        return;
    m_sheets.platform.insert(binding.idempotencyKey);
    (void)runTask(store.eraseSheet(binding.idempotencyKey));
}

void StoreDay::printLicence(SqliteStore& store, int visit) {
    const auto begun = runTask(store.beginPaper({ports::PaperKind::Licence, 0, markOf(visit)}));
    if (!begun)
        return;
    ++m_papers[markOf(visit)];
    (void)runTask(store.endPaper(begun->number, model::PaperOutcome::Completed));
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
    compareReports(store, verdict);
    compareSheets(store, verdict);
    comparePapers(store, verdict);
    opened->store.reset();
    compareIntents(verdict);
    return verdict;
}

namespace {

/// What somebody read as kept must be here still, or have arrived.
void findLost(const std::set<std::string>& kept, const std::set<std::string>& here,
              const std::set<std::string>& platform, Verdict& verdict) {
    for (const auto& key : kept)
        if (!here.contains(key) && !platform.contains(key)) {
            ++verdict.lost;
            verdict.why.push_back(key + " was promised and is nowhere");
        }
}

void findBroken(bool good, const std::string& why, Verdict& verdict) {
    if (good)
        return;
    ++verdict.broken;
    verdict.why.push_back(why);
}

} // namespace

void StoreDay::compareReports(SqliteStore& store, Verdict& verdict) const {
    const auto entries = runTask(store.entries());
    findBroken(entries.has_value(), "the outbox cannot be read", verdict);
    std::set<std::string> here;
    for (const auto& entry : entries ? *entries : std::vector<ports::KeptEntry>{}) {
        const auto& key = entry.idempotencyKey;
        here.insert(key);
        findBroken(m_reports.tried.contains(key), key + " was never kept", verdict);
        const auto report = runTask(store.open(entry.number));
        findBroken(report && report->draft.answers.at("landmark") == key && report->attachments.size() == 1 &&
                       report->attachments[0].content.size() == 3000,
                   key + " is not what was kept", verdict);
    }
    findLost(m_reports.kept, here, m_reports.platform, verdict);
}

void StoreDay::compareSheets(SqliteStore& store, Verdict& verdict) const {
    const auto kept = runTask(store.keptSheets());
    findBroken(kept.has_value(), "the sheets cannot be read", verdict);
    std::set<std::string> here;
    for (const auto& binding : kept ? *kept : std::vector<model::SheetBinding>{}) {
        const auto& key = binding.idempotencyKey;
        here.insert(key);
        findBroken(m_sheets.tried.contains(key), key + " was never kept", verdict);
        findBroken("LC-" + binding.sheet.substr(3) == binding.licence &&
                       "sheet-" + binding.sheet.substr(3) == key,
                   key + " bears another licence", verdict);
    }
    findLost(m_sheets.kept, here, m_sheets.platform, verdict);
}

/// A licence that came out yesterday says "copy" today.
void StoreDay::comparePapers(SqliteStore& store, Verdict& verdict) const {
    for (const auto& [mark, begun] : m_papers) {
        const auto next = runTask(store.beginPaper({ports::PaperKind::Licence, 0, mark}));
        if (next && next->earlier >= begun)
            continue;
        ++verdict.lost;
        verdict.why.push_back(std::to_string(begun) + " papers of " + mark + " came out, of which " +
                              (next ? std::to_string(next->earlier) : "nothing") + " is known");
    }
}

void StoreDay::compareIntents(Verdict& verdict) {
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
