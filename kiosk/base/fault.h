// Fault: why one operation failed, for logs and for deciding what to do next; never for the citizen's eyes.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace balady {

/// What went wrong, in words that every layer shares. Adapters map errno, libusb, PC/SC, IPP and HTTP
/// codes onto these inside their own folder; nothing above an adapter sees a vendor's number.
enum class FaultCode {
    Cancelled,       ///< the caller withdrew the operation
    TimedOut,        ///< no answer in the time allowed; the effect is unknown if it reached the other side
    Unreachable,     ///< no connection could be made: certainly no effect
    ConnectionLost,  ///< the connection broke after something was sent: the effect is unknown
    Refused,         ///< the other side understood and said no (a rule, a validation, a 4xx)
    NotFound,        ///< the other side knows no such thing
    RateLimited,     ///< too many attempts; wait before the next one
    Unauthorised,    ///< not signed in, or the sign-in has ended
    Overloaded,      ///< the other side failed or is busy (5xx)
    Malformed,       ///< bytes that break the protocol or the contract
    Tampered,        ///< a signature or a checksum does not fit
    NoDevice,        ///< the device is not there (never plugged in, or unplugged)
    DeviceBusy,      ///< somebody else holds the device
    HardwareError,   ///< the device says that it is broken
    AccessDenied,    ///< keys or permissions do not open the thing (a chip, a file)
    CardRemoved,     ///< the card left the reader in the middle
    UnsupportedCard, ///< a card, but not one that we can read
    MediaOut,        ///< paper is missing
    MediaJam,        ///< paper is stuck
    CoverOpen,       ///< a cover is open
    StorageFull,     ///< no space left on the disk
    StorageCorrupt,  ///< the store's contents do not make sense
    InvalidSettings, ///< settings or a profile break their schema
    InvalidData,     ///< a data file of ours (catalogue, list) breaks its schema
    Bug,             ///< a state that the code says cannot happen
};

/// How loudly a fault is told to the people who run the terminal.
enum class Severity { Expected, Degraded, Broken };

/// Exhaustive on purpose: a new code does not compile until somebody has decided.
[[nodiscard]] Severity severity(FaultCode code) noexcept;

/// Stable lower_snake name for logs, metrics and tests ("timed_out").
[[nodiscard]] std::string_view name(FaultCode code) noexcept;

/// One failed operation. `context` is prefixed at each level ("smartcard: bac: external authenticate"),
/// is for logs only and must never hold personal data.
struct Fault {
    FaultCode code = FaultCode::Bug;
    std::string context;

    /// The same fault seen from one level further out.
    [[nodiscard]] Fault within(std::string_view outer) const {
        return {code, std::string(outer) + ": " + context};
    }
    friend bool operator==(const Fault& a, const Fault& b) { return a.code == b.code; }
};

} // namespace balady
