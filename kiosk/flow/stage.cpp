#include "kiosk/flow/stage.h"

#include "kiosk/model/date.h"

namespace balady::flow {

std::string problemOf(const Fault& fault) {
    switch (fault.code) {
    case FaultCode::Unreachable:
    case FaultCode::TimedOut:
    case FaultCode::ConnectionLost: return "network_gone";
    case FaultCode::RateLimited: return "too_many_tries";
    case FaultCode::Unauthorised: return "sign_in_ended";
    case FaultCode::NotFound: return "not_found";
    default: return "backend_busy";
    }
}

bool mayBeKept(const model::Service& service, const World& world) {
    return service.offline && world.conditions.works(model::DeviceRole::Outbox);
}

std::vector<const model::Field*> askedFields(const model::Service& service, const model::Answers& answers) {
    std::vector<const model::Field*> asked;
    for (const auto& page : service.form)
        for (const auto& field : page.fields)
            if (model::isAsked(field, answers))
                asked.push_back(&field);
    return asked;
}

std::vector<const model::RequiredDocument*> askedDocuments(const model::Service& service,
                                                           const model::Answers& answers) {
    std::vector<const model::RequiredDocument*> asked;
    for (const auto& document : service.documents) {
        if (document.askIf) {
            const auto it = answers.find(document.askIf->field);
            if (it == answers.end() || it->second != document.askIf->equals)
                continue;
        }
        asked.push_back(&document);
    }
    return asked;
}

std::string answerText(const Folder& folder, const model::Field& field) {
    const auto it = folder.answers.find(field.id);
    if (it == folder.answers.end() || it->second.empty())
        return {};
    const auto& value = it->second;
    const auto labelIn = [&](const model::Options& options) -> std::string {
        for (const auto& option : options)
            if (option.code == value)
                return option.label.in(folder.language);
        return {};
    };
    switch (field.type) {
    case model::FieldType::Choice: {
        auto label = labelIn(field.options);
        if (const auto loaded = folder.options.find(field.id);
            label.empty() && loaded != folder.options.end())
            label = labelIn(loaded->second);
        return label.empty() ? value : label;
    }
    case model::FieldType::YesNo:
        return (value == "yes" ? model::text("نعم", "Yes") : model::text("لا", "No")).in(folder.language);
    case model::FieldType::Date:
        if (const auto date = model::parseIsoDate(value))
            return model::bothCalendars(*date, folder.language);
        return value;
    default: return value;
    }
}

} // namespace balady::flow
