// IntentRows: the table of what the terminal meant to do; private to this folder, writer thread.
#pragma once

#include "kiosk/ports/journal.h"
#include "kiosk/store/database.h"

namespace balady::store {

/// As ports::Journal says, at the time given; what changes something is called within a transaction. The database must
/// outlive it.
class IntentRows {
  public:
    explicit IntentRows(Database& database) : m_database(database) {}

    /// Refused if the key was begun before.
    [[nodiscard]] Result<Done> begin(const ports::Intent& intent, WallTime now);
    /// NotFound for a key that was never begun, Refused for one that is settled already.
    [[nodiscard]] Result<Done> settle(const std::string& key, ports::Settlement how, WallTime now);
    [[nodiscard]] Result<std::vector<ports::Intent>> unsettled();

  private:
    [[nodiscard]] Result<Done> isOpen(const std::string& key);
    [[nodiscard]] Result<Done> forgetBefore(WallTime limit);

    Database& m_database;
    std::optional<Statement> m_insert; ///< prepared once: one for each request
};

} // namespace balady::store
