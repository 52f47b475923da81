#include "drivers/smartcard/pcsc_fault.h"

#include <winscard.h>

#include <string>

namespace balady::smartcard {
namespace {

FaultCode meaning(long code) {
    switch (code) {
    case SCARD_E_CANCELLED: return FaultCode::Cancelled;
    case SCARD_E_TIMEOUT: return FaultCode::TimedOut;
    case SCARD_E_NO_SMARTCARD: return FaultCode::NotFound;
    // A card that stops answering in mid-exchange has, nearly always, been lifted.
    case SCARD_W_REMOVED_CARD:
    case SCARD_W_RESET_CARD:
    case SCARD_E_NOT_TRANSACTED: return FaultCode::CardRemoved;
    case SCARD_W_UNRESPONSIVE_CARD:
    case SCARD_W_UNPOWERED_CARD:
    case SCARD_W_UNSUPPORTED_CARD:
    case SCARD_E_PROTO_MISMATCH: return FaultCode::UnsupportedCard;
    case SCARD_E_SHARING_VIOLATION: return FaultCode::DeviceBusy;
    case SCARD_E_NO_SERVICE:
    case SCARD_E_SERVICE_STOPPED:
    case SCARD_E_NO_READERS_AVAILABLE:
    case SCARD_E_UNKNOWN_READER:
    case SCARD_E_READER_UNAVAILABLE:
    case SCARD_E_INVALID_HANDLE: // of a service that has been restarted
    // A connection reset by the service: polkit does not let us in, or the service was killed before it read what
    // we asked. No chip has refused a key, and AccessDenied would send the citizen to correct what was typed.
    case SCARD_W_SECURITY_VIOLATION:
    case SCARD_F_COMM_ERROR: return FaultCode::NoDevice;
    default: return FaultCode::HardwareError;
    }
}

} // namespace

Fault pcscFault(long code, std::string_view operation) {
    return {meaning(code), std::string(operation) + ": " + pcsc_stringify_error(code)};
}

} // namespace balady::smartcard
