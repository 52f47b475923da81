#include "kiosk/base/fault.h"

#include <cstdlib>

namespace balady {

Severity severity(FaultCode code) noexcept {
    switch (code) {
    case FaultCode::Cancelled:
    case FaultCode::Refused:
    case FaultCode::NotFound:
    case FaultCode::RateLimited:
    case FaultCode::Unauthorised:
    case FaultCode::AccessDenied:
    case FaultCode::CardRemoved:
    case FaultCode::UnsupportedCard: return Severity::Expected;
    case FaultCode::TimedOut:
    case FaultCode::Unreachable:
    case FaultCode::ConnectionLost:
    case FaultCode::Overloaded:
    case FaultCode::NoDevice:
    case FaultCode::DeviceBusy:
    case FaultCode::MediaOut:
    case FaultCode::MediaJam:
    case FaultCode::CoverOpen: return Severity::Degraded;
    case FaultCode::Malformed:
    case FaultCode::Tampered:
    case FaultCode::HardwareError:
    case FaultCode::StorageFull:
    case FaultCode::StorageCorrupt:
    case FaultCode::InvalidSettings:
    case FaultCode::InvalidData:
    case FaultCode::Bug: return Severity::Broken;
    }
    std::abort();
}

std::string_view name(FaultCode code) noexcept {
    switch (code) {
    case FaultCode::Cancelled: return "cancelled";
    case FaultCode::TimedOut: return "timed_out";
    case FaultCode::Unreachable: return "unreachable";
    case FaultCode::ConnectionLost: return "connection_lost";
    case FaultCode::Refused: return "refused";
    case FaultCode::NotFound: return "not_found";
    case FaultCode::RateLimited: return "rate_limited";
    case FaultCode::Unauthorised: return "unauthorised";
    case FaultCode::Overloaded: return "overloaded";
    case FaultCode::Malformed: return "malformed";
    case FaultCode::Tampered: return "tampered";
    case FaultCode::NoDevice: return "no_device";
    case FaultCode::DeviceBusy: return "device_busy";
    case FaultCode::HardwareError: return "hardware_error";
    case FaultCode::AccessDenied: return "access_denied";
    case FaultCode::CardRemoved: return "card_removed";
    case FaultCode::UnsupportedCard: return "unsupported_card";
    case FaultCode::MediaOut: return "media_out";
    case FaultCode::MediaJam: return "media_jam";
    case FaultCode::CoverOpen: return "cover_open";
    case FaultCode::StorageFull: return "storage_full";
    case FaultCode::StorageCorrupt: return "storage_corrupt";
    case FaultCode::InvalidSettings: return "invalid_settings";
    case FaultCode::InvalidData: return "invalid_data";
    case FaultCode::Bug: return "bug";
    }
    std::abort();
}

} // namespace balady
