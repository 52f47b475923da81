// OutboxTable: the rows of requests that are kept for the platform, sealed; private to this folder, writer thread.
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/crypto/sealing.h"
#include "kiosk/model/kept_request.h"
#include "kiosk/store/database.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace balady::store {

/// Faults, beside those of Database::execute(), are said at ports::Outbox.
class OutboxTable {
  public:
    OutboxTable(Database& database, std::optional<crypto::Keyring> keys)
        : m_database(database), m_keys(std::move(keys)) {}

    // --- within a transaction -----------------------------------------------------------------------------------
    [[nodiscard]] Result<std::int64_t> keep(const model::KeptRequest& request, WallTime now);
    [[nodiscard]] Result<Done> noteUpload(std::int64_t number, std::size_t attachment, const std::string& id);
    [[nodiscard]] Result<Done> note(const model::KeptEntry& entry);
    [[nodiscard]] Result<Done> erase(std::int64_t number);

    // --- questions ----------------------------------------------------------------------------------------------
    [[nodiscard]] Result<std::vector<model::KeptEntry>> entries();
    [[nodiscard]] Result<std::vector<std::int64_t>> unreadable();
    [[nodiscard]] Result<model::KeptRequest> open(std::int64_t number);

  private:
    struct Part {
        Bytes sealed;
        std::string uploadedAs;
    };
    [[nodiscard]] Result<std::vector<Part>> parts(std::int64_t number);
    [[nodiscard]] Result<Done> addPart(const model::KeptEntry& entry, int part, ByteView plain);
    [[nodiscard]] Result<std::int64_t> numberOf(const std::string& key);
    [[nodiscard]] Result<std::int64_t> nextNumber(WallTime now);
    [[nodiscard]] Result<SecretBytes> openPart(const model::KeptEntry& entry, int part, ByteView sealed);

    Database& m_database;
    std::optional<crypto::Keyring> m_keys;
};

/// The number after `last`. Never below the minutes since 2026 began, so that a store which had to begin anew does not give
/// numbers again: nobody keeps more than one request a minute for years.
[[nodiscard]] std::int64_t numberAfter(std::int64_t last, WallTime now);

} // namespace balady::store
