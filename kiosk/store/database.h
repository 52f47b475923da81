// Database: SQLite's C handles with an owner each, and its codes as faults; private to this folder, writer
// thread.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"

#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace balady::store {

/// A moment as its column keeps it: milliseconds since 1970 began, UTC.
[[nodiscard]] inline long long milliseconds(WallTime time) {
    return time.time_since_epoch().count();
}
[[nodiscard]] inline WallTime wallTime(long long milliseconds) {
    return WallTime{std::chrono::milliseconds{milliseconds}};
}

/// One prepared statement. What is given to bind() must outlive the run.
class Statement {
  public:
    enum class Step { Row, End };

    Statement& bind(std::string_view text); ///< the next parameter, as text
    Statement& bind(long long number);      ///< the next parameter, as an integer
    Statement& bind(ByteView blob);         ///< the next parameter, as bytes

    /// Faults as Database::execute().
    [[nodiscard]] Result<Step> step();
    /// step() for a statement that answers one row: NotFound with this text where there is none.
    [[nodiscard]] Result<Done> row(const char* none);
    /// step() for a statement that answers no rows.
    [[nodiscard]] Result<Done> run();
    /// To its end; `take` gets the statement once at each row. Faults as step().
    template <class Take>
    [[nodiscard]] Result<Done> eachRow(const Take& take) {
        for (;;) {
            const auto at = step();
            if (!at)
                return at.error();
            if (*at == Step::End)
                return Done{};
            take(*this);
        }
    }
    /// As new, for another run: preparing costs more than a small statement's work.
    Statement& again();

    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] long long number(int column) const;
    [[nodiscard]] Bytes blob(int column) const;

  private:
    friend class Database;
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const noexcept;
    };
    explicit Statement(sqlite3_stmt* statement) : m_statement(statement) {}

    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    int m_bound = 0;
};

class Database {
  public:
    /// Opens or creates the file, through the VFS of that name, or the system's where it is empty. Creating or
    /// reading is left to the first statement. Faults: AccessDenied, HardwareError; Bug for an unknown VFS.
    [[nodiscard]] static Result<Database> open(const std::filesystem::path& file, const std::string& vfs);

    /// Runs one or more statements, ignoring rows. Faults: StorageFull, StorageCorrupt (damaged, or not a
    /// database), HardwareError (input/output error), AccessDenied (read-only, no permission), DeviceBusy
    /// (another process has it), Refused (a constraint of the schema), Bug (our SQL is wrong).
    [[nodiscard]] Result<Done> execute(const char* sql);
    [[nodiscard]] Result<Statement> prepare(const char* sql);
    /// The words around every change; each is prepared once. Faults as execute().
    enum class Bracket { Begin, Commit, Rollback };
    [[nodiscard]] Result<Done> execute(Bracket bracket);
    /// First column of the first row.
    [[nodiscard]] Result<std::string> value(const char* sql);
    /// Rows changed by the last INSERT, UPDATE or DELETE.
    [[nodiscard]] int changes() const;

    /// Pages in the write-ahead log since it was last copied back. SQLite itself never copies it: a commit would now and
    /// then have to wait for three syncs instead of one, and a citizen with it.
    [[nodiscard]] int pagesInLog() const { return *m_pagesInLog; }
    /// Copies the log back into the file, so that it is written from its beginning again. Not within a transaction.
    [[nodiscard]] Result<Done> copyLogBack();
    /// Copies it back, cuts it off, and writes zeros where the next kReservedPages will stand: a sync of a file that did
    /// not grow is one write of the disk, and of one that did, the file system's own log, too. Not within a transaction.
    [[nodiscard]] Result<Done> emptyLog();
    static constexpr int kReservedPages = 512;

  private:
    struct Close {
        void operator()(sqlite3* connection) const noexcept;
    };
    explicit Database(sqlite3* connection) : m_connection(connection) {}
    [[nodiscard]] Result<Done> reserveLog();

    std::unique_ptr<int> m_pagesInLog = std::make_unique<int>(0); ///< SQLite has its address
    std::unique_ptr<sqlite3, Close> m_connection;
    std::array<std::optional<Statement>, 3> m_brackets; ///< by Bracket; once needed
};

/// BEGIN IMMEDIATE now; ROLLBACK when destroyed unless committed.
class Transaction {
  public:
    [[nodiscard]] static Result<Transaction> begin(Database& database);
    Transaction(Transaction&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    /// Durable when it returns without a fault (synchronous=EXTRA).
    [[nodiscard]] Result<Done> commit();

  private:
    explicit Transaction(Database& database) : m_database(&database) {}
    Database* m_database;
};

} // namespace balady::store
