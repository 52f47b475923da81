#include "kiosk/model/service.h"

#include "kiosk/model/names.h"

namespace balady::model {
namespace {

constexpr std::array kFamilies{Family::Electronic, Family::Interactive, Family::Information};
constexpr std::array kServiceKinds{
    ServiceKind::Application, ServiceKind::Inquiry,      ServiceKind::Report, ServiceKind::Appointment,
    ServiceKind::Conditions,  ServiceKind::Verification, ServiceKind::Rating};
constexpr std::array kOutputPapers{OutputPaper::None, OutputPaper::Receipt, OutputPaper::Slip,
                                   OutputPaper::Licence};

} // namespace

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

std::string_view name(OutputPaper paper) {
    switch (paper) {
    case OutputPaper::None: return "none";
    case OutputPaper::Receipt: return "receipt";
    case OutputPaper::Slip: return "slip";
    case OutputPaper::Licence: return "licence";
    }
    return "";
}

std::optional<Family> familyFromName(std::string_view text) {
    return fromName(kFamilies, text);
}
std::optional<ServiceKind> serviceKindFromName(std::string_view text) {
    return fromName(kServiceKinds, text);
}
std::optional<OutputPaper> outputPaperFromName(std::string_view text) {
    return fromName(kOutputPapers, text);
}

} // namespace balady::model
