// Schema: the sandbox's tables. Times are milliseconds since 1970 UTC, days are ISO 8601, texts come in pairs.
#pragma once

namespace balady::sandbox {

inline constexpr const char* kSchema = R"sql(
CREATE TABLE IF NOT EXISTS settings(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS secrets(name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS people(
  identity TEXT PRIMARY KEY, name_ar TEXT NOT NULL, name_en TEXT NOT NULL, mobile TEXT NOT NULL, story TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS establishments(
  number TEXT PRIMARY KEY, name_ar TEXT NOT NULL, name_en TEXT NOT NULL, address TEXT NOT NULL,
  municipality_ar TEXT NOT NULL, municipality_en TEXT NOT NULL, amana_ar TEXT NOT NULL, amana_en TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS memberships(
  identity TEXT NOT NULL REFERENCES people, establishment TEXT NOT NULL REFERENCES establishments,
  PRIMARY KEY(identity, establishment)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS challenges(
  id TEXT PRIMARY KEY, identity TEXT NOT NULL REFERENCES people, kind TEXT NOT NULL, state TEXT NOT NULL,
  number TEXT NOT NULL, code TEXT NOT NULL, attempts_left INTEGER NOT NULL, started_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL, used INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS challenges_of ON challenges(identity, started_at);
CREATE TABLE IF NOT EXISTS sessions(
  token_hash TEXT PRIMARY KEY, identity TEXT NOT NULL REFERENCES people, expires_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS attachments(
  id TEXT PRIMARY KEY, terminal TEXT NOT NULL, identity TEXT, document TEXT NOT NULL, media_type TEXT NOT NULL,
  size INTEGER NOT NULL, sha256 TEXT NOT NULL, content BLOB NOT NULL, complete INTEGER NOT NULL DEFAULT 0,
  submission TEXT, started_at INTEGER NOT NULL
);

CREATE TABLE IF NOT EXISTS tickets(
  id TEXT PRIMARY KEY, secret_hash TEXT NOT NULL UNIQUE, terminal TEXT NOT NULL, identity TEXT, service TEXT NOT NULL,
  document TEXT NOT NULL, expires_at INTEGER NOT NULL, attachment TEXT, mark TEXT, pages INTEGER
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS audit_heads(
  terminal TEXT NOT NULL, sequence INTEGER NOT NULL, hash TEXT NOT NULL, noted_at INTEGER NOT NULL,
  PRIMARY KEY(terminal, sequence)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS submissions(
  number TEXT PRIMARY KEY, kind TEXT NOT NULL, service TEXT NOT NULL, identity TEXT REFERENCES people,
  mobile TEXT NOT NULL, terminal TEXT NOT NULL, state TEXT NOT NULL, submitted_at INTEGER NOT NULL, promised_by TEXT,
  unit_ar TEXT NOT NULL, unit_en TEXT NOT NULL, note_ar TEXT NOT NULL, note_en TEXT NOT NULL,
  licence TEXT, answers TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS submissions_of ON submissions(identity, submitted_at);
CREATE TABLE IF NOT EXISTS deferred(
  terminal TEXT NOT NULL, reference TEXT NOT NULL, submission TEXT NOT NULL REFERENCES submissions,
  accepted_at INTEGER NOT NULL, PRIMARY KEY(terminal, reference)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS bills(
  number TEXT PRIMARY KEY, submission TEXT NOT NULL UNIQUE REFERENCES submissions, biller TEXT NOT NULL,
  halalas INTEGER NOT NULL, paid INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS idempotency(
  terminal TEXT NOT NULL, key TEXT NOT NULL, body_hash TEXT NOT NULL, status INTEGER NOT NULL, reply TEXT NOT NULL,
  submission TEXT REFERENCES submissions, PRIMARY KEY(terminal, key)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS bookings(slot TEXT PRIMARY KEY, submission TEXT NOT NULL REFERENCES submissions) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS licences(
  number TEXT PRIMARY KEY, identity TEXT NOT NULL REFERENCES people, claims TEXT NOT NULL,
  jws TEXT NOT NULL, activity_code TEXT NOT NULL, expires TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS sheets(
  number TEXT PRIMARY KEY, licence TEXT NOT NULL, terminal TEXT NOT NULL, bound_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS sms(
  id INTEGER PRIMARY KEY, mobile TEXT NOT NULL, text_ar TEXT NOT NULL, text_en TEXT NOT NULL, sent_at INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS ratings(
  id INTEGER PRIMARY KEY, service TEXT NOT NULL, request TEXT, stars INTEGER NOT NULL, rated_at INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS records(
  id INTEGER PRIMARY KEY, inquiry TEXT NOT NULL, answers TEXT NOT NULL, finding TEXT NOT NULL
);
)sql";

} // namespace balady::sandbox
