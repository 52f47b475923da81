// Database: SQLite as the sandbox uses it: one file, one connection, one thread.
#pragma once

#include "kiosk/base/bytes.h"

#include <concepts>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace balady::sandbox {

/// The disk failed or a statement of ours is wrong: nothing that a handler could mend. The router turns it
/// into "internal"; at the start it ends the program.
class StorageError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// Write-ahead log, foreign keys on. Throws StorageError.
class Database {
  public:
    /// Opens the file, or makes it with the sandbox's tables.
    explicit Database(const std::filesystem::path& file);

    /// One statement without results. `?` are bound from the arguments in order.
    template <class... Args>
    void run(std::string_view sql, const Args&... args);
    /// Rows that the last run() changed.
    [[nodiscard]] int changes() const;

  private:
    friend class Query;
    friend class Transaction;
    void execute(const char* sql);
    struct Close {
        void operator()(sqlite3* handle) const;
    };
    std::unique_ptr<sqlite3, Close> m_handle;
};

/// A statement being read: `while (query.next()) query.text(0)`.
class Query {
  public:
    Query(Database& database, std::string_view sql);
    template <class... Args>
    Query(Database& database, std::string_view sql, const Args&... args) : Query(database, sql) {
        int index = 0;
        (bind(++index, args), ...);
    }

    /// Moves to the next row; false after the last one.
    bool next();

    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::optional<std::string> optionalText(int column) const;
    [[nodiscard]] Bytes blob(int column) const;

  private:
    void bind(int index, std::string_view value);
    void bind(int index, std::int64_t value);
    void bind(int index, ByteView value);
    void bindNull(int index);
    template <std::integral Integer>
    void bind(int index, Integer value) {
        bind(index, static_cast<std::int64_t>(value));
    }
    void bind(int index, const char* value) { bind(index, std::string_view(value)); }
    template <class T>
    void bind(int index, const std::optional<T>& value) {
        value ? bind(index, *value) : bindNull(index);
    }

    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    Database& m_database;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

/// Everything between its making and commit() happens as a whole or not at all.
class Transaction {
  public:
    explicit Transaction(Database& database);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    /// Undoes what was not committed.
    ~Transaction();
    /// Durable when it returns.
    void commit();

  private:
    Database& m_database;
    bool m_open = true;
};

template <class... Args>
void Database::run(std::string_view sql, const Args&... args) {
    Query(*this, sql, args...).next();
}

} // namespace balady::sandbox
