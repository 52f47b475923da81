// Devices: the ports that a terminal is composed of, by reference; the composition owns the adapters.
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/ports/audit_trail.h"
#include "kiosk/ports/backend.h"
#include "kiosk/ports/badge_reader.h"
#include "kiosk/ports/camera.h"
#include "kiosk/ports/card_reader.h"
#include "kiosk/ports/code_scanner.h"
#include "kiosk/ports/journal.h"
#include "kiosk/ports/outbox.h"
#include "kiosk/ports/paper_ledger.h"
#include "kiosk/ports/printers.h"

namespace balady::service {

struct Devices {
    ports::Backend& backend;
    ports::CardReader& cardReader;
    ports::ReceiptPrinter& receiptPrinter;
    ports::DocumentPrinter& documentPrinter;
    ports::Camera& camera;
    ports::CodeReader& codeReader;
    ports::Journal& journal;
    ports::DocumentCache& cache;
    ports::Outbox& outbox;
    ports::PaperLedger& papers;
    const Clock& clock;
    ports::CodeScanner* codeScanner = nullptr; ///< few terminals have one
    ports::BadgeReader* badgeReader = nullptr; ///< none: no card is a technician's
    ports::AuditTrail* audit = nullptr; ///< none where nobody is to be accountable: tests, demonstrations
    ports::PageFinder* pageFinder = nullptr; ///< none: pages are photographed by hand
    ports::FaceFinder* faceFinder = nullptr; ///< none: portraits are taken by hand
    ports::ZoneReader* zoneReader = nullptr; ///< none: what is printed on a card is typed

    /// Into the audit trail, where there is one.
    void record(ports::AuditEvent event, std::initializer_list<log::Field> fields = {}) const {
        if (audit != nullptr)
            audit->record(event, fields);
    }
};

} // namespace balady::service
