#include "kiosk/store/database.h"

#include <sqlite3.h>

#include <array>

namespace balady::store {
namespace {

FaultCode codeOf(int result) {
    switch (result & 0xff) { // the low byte of an extended code is the primary one
    case SQLITE_FULL: return FaultCode::StorageFull;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return FaultCode::StorageCorrupt;
    case SQLITE_IOERR: return FaultCode::HardwareError;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return FaultCode::DeviceBusy;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN: return FaultCode::AccessDenied;
    case SQLITE_CONSTRAINT: return FaultCode::Refused;
    default: return FaultCode::Bug;
    }
}

/// SQLite's own message may quote values, so only its code's fixed sentence is kept.
Fault faultOf(int result) {
    return {codeOf(result), "sqlite " + std::to_string(result) + ": " + sqlite3_errstr(result)};
}

} // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const noexcept {
    sqlite3_finalize(statement);
}

Statement& Statement::bind(std::string_view text) {
    sqlite3_bind_text64(m_statement.get(), ++m_bound, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
    return *this;
}

Statement& Statement::bind(long long number) {
    sqlite3_bind_int64(m_statement.get(), ++m_bound, number);
    return *this;
}

Statement& Statement::bind(ByteView blob) {
    sqlite3_bind_blob64(m_statement.get(), ++m_bound, blob.data(), blob.size(), SQLITE_STATIC);
    return *this;
}

Statement& Statement::again() {
    sqlite3_reset(m_statement.get()); // says again what the last step said
    m_bound = 0;
    return *this;
}

Result<Statement::Step> Statement::step() {
    switch (const int result = sqlite3_step(m_statement.get())) {
    case SQLITE_ROW: return Step::Row;
    case SQLITE_DONE: return Step::End;
    default: return faultOf(result);
    }
}

Result<Done> Statement::row(const char* none) {
    const auto reached = step();
    if (!reached)
        return reached.error();
    if (*reached == Step::End)
        return Fault{FaultCode::NotFound, none};
    return Done{};
}

Result<Done> Statement::run() {
    auto stepped = step();
    if (!stepped)
        return stepped.error();
    return Done{};
}

std::string Statement::text(int column) const {
    const auto* bytes = sqlite3_column_text(m_statement.get(), column);
    const auto size = sqlite3_column_bytes(m_statement.get(), column);
    return bytes == nullptr
               ? std::string{}
               : std::string(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

long long Statement::number(int column) const {
    return sqlite3_column_int64(m_statement.get(), column);
}

Bytes Statement::blob(int column) const {
    const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(m_statement.get(), column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column));
    return bytes == nullptr ? Bytes{} : Bytes(bytes, bytes + size);
}

void Database::Close::operator()(sqlite3* connection) const noexcept {
    sqlite3_close_v2(connection); // or, while a statement is left, with the last of them
}

Result<Database> Database::open(const std::filesystem::path& file, const std::string& vfs) {
    sqlite3* connection = nullptr;
    // NOMUTEX: one thread uses it. NOFOLLOW: a link planted in the folder is not followed.
    const int result = sqlite3_open_v2(file.c_str(), &connection,
                                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX |
                                           SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE,
                                       vfs.empty() ? nullptr : vfs.c_str());
    Database database{connection}; // SQLite makes a handle even when it fails
    if (result != SQLITE_OK)
        return faultOf(result);
    const auto count = [](void* counter, sqlite3*, const char*, int pages) {
        *static_cast<int*>(counter) = pages;
        return SQLITE_OK;
    };
    sqlite3_wal_hook(connection, count, database.m_pagesInLog.get());
    return database;
}

Result<Done> Database::copyLogBack() {
    *m_pagesInLog = 0;
    return execute("PRAGMA wal_checkpoint(PASSIVE)");
}

Result<Done> Database::emptyLog() {
    *m_pagesInLog = 0;
    if (auto emptied = execute("PRAGMA wal_checkpoint(TRUNCATE)"); !emptied)
        return emptied;
    return reserveLog();
}

/// A log of zeros has no header, so that SQLite takes it for an empty one ("WAL File Format", fileformat2, section 4).
Result<Done> Database::reserveLog() {
    constexpr std::size_t kFrame = 24 + 4096; // header and page
    constexpr std::size_t kPiece = 4096;      // a larger one would stay with this thread's heap
    sqlite3_file* log = nullptr;
    int result = sqlite3_file_control(m_connection.get(), "main", SQLITE_FCNTL_JOURNAL_POINTER,
                                      static_cast<void*>(&log));
    if (result != SQLITE_OK)
        return faultOf(result);
    if (log == nullptr || log->pMethods == nullptr)
        return Fault{FaultCode::Bug, "the log is not open"};
    // What was cut off must be gone for good first. Else, after a power cut, zeros may stand behind the first of its frames,
    // and SQLite would undo what came later and is in the file already.
    result = log->pMethods->xSync(log, SQLITE_SYNC_NORMAL);
    const std::array<std::uint8_t, kPiece> zeros{};
    for (std::size_t at = 0; at < kReservedPages * kFrame && result == SQLITE_OK; at += kPiece)
        result = log->pMethods->xWrite(log, zeros.data(), static_cast<int>(kPiece),
                                       static_cast<sqlite3_int64>(at));
    if (result == SQLITE_OK)
        result = log->pMethods->xSync(log, SQLITE_SYNC_NORMAL);
    if (result != SQLITE_OK)
        return faultOf(result);
    return Done{};
}

Result<Done> Database::execute(const char* sql) {
    const int result = sqlite3_exec(m_connection.get(), sql, nullptr, nullptr, nullptr);
    if (result != SQLITE_OK)
        return faultOf(result);
    return Done{};
}

Result<Done> Database::execute(Bracket bracket) {
    constexpr std::array kSql{"BEGIN IMMEDIATE", "COMMIT", "ROLLBACK"};
    const auto index = static_cast<std::size_t>(bracket);
    auto& prepared = m_brackets.at(index);
    if (!prepared) {
        auto statement = prepare(kSql.at(index));
        if (!statement)
            return statement.error();
        prepared.emplace(std::move(*statement));
    }
    auto done = prepared->run();
    prepared->again();
    return done;
}

Result<Statement> Database::prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    const int result = sqlite3_prepare_v2(m_connection.get(), sql, -1, &statement, nullptr);
    Statement owner{statement};
    if (result != SQLITE_OK)
        return faultOf(result);
    return owner;
}

Result<std::string> Database::value(const char* sql) {
    auto statement = prepare(sql);
    if (!statement)
        return statement.error();
    auto step = statement->step();
    if (!step)
        return step.error();
    if (*step != Statement::Step::Row)
        return Fault{FaultCode::NotFound, "no row"};
    return statement->text(0);
}

int Database::changes() const {
    return sqlite3_changes(m_connection.get());
}

Result<Transaction> Transaction::begin(Database& database) {
    auto begun = database.execute(Database::Bracket::Begin);
    if (!begun)
        return begun.error();
    return Transaction{database};
}

Transaction::~Transaction() {
    // A failed ROLLBACK means that SQLite has rolled back by itself (disk full, input/output error).
    if (m_database != nullptr)
        (void)m_database->execute(Database::Bracket::Rollback);
}

Result<Done> Transaction::commit() {
    auto committed = m_database->execute(Database::Bracket::Commit);
    if (committed)
        m_database = nullptr;
    return committed;
}

} // namespace balady::store
