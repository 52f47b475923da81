// SheetRows: the table of numbered sheets that the platform has to be told of, sealed; private to this folder, writer thread.
#pragma once

#include "kiosk/crypto/sealing.h"
#include "kiosk/model/stock.h"
#include "kiosk/store/database.h"

#include <optional>
#include <string>
#include <vector>

namespace balady::store {

/// As ports::SheetLedger says; keep() and erase() are called within a transaction. The database must outlive it.
class SheetRows {
  public:
    SheetRows(Database& database, std::optional<crypto::Keyring> keys)
        : m_database(database), m_keys(std::move(keys)) {}

    /// Refused if the key is kept already.
    [[nodiscard]] Result<Done> keep(const model::SheetBinding& binding);
    [[nodiscard]] Result<std::vector<model::SheetBinding>> kept();
    [[nodiscard]] Result<Done> erase(const std::string& key);

  private:
    [[nodiscard]] Result<Done> checkRoom();
    /// Nothing if no key of ours opens it.
    [[nodiscard]] std::optional<model::SheetBinding> opened(const Statement& row) const;

    Database& m_database;
    std::optional<crypto::Keyring> m_keys;
};

} // namespace balady::store
