#include "kiosk/store/sqlite_store.h"

#include "kiosk/base/log.h"
#include "kiosk/store/group_commit.h"
#include "kiosk/store/intent_rows.h"
#include "kiosk/store/open_database.h"
#include "kiosk/store/outbox_table.h"
#include "kiosk/store/paper_rows.h"
#include "kiosk/store/sheet_rows.h"

#include <cstdio>
#include <system_error>

namespace balady::store {
namespace {

namespace fs = std::filesystem;

std::string stamp(WallTime now) {
    using namespace std::chrono;
    const auto day = floor<days>(now);
    const year_month_day date{day};
    const hh_mm_ss time{floor<seconds>(now - day)};
    char text[32];
    std::snprintf(text, sizeof text, "%04d%02u%02uT%02d%02d%02dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()));
    return text;
}

constexpr const char* kDamaged = ".damaged-";

/// The newest file that was set aside beside `file`; the time in its name says which.
std::optional<fs::path> newestSetAside(const fs::path& file) {
    const auto prefix = file.filename().string() + kDamaged;
    std::optional<fs::path> newest;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(file.parent_path(), ignored)) {
        const auto name = entry.path().filename().string();
        if (name.starts_with(prefix) && !name.ends_with("-wal") && (!newest || entry.path() > *newest))
            newest = entry.path();
    }
    return newest;
}

/// The damaged file's new name; a second damage within the same second gets a number.
fs::path freeName(const fs::path& file, WallTime now) {
    const auto base = file.string() + kDamaged + stamp(now);
    fs::path name = base;
    std::error_code ignored;
    for (int n = 2; fs::exists(name, ignored); ++n)
        name = base + "-" + std::to_string(n);
    return name;
}

Result<fs::path> setAside(const fs::path& file, WallTime now) {
    const auto name = freeName(file, now);
    std::error_code error;
    fs::rename(file, name, error);
    if (error)
        return Fault{FaultCode::AccessDenied,
                     "damaged file could not be set aside: errno " + std::to_string(error.value())};
    // The log belongs to the damaged file and must not be applied to the new one.
    const fs::path log = file.string() + "-wal";
    if (fs::exists(log, error))
        fs::rename(log, name.string() + "-wal", error);
    if (error)
        return Fault{FaultCode::AccessDenied,
                     "damaged log could not be set aside: errno " + std::to_string(error.value())};
    return name;
}

} // namespace

/// What runs on the writer thread. Every method but the constructor and thread() is called there; those that change
/// something, within a transaction.
class SqliteStore::Writer {
  public:
    Writer(Database database, std::optional<crypto::Keyring> keys, const Clock& clock)
        : m_database(std::move(database)), m_clock(clock), m_sheets(m_database, keys),
          m_outbox(m_database, std::move(keys)) {}

    Result<Document> load(const std::string& name) {
        auto query = m_database.prepare("SELECT body, etag FROM document WHERE name = ?");
        if (!query)
            return query.error();
        if (auto found = query->bind(name).row("no such document"); !found)
            return found.error();
        return Document{query->text(0), query->text(1)};
    }

    Result<Done> save(const std::string& name, const Document& document) {
        auto upsert =
            m_database.prepare("INSERT INTO document (name, body, etag, saved_at) VALUES (?, ?, ?, ?) "
                               "ON CONFLICT (name) DO UPDATE SET body = excluded.body, etag = excluded.etag, "
                               "saved_at = excluded.saved_at");
        if (!upsert)
            return upsert.error();
        return upsert->bind(name)
            .bind(document.body)
            .bind(document.etag)
            .bind(milliseconds(m_clock.now()))
            .run();
    }

    IntentRows& intents() { return m_intents; }
    OutboxTable& outbox() { return m_outbox; }
    PaperRows& papers() { return m_papers; }
    SheetRows& sheets() { return m_sheets; }
    const Clock& clock() { return m_clock; }

    /// What was deleted is in the file no more; empty the log of it too.
    Result<Done> emptyLog() { return m_database.emptyLog(); }

    GroupCommit& thread() { return m_thread; }

  private:
    Database m_database;
    const Clock& m_clock;
    IntentRows m_intents{m_database};
    SheetRows m_sheets;
    OutboxTable m_outbox;
    PaperRows m_papers{m_database};
    GroupCommit m_thread{m_database}; ///< last: joined before the rest is destroyed
};

Result<OpenedStore> SqliteStore::open(const StoreSettings& settings, const Clock& clock) {
    OpenedStore opened;
    auto database = openDatabase(settings);
    if (!database && database.error().code == FaultCode::StorageCorrupt) {
        auto aside = setAside(settings.file, clock.now());
        if (!aside)
            return aside.error().within("store: open");
        log::write(log::Level::Error, "store", "damaged_file_set_aside");
        database = openDatabase(settings);
    }
    if (!database)
        return database.error().within("store: open");
    opened.setAside = newestSetAside(settings.file);
    opened.store.reset(new SqliteStore(std::make_unique<Writer>(std::move(*database), settings.keys, clock)));
    return opened;
}

SqliteStore::SqliteStore(std::unique_ptr<Writer> writer) : m_writer(std::move(writer)) {}
SqliteStore::~SqliteStore() = default;

namespace {

/// Runs on the writer thread; a fault says which operation it was.
template <class Work>
auto onWriter(GroupCommit& thread, std::string_view operation, Work work)
    -> boost::asio::awaitable<std::invoke_result_t<Work&>> {
    auto outcome = co_await thread.run(std::move(work));
    if (!outcome)
        co_return outcome.error().within(operation);
    co_return outcome;
}

/// The same, within a transaction that it may share with others; done when it is on the disk.
template <class Work>
auto committed(GroupCommit& thread, std::string_view operation, Work work)
    -> boost::asio::awaitable<std::invoke_result_t<Work&>> {
    auto outcome = co_await thread.write(std::move(work));
    if (!outcome)
        co_return outcome.error().within(operation);
    co_return outcome;
}

} // namespace

ports::Task<Done> SqliteStore::begin(ports::Intent intent) {
    return committed(m_writer->thread(), "store: begin",
                     [writer = m_writer.get(), intent = std::move(intent)] {
                         return writer->intents().begin(intent, writer->clock().now());
                     });
}

ports::Task<Done> SqliteStore::settle(std::string idempotencyKey, ports::Settlement how) {
    return committed(m_writer->thread(), "store: settle",
                     [writer = m_writer.get(), key = std::move(idempotencyKey), how] {
                         return writer->intents().settle(key, how, writer->clock().now());
                     });
}

ports::Task<std::vector<ports::Intent>> SqliteStore::unsettled() {
    return onWriter(m_writer->thread(), "store: unsettled",
                    [writer = m_writer.get()] { return writer->intents().unsettled(); });
}

ports::Task<ports::DocumentCache::Document> SqliteStore::load(std::string name) {
    return onWriter(m_writer->thread(), "store: load",
                    [writer = m_writer.get(), name = std::move(name)] { return writer->load(name); });
}

ports::Task<Done> SqliteStore::save(std::string name, Document document) {
    return committed(m_writer->thread(), "store: save",
                     [writer = m_writer.get(), name = std::move(name), document = std::move(document)] {
                         return writer->save(name, document);
                     });
}

ports::Task<std::int64_t> SqliteStore::keep(ports::KeptRequest request) {
    return committed(m_writer->thread(), "store: keep",
                     [writer = m_writer.get(), request = std::move(request)] {
                         return writer->outbox().keep(request, writer->clock().now());
                     });
}

ports::Task<std::vector<ports::KeptEntry>> SqliteStore::entries() {
    return onWriter(m_writer->thread(), "store: kept requests",
                    [writer = m_writer.get()] { return writer->outbox().entries(); });
}

ports::Task<std::vector<std::int64_t>> SqliteStore::unreadable() {
    return onWriter(m_writer->thread(), "store: unreadable requests",
                    [writer = m_writer.get()] { return writer->outbox().unreadable(); });
}

ports::Task<ports::KeptRequest> SqliteStore::open(std::int64_t number) {
    return onWriter(m_writer->thread(), "store: open",
                    [writer = m_writer.get(), number] { return writer->outbox().open(number); });
}

ports::Task<Done> SqliteStore::noteUpload(std::int64_t number, std::size_t attachment, std::string id) {
    return committed(m_writer->thread(), "store: note upload",
                     [writer = m_writer.get(), number, attachment, id = std::move(id)] {
                         return writer->outbox().noteUpload(number, attachment, id);
                     });
}

ports::Task<Done> SqliteStore::note(ports::KeptEntry entry) {
    return committed(m_writer->thread(), "store: note", [writer = m_writer.get(), entry = std::move(entry)] {
        return writer->outbox().note(entry);
    });
}

ports::Task<Done> SqliteStore::erase(std::int64_t number) {
    auto* writer = m_writer.get();
    auto remove = [writer, number] { return writer->outbox().erase(number); };
    auto erased = co_await committed(writer->thread(), "store: erase", remove);
    if (!erased)
        co_return erased;
    auto empty = [writer] { return writer->emptyLog(); };
    co_return co_await onWriter(writer->thread(), "store: empty log", empty);
}

ports::Task<ports::BegunPaper> SqliteStore::beginPaper(ports::PaperJob job) {
    return committed(m_writer->thread(), "store: begin paper",
                     [writer = m_writer.get(), job = std::move(job)] {
                         return writer->papers().begin(job, writer->clock().now());
                     });
}

ports::Task<Done> SqliteStore::endPaper(std::int64_t number, model::PaperOutcome outcome) {
    return committed(m_writer->thread(), "store: end paper", [writer = m_writer.get(), number, outcome] {
        return writer->papers().end(number, outcome, writer->clock().now());
    });
}

ports::Task<std::vector<ports::PaperJob>> SqliteStore::endInterrupted() {
    return committed(m_writer->thread(), "store: end interrupted papers", [writer = m_writer.get()] {
        return writer->papers().endInterrupted(writer->clock().now());
    });
}

ports::Task<ports::RollUse> SqliteStore::rollUse() {
    return onWriter(m_writer->thread(), "store: roll use",
                    [writer = m_writer.get()] { return writer->papers().rollUse(writer->clock().now()); });
}

ports::Task<Done> SqliteStore::setRollUsed(std::int64_t millimetres) {
    return committed(m_writer->thread(), "store: set roll", [writer = m_writer.get(), millimetres] {
        return writer->papers().setRollUsed(millimetres);
    });
}

ports::Task<Done> SqliteStore::keepSheet(model::SheetBinding binding) {
    return committed(
        m_writer->thread(), "store: keep sheet",
        [writer = m_writer.get(), binding = std::move(binding)] { return writer->sheets().keep(binding); });
}

ports::Task<std::vector<model::SheetBinding>> SqliteStore::keptSheets() {
    return onWriter(m_writer->thread(), "store: kept sheets",
                    [writer = m_writer.get()] { return writer->sheets().kept(); });
}

ports::Task<Done> SqliteStore::eraseSheet(std::string idempotencyKey) {
    auto* writer = m_writer.get();
    auto remove = [writer, key = std::move(idempotencyKey)] { return writer->sheets().erase(key); };
    auto erased = co_await committed(writer->thread(), "store: erase sheet", std::move(remove));
    if (!erased)
        co_return erased;
    auto empty = [writer] { return writer->emptyLog(); };
    co_return co_await onWriter(writer->thread(), "store: empty log", empty);
}

} // namespace balady::store
