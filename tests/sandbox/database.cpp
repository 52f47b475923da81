#include "tests/sandbox/database.h"

#include "tests/sandbox/schema.h"

#include <sqlite3.h>

namespace balady::sandbox {
namespace {

[[noreturn]] void fail(sqlite3* handle, std::string_view what) {
    throw StorageError(std::string(what) + ": " + sqlite3_errmsg(handle));
}

} // namespace

Database::Database(const std::filesystem::path& file) {
    sqlite3* handle = nullptr;
    const int opened =
        sqlite3_open_v2(file.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    m_handle.reset(handle);
    if (opened != SQLITE_OK)
        fail(handle, "open");
    sqlite3_busy_timeout(handle, 5000);
    execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;");
    execute(kSchema);
}

void Database::Close::operator()(sqlite3* handle) const {
    sqlite3_close_v2(handle);
}

void Database::execute(const char* sql) {
    if (sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        fail(m_handle.get(), "execute");
}

int Database::changes() const {
    return sqlite3_changes(m_handle.get());
}

void Query::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Query::Query(Database& database, std::string_view sql) : m_database(database) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database.m_handle.get(), sql.data(), static_cast<int>(sql.size()), &statement,
                           nullptr) != SQLITE_OK)
        fail(database.m_handle.get(), "prepare");
    m_statement.reset(statement);
}

bool Query::next() {
    const int step = sqlite3_step(m_statement.get());
    if (step != SQLITE_ROW && step != SQLITE_DONE)
        fail(m_database.m_handle.get(), "step");
    return step == SQLITE_ROW;
}

std::string Query::text(int column) const {
    const auto* text = sqlite3_column_text(m_statement.get(), column);
    return text == nullptr ? std::string{} : reinterpret_cast<const char*>(text);
}
std::int64_t Query::integer(int column) const {
    return sqlite3_column_int64(m_statement.get(), column);
}
bool Query::isNull(int column) const {
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}
std::optional<std::string> Query::optionalText(int column) const {
    return isNull(column) ? std::nullopt : std::optional(text(column));
}
Bytes Query::blob(int column) const {
    const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(m_statement.get(), column));
    const auto size = sqlite3_column_bytes(m_statement.get(), column);
    return data == nullptr ? Bytes{} : Bytes(data, data + size);
}

void Query::bind(int index, std::string_view value) {
    // A null pointer would bind NULL; an empty text is a text.
    sqlite3_bind_text(m_statement.get(), index, value.data() == nullptr ? "" : value.data(),
                      static_cast<int>(value.size()), SQLITE_TRANSIENT);
}
void Query::bind(int index, std::int64_t value) {
    sqlite3_bind_int64(m_statement.get(), index, value);
}
void Query::bind(int index, ByteView value) {
    if (value.empty())
        sqlite3_bind_zeroblob(m_statement.get(), index, 0);
    else
        sqlite3_bind_blob(m_statement.get(), index, value.data(), static_cast<int>(value.size()),
                          SQLITE_TRANSIENT);
}
void Query::bindNull(int index) {
    sqlite3_bind_null(m_statement.get(), index);
}

Transaction::Transaction(Database& database) : m_database(database) {
    m_database.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    if (m_open)
        sqlite3_exec(m_database.m_handle.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
    m_database.execute("COMMIT");
    m_open = false;
}

} // namespace balady::sandbox
