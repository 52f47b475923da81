#include "kiosk/model/device_status.h"

namespace balady::model {

std::string_view name(DeviceRole role) {
    switch (role) {
    case DeviceRole::IdentityReader: return "identity_reader";
    case DeviceRole::ReceiptPrinter: return "receipt_printer";
    case DeviceRole::DocumentPrinter: return "document_printer";
    case DeviceRole::DocumentCamera: return "document_camera";
    case DeviceRole::Network: return "network";
    case DeviceRole::Store: return "store";
    case DeviceRole::Outbox: return "outbox";
    case DeviceRole::Catalogue: return "catalogue";
    case DeviceRole::Certificate: return "certificate";
    case DeviceRole::AuditTrail: return "audit_trail";
    case DeviceRole::Stock: return "stock";
    case DeviceRole::Settings: return "settings";
    case DeviceRole::Clock: return "clock";
    }
    return "";
}

std::string_view name(DeviceState state) {
    switch (state) {
    case DeviceState::Online: return "online";
    case DeviceState::Offline: return "offline";
    case DeviceState::NoDevice: return "noDevice";
    case DeviceState::HardwareError: return "hardwareError";
    case DeviceState::UserError: return "userError";
    case DeviceState::DeviceBusy: return "deviceBusy";
    case DeviceState::FraudAttempt: return "fraudAttempt";
    case DeviceState::PotentialFraud: return "potentialFraud";
    }
    return "";
}

std::string_view name(PaperState state) {
    switch (state) {
    case PaperState::Unknown: return "unknown";
    case PaperState::Full: return "full";
    case PaperState::Low: return "low";
    case PaperState::Out: return "out";
    case PaperState::Jammed: return "jammed";
    }
    return "";
}

} // namespace balady::model
