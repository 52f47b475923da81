// PaperRows: the tables of papers, of licences' counts and of the roll; private to this folder, writer thread.
#pragma once

#include "kiosk/ports/paper_ledger.h"
#include "kiosk/store/database.h"

namespace balady::store {

/// As ports::PaperLedger says, at the time given; what changes something is called within a transaction. The database must
/// outlive it.
class PaperRows {
  public:
    explicit PaperRows(Database& database) : m_database(database) {}

    [[nodiscard]] Result<ports::BegunPaper> begin(const ports::PaperJob& job, WallTime now);
    [[nodiscard]] Result<Done> end(std::int64_t number, model::PaperOutcome outcome, WallTime now);
    [[nodiscard]] Result<std::vector<ports::PaperJob>> endInterrupted(WallTime now);
    [[nodiscard]] Result<ports::RollUse> rollUse(WallTime now);
    [[nodiscard]] Result<Done> setRollUsed(std::int64_t millimetres);

  private:
    [[nodiscard]] Result<int> papersOf(const std::string& licence);
    /// Adds to the roll and to the licence's count, or takes away.
    [[nodiscard]] Result<Done> count(const ports::PaperJob& job, int sign);
    [[nodiscard]] Result<ports::PaperJob> openJob(std::int64_t number);
    [[nodiscard]] Result<Done> run(const char* sql, std::initializer_list<long long> numbers);

    Database& m_database;
};

} // namespace balady::store
