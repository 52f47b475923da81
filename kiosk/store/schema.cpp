#include "kiosk/store/schema.h"

#include <array>
#include <charconv>

namespace balady::store {
namespace {

/// Step n leads from version n to n + 1. A step that has been released is never edited: append another.
constexpr std::array kSteps{
    R"sql(
    CREATE TABLE intent (
        sequence   INTEGER PRIMARY KEY,            -- order of beginning
        key        TEXT NOT NULL UNIQUE,           -- idempotency key
        service_id TEXT NOT NULL,
        begun_at   INTEGER NOT NULL,               -- milliseconds since 1970, UTC
        settled_at INTEGER,
        settlement TEXT CHECK (settlement IN ('accepted', 'refused', 'never-arrived')),
        CHECK ((settled_at IS NULL) = (settlement IS NULL))
    ) STRICT;
    CREATE INDEX intent_unsettled ON intent (sequence) WHERE settlement IS NULL;
    CREATE TABLE document (
        name     TEXT PRIMARY KEY,
        body     TEXT NOT NULL,
        etag     TEXT NOT NULL,
        saved_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    )sql",
    R"sql(
    CREATE TABLE outbox (
        number      INTEGER PRIMARY KEY,           -- from the counter "outbox", never given twice
        key         TEXT NOT NULL UNIQUE,          -- idempotency key
        service_id  TEXT NOT NULL,
        visit       TEXT NOT NULL,
        priority    INTEGER NOT NULL,
        accepted_at INTEGER NOT NULL,              -- milliseconds since 1970, UTC, as below
        state       TEXT NOT NULL CHECK (state IN ('waiting', 'unknown', 'parked')),
        attempts    INTEGER NOT NULL,
        not_before  INTEGER NOT NULL,
        reason      TEXT NOT NULL
    ) STRICT;
    CREATE TABLE outbox_part (
        number      INTEGER NOT NULL REFERENCES outbox ON DELETE CASCADE,
        part        INTEGER NOT NULL,              -- 0: the draft; from 1: its attachments
        sealed      BLOB NOT NULL,                 -- kiosk/crypto/sealing.h, bound to its row and part
        uploaded_as TEXT NOT NULL,                 -- the platform's id of the attachment, or empty
        PRIMARY KEY (number, part)
    ) STRICT;
    CREATE TABLE counter (
        name  TEXT PRIMARY KEY,
        value INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    )sql",
    R"sql(
    CREATE TABLE paper_job (
        number      INTEGER PRIMARY KEY,           -- order of beginning
        kind        TEXT NOT NULL CHECK (kind IN ('receipt', 'licence')),
        millimetres INTEGER NOT NULL,              -- of the receipt roll
        licence     TEXT NOT NULL,                 -- a keyed mark, never a number; '' for a receipt
        begun_at    INTEGER NOT NULL,
        ended_at    INTEGER,
        outcome     TEXT CHECK (outcome IN ('sent', 'completed', 'not-printed', 'unknown')),
        CHECK ((ended_at IS NULL) = (outcome IS NULL))
    ) STRICT;
    CREATE INDEX paper_job_open ON paper_job (number) WHERE outcome IS NULL;
    CREATE TABLE licence_paper (
        licence TEXT PRIMARY KEY,                  -- as above
        papers  INTEGER NOT NULL                   -- that are out, or may be
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE roll (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        used INTEGER NOT NULL                      -- millimetres of the present one
    ) STRICT;
    INSERT INTO roll (only, used) VALUES (1, 0);
    )sql",
    // One tree instead of three, each of which is a page of the log a commit. Its keys begin with the time (RFC 9562,
    // section 5.7), so that it grows at its end. And IN, for which SQLite builds a table, is asked only of what is settled.
    R"sql(
    CREATE TABLE journal (
        key        TEXT PRIMARY KEY,               -- idempotency key
        service_id TEXT NOT NULL,
        begun_at   INTEGER NOT NULL,               -- milliseconds since 1970, UTC
        settled_at INTEGER,
        settlement TEXT,
        CHECK (settled_at IS NULL AND settlement IS NULL
               OR settled_at IS NOT NULL AND settlement IN ('accepted', 'refused', 'never-arrived'))
    ) STRICT, WITHOUT ROWID;
    INSERT INTO journal SELECT key, service_id, begun_at, settled_at, settlement FROM intent;
    DROP TABLE intent;
    ALTER TABLE journal RENAME TO intent;
    )sql",
    R"sql(
    CREATE TABLE sheet (
        number INTEGER PRIMARY KEY,                -- order of keeping
        key    TEXT NOT NULL UNIQUE,               -- idempotency key
        sealed BLOB NOT NULL                       -- kiosk/crypto/sealing.h, bound to its key
    ) STRICT;
    )sql",
};

Result<int> versionOf(Database& database) {
    auto text = database.value("PRAGMA user_version");
    if (!text)
        return text.error();
    int version = 0;
    std::from_chars(text->data(), text->data() + text->size(), version);
    return version;
}

Result<Done> take(Database& database, int step) {
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (auto done = database.execute(kSteps[static_cast<std::size_t>(step)]); !done)
        return done.error();
    const auto mark = "PRAGMA user_version = " + std::to_string(step + 1);
    if (auto done = database.execute(mark.c_str()); !done)
        return done.error();
    return transaction->commit();
}

} // namespace

Result<Done> migrate(Database& database) {
    const auto version = versionOf(database);
    if (!version)
        return version.error();
    if (*version > static_cast<int>(kSteps.size()))
        return Fault{FaultCode::InvalidData,
                     "schema version " + std::to_string(*version) + " is newer than this program"};
    for (int step = *version; step < static_cast<int>(kSteps.size()); ++step)
        if (auto done = take(database, step); !done)
            return done.error().within("schema step " + std::to_string(step + 1));
    return Done{};
}

} // namespace balady::store
