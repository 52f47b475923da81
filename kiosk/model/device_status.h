// Device status in the words of XFS4IoT (CEN CWA 17852): what a device says of itself.
#pragma once

#include <string_view>

namespace balady::model {

/// XFS4IoT Common.Status, "device".
enum class DeviceState {
    Online,
    Offline,
    NoDevice,
    HardwareError,
    UserError,
    DeviceBusy,
    FraudAttempt,
    PotentialFraud
};

/// XFS4IoT Printer.Status, "paper", plus a cover that is open.
enum class PaperState { Unknown, Full, Low, Out, Jammed };

/// XFS4IoT Printer.Status, "toner": ink and ribbons, too.
enum class TonerState { Unknown, Full, Low, Out };

struct PrinterStatus {
    DeviceState device = DeviceState::NoDevice;
    PaperState paper = PaperState::Unknown;
    bool coverOpen = false;
    TonerState toner = TonerState::Unknown; ///< a receipt printer has none
    friend bool operator==(const PrinterStatus&, const PrinterStatus&) = default;
};

/// The devices of a terminal, by the role that they play in it.
/// The store is the disk file of the journal and the catalogue, the outbox what is kept in it for the platform, the catalogue
/// what the terminal offers, the certificate what it shows the platform, the audit trail the file of what it did, the stock the numbered sheets in the licence printer,
/// the settings the file that says what differs from one terminal to the next, the clock the time of day; they have conditions
/// as devices have.
enum class DeviceRole {
    IdentityReader,
    ReceiptPrinter,
    DocumentPrinter,
    DocumentCamera,
    Network,
    Store,
    Outbox,
    Catalogue,
    Certificate,
    AuditTrail,
    Stock,
    Settings,
    Clock
};

[[nodiscard]] std::string_view name(DeviceRole role);
[[nodiscard]] std::string_view name(DeviceState state);
[[nodiscard]] std::string_view name(PaperState state);

} // namespace balady::model
