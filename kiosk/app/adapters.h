// Adapters: the terminal's devices, made from its settings; private to kiosk/app.
#pragma once

#include "drivers/sight/remote_sight.h"
#include "kiosk/base/clock.h"
#include "kiosk/ports/head_register.h"
#include "kiosk/ports/sheet_ledger.h"
#include "kiosk/ports/sheet_register.h"
#include "kiosk/ports/terminal_certificate.h"
#include "kiosk/service/devices.h"
#include "kiosk/service/paper_keeper.h"
#include "kiosk/settings/settings.h"

#include <boost/asio/any_io_executor.hpp>

#include <memory>
#include <string>

namespace balady::app {

/// Owns every adapter. Made and used on the core thread; destroyed when that has ended.
struct Adapters {
    SystemClock clock;
    std::unique_ptr<ports::Journal> journal;
    ports::DocumentCache* cache = nullptr;    ///< the same store as `journal`
    ports::Outbox* outbox = nullptr;          ///< likewise
    ports::PaperLedger* papers = nullptr;     ///< likewise
    ports::SheetLedger* keptSheets = nullptr; ///< likewise
    bool outboxHasKey = false;                ///< else nothing can be kept in it
    std::unique_ptr<ports::AuditTrail> audit;
    bool storeLostData = false; ///< a damaged file stands beside the store
    std::unique_ptr<ports::Backend> backend;
    ports::TerminalCertificate* certificate = nullptr; ///< by which the backend knows this terminal
    ports::HeadRegister* heads = nullptr;              ///< the same platform as `backend`
    ports::SheetRegister* sheets = nullptr;            ///< likewise
    std::string catalogueKeys;                         ///< JWK Set: who signs catalogues
    std::unique_ptr<ports::CardReader> cardReader;
    ports::BadgeReader* badgeReader = nullptr; ///< the same reader as `cardReader`
    std::unique_ptr<ports::ReceiptPrinter> receiptPrinter;
    std::unique_ptr<ports::DocumentPrinter> documentPrinter;
    std::unique_ptr<sight::RemoteSight> sight;
    std::unique_ptr<ports::CodeScanner> codeScanner; ///< none: the camera alone reads codes
    SecretBytes markKey;                             ///< for paperOptions(), which takes it

    [[nodiscard]] service::Devices devices() {
        return {*backend,    *cardReader, *receiptPrinter, *documentPrinter, *sight,     *sight,
                *journal,    *cache,      *outbox,         *papers,          clock,      codeScanner.get(),
                badgeReader, audit.get(), sight.get(),     sight.get(),      sight.get()};
    }
};

/// What the terminal's settings and its state folder say of papers. `markKey` as PaperKeeper says.
[[nodiscard]] service::PaperKeeper::Options paperOptions(const settings::Settings& settings,
                                                         SecretBytes markKey);

/// Faults: those of the store, of the backend's certificates and keys, of the terminal's own key, and of the lists of those who sign chips
/// and issue badges.
[[nodiscard]] Result<std::unique_ptr<Adapters>> makeAdapters(const settings::Settings& settings,
                                                             boost::asio::any_io_executor executor);

} // namespace balady::app
