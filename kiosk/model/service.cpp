#include "kiosk/model/service.h"

namespace balady::model {

std::string_view name(Family family) {
    switch (family) {
    case Family::Electronic: return "electronic";
    case Family::Interactive: return "interactive";
    case Family::Information: return "information";
    }
    return "";
}

std::string_view name(ServiceKind kind) {
    switch (kind) {
    case ServiceKind::Application: return "application";
    case ServiceKind::Inquiry: return "inquiry";
    case ServiceKind::Report: return "report";
    case ServiceKind::Appointment: return "appointment";
    case ServiceKind::Conditions: return "conditions";
    case ServiceKind::Verification: return "verification";
    case ServiceKind::Rating: return "rating";
    }
    return "";
}

} // namespace balady::model
