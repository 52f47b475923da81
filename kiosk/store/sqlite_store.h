// SqliteStore: the journal, the outbox, the document cache and the ledgers of papers and sheets in one SQLite file; core
// thread, with a writer thread of its own.
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/crypto/sealing.h"
#include "kiosk/ports/journal.h"
#include "kiosk/ports/outbox.h"
#include "kiosk/ports/paper_ledger.h"
#include "kiosk/ports/sheet_ledger.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace balady::store {

struct StoreSettings {
    std::filesystem::path file; ///< its folder must exist and be writable; SQLite keeps "-wal" beside it
    std::optional<int>
        maxPages; ///< most pages of 4 KiB that the file may grow to; nothing: as the disk allows
    std::string vfs =
        {}; ///< a VFS registered with SQLite under this name (tests/torture); empty: the system's
    std::optional<crypto::Keyring>
        keys{}; ///< of the outbox; nothing: what is kept stays closed, no more is kept
};

class SqliteStore;

/// A store, and the newest damaged file that stands beside it, from now or from an earlier start: the owner raises a
/// condition, which so stands until somebody has taken the file away.
struct OpenedStore {
    std::unique_ptr<SqliteStore> store;
    std::optional<std::filesystem::path> setAside;
};

class SqliteStore final : public ports::Journal,
                          public ports::DocumentCache,
                          public ports::Outbox,
                          public ports::PaperLedger,
                          public ports::SheetLedger {
  public:
    /// Opens or creates the file, checks its integrity and migrates it. A damaged file is renamed (with its
    /// "-wal") to "NAME.damaged-YYYYMMDDTHHMMSSZ", never deleted, and a new one begun. Blocks; call it before
    /// the core thread runs. `clock` must outlive the store. Faults: AccessDenied, StorageFull,
    /// HardwareError, DeviceBusy (another process has it), InvalidData (a newer program wrote it).
    [[nodiscard]] static Result<OpenedStore> open(const StoreSettings& settings, const Clock& clock);

    ~SqliteStore() override;

    /// Refused if the key was begun before. StorageFull, StorageCorrupt, HardwareError: nothing was begun.
    ports::Task<Done> begin(ports::Intent intent) override;
    /// NotFound for a key that was never begun, Refused for one that is settled already.
    ports::Task<Done> settle(std::string idempotencyKey, ports::Settlement how) override;
    ports::Task<std::vector<ports::Intent>> unsettled() override;

    ports::Task<Document> load(std::string name) override;
    /// Replaces a document of the same name; the old one stays if this fails.
    ports::Task<Done> save(std::string name, Document document) override;

    ports::Task<std::int64_t> keep(ports::KeptRequest request) override;
    ports::Task<std::vector<ports::KeptEntry>> entries() override;
    ports::Task<std::vector<std::int64_t>> unreadable() override;
    ports::Task<ports::KeptRequest> open(std::int64_t number) override;
    ports::Task<Done> noteUpload(std::int64_t number, std::size_t attachment, std::string id) override;
    ports::Task<Done> note(ports::KeptEntry entry) override;
    /// Deleted pages are overwritten (secure_delete) and the log is emptied.
    ports::Task<Done> erase(std::int64_t number) override;

    ports::Task<ports::BegunPaper> beginPaper(ports::PaperJob job) override;
    ports::Task<Done> endPaper(std::int64_t number, model::PaperOutcome outcome) override;
    ports::Task<std::vector<ports::PaperJob>> endInterrupted() override;
    ports::Task<ports::RollUse> rollUse() override;
    ports::Task<Done> setRollUsed(std::int64_t millimetres) override;

    /// Sealed with the keys of the outbox.
    ports::Task<Done> keepSheet(model::SheetBinding binding) override;
    ports::Task<std::vector<model::SheetBinding>> keptSheets() override;
    /// As erase().
    ports::Task<Done> eraseSheet(std::string idempotencyKey) override;

  private:
    class Writer;
    explicit SqliteStore(std::unique_ptr<Writer> writer);

    std::unique_ptr<Writer> m_writer;
};

} // namespace balady::store
