#include "kiosk/model/date.h"
#include "tests/sandbox/api.h"
#include "tests/sandbox/eligibility.h"
#include "tests/sandbox/json_in.h"
#include "tests/sandbox/json_out.h"
#include "tests/sandbox/licences.h"
#include "tests/sandbox/people.h"
#include "tests/sandbox/problem.h"
#include "tests/sandbox/slots.h"

namespace balady::sandbox {
namespace {

using model::text;

json::object option(const std::string& code, const model::LocalizedText& label,
                    const model::LocalizedText& note) {
    json::object object{{"code", code}, {"label", toJson(label)}};
    if (!note.empty())
        object["note"] = toJson(note);
    return object;
}

json::array establishments(Platform& platform, const std::string& identity) {
    json::array options;
    for (const auto& one : establishmentsOf(platform.database, identity))
        options.push_back(option(one.number, one.name, one.municipality));
    return options;
}

/// Those that the service takes, for a renewal those near their end: a licence with years to run is a dead end.
json::array licences(Platform& platform, const std::string& identity, const model::Service& service) {
    const auto serviceRule = platform.rules.of(service.id);
    const auto rule = licenceRule(service, serviceRule);
    const auto today = platform.clock.today();
    json::array options;
    for (const auto& one : licencesOf(platform.database, identity)) {
        if (!mayName(serviceRule, one.licence))
            continue;
        if (rule && rule->renewsWithinDays && !isRenewable(one.licence, *rule->renewsWithinDays, today))
            continue;
        const auto until = [&](model::Language language) {
            return model::gregorianText(one.licence.expires, language);
        };
        const auto label = text(one.licence.holder.byLanguage[0] + " - " + one.licence.activity.byLanguage[0],
                                one.licence.holder.in(model::Language::English) + " - " +
                                    one.licence.activity.in(model::Language::English));
        options.push_back(option(
            one.licence.number, label,
            text("حتى " + until(model::Language::Arabic), "until " + until(model::Language::English))));
    }
    return options;
}

json::array slots(Platform& platform, const model::Service& service) {
    json::array options;
    for (const auto& one : freeSlots(platform, service.id)) {
        auto object = option(one.code, one.label, one.note);
        object["group"] = toJson(one.group);
        options.push_back(std::move(object));
    }
    return options;
}

Response ask(Platform& platform, Call& call) {
    const auto& source = call.path.at("source");
    const auto serviceId = call.request.query.find("serviceId");
    if (serviceId == call.request.query.end() || !isServiceId(serviceId->second))
        refuse(ProblemType::Malformed, "serviceId is asked for");
    const auto* service = platform.served.catalogue.find(serviceId->second);
    if (service == nullptr)
        refuse(ProblemType::NotFound, "no such service");
    if (source == "establishments")
        return jsonResponse(200, establishments(platform, *call.identity));
    if (source == "licences")
        return jsonResponse(200, licences(platform, *call.identity, *service));
    if (source == "slots")
        return jsonResponse(200, slots(platform, *service));
    refuse(ProblemType::Malformed, "no such source");
}

} // namespace

void addOptionsApi(Router& router, Platform& platform) {
    router.add({"GET",
                "/v1/options/{source}",
                BodyKind::None,
                Caller::Citizen,
                [&platform](Call& call) { return ask(platform, call); },
                {"serviceId"}});
}

} // namespace balady::sandbox
