#include "kiosk/store/open_database.h"

#include "kiosk/store/schema.h"

namespace balady::store {
namespace {

/// EXCLUSIVE before WAL: then SQLite keeps the index of the log in its own memory instead of a mapped "-shm"
/// file, which dies with SIGBUS on a full disk, and a second process cannot write behind our back.
/// EXTRA before WAL, too: the log's first page is written with a rollback journal, whose deletion is then made durable.
/// Else the journal may be back after a power cut, and undoes all that was written since, the log included.
constexpr const char* kPragmas = "PRAGMA locking_mode = EXCLUSIVE;"
                                 "PRAGMA synchronous = EXTRA;"
                                 "PRAGMA journal_mode = WAL;"
                                 "PRAGMA foreign_keys = ON;"
                                 "PRAGMA trusted_schema = OFF;"
                                 "PRAGMA secure_delete = ON;";

} // namespace

Result<Database> openDatabase(const StoreSettings& settings) {
    auto database = Database::open(settings.file, settings.vfs);
    if (!database)
        return database;
    if (auto done = database->execute(kPragmas); !done)
        return done.error();
    if (settings.maxPages) {
        const auto limit = "PRAGMA max_page_count = " + std::to_string(*settings.maxPages);
        if (auto done = database->execute(limit.c_str()); !done)
            return done.error();
    }
    auto verdict = database->value("PRAGMA integrity_check(1)");
    if (!verdict)
        return verdict.error();
    if (*verdict != "ok")
        return Fault{FaultCode::StorageCorrupt, "integrity check failed"};
    if (auto done = migrate(*database); !done)
        return done.error();
    return database;
}

} // namespace balady::store
