#include "tests/sandbox/rules.h"

#include "kiosk/strictjson/object.h"
#include "kiosk/strictjson/parse.h"

#include <algorithm>

namespace balady::sandbox {
namespace {

using strictjson::Object;

constexpr std::size_t kText = 160;
constexpr std::size_t kMany = 500;
constexpr std::int64_t kMostHalalas = 100'000'000;

std::optional<Decision> decisionFromName(std::string_view word) {
    if (word == "review")
        return Decision::Review;
    if (word == "immediate")
        return Decision::Immediate;
    if (word == "immediate-by-activity")
        return Decision::ImmediateByActivity;
    return std::nullopt;
}

std::optional<InquiryKind> inquiryKindFromName(std::string_view word) {
    if (word == "request-by-number")
        return InquiryKind::RequestByNumber;
    if (word == "my-requests")
        return InquiryKind::MyRequests;
    if (word == "licence-by-number")
        return InquiryKind::LicenceByNumber;
    if (word == "my-licences")
        return InquiryKind::MyLicences;
    return std::nullopt;
}

std::set<model::IdentityKind> readWho(Object& object) {
    std::set<model::IdentityKind> who;
    for (const auto& word : object.texts("who", 3, 20)) {
        if (word == "citizen")
            who.insert(model::IdentityKind::Citizen);
        else if (word == "resident")
            who.insert(model::IdentityKind::Resident);
        else if (word == "visitor")
            who.insert(model::IdentityKind::Visitor);
        else
            object.refuse("who", "unknown word");
    }
    return who;
}

std::optional<int> optionalInt(Object& object, std::string_view key, int min, int max) {
    const auto number = object.optionalInteger(key, min, max);
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

ServiceRule readServiceRule(Object& object) {
    ServiceRule rule;
    rule.serviceId = object.id("service");
    if (object.has("who"))
        rule.who = readWho(object);
    rule.needsEstablishment = object.booleanOr("needsEstablishment", false);
    if (object.has("decision"))
        rule.decision = object.word("decision", decisionFromName);
    if (const auto halalas = object.optionalInteger("feeHalalas", 1, kMostHalalas))
        rule.fee = model::Money{*halalas};
    rule.promiseDays = optionalInt(object, "promiseDays", 0, 365);
    rule.section = object.optionalLocalized("section", kText);
    object.optionalObject("licence", [&](Object& licence) {
        rule.licence.emplace();
        rule.licence->title = licence.localized("title", kText);
        rule.licence->years = static_cast<int>(licence.integer("years", 1, 10));
        rule.licence->renewsWithinDays = optionalInt(licence, "renewsWithinDays", 0, 3650);
    });
    if (object.has("licencesOf")) {
        const auto ids = object.texts("licencesOf", 20, 64);
        rule.licencesOf = {ids.begin(), ids.end()};
    }
    object.optionalEach("gates", 5, [&](Object& gate) {
        const auto id = gate.id("gate");
        rule.gates.push_back({id, gate.id("opensWith")});
    });
    object.optionalEach("atMost", 10, [&](Object& limit) {
        const auto field = limit.id("field");
        const auto value = limit.integer("value", 0, 1'000'000'000);
        rule.atMost.push_back({field, value, limit.localized("reason", kText)});
    });
    return rule;
}

FieldRoles readRoles(Object& object) {
    const auto ids = [&](std::string_view key) { return object.texts(key, 10, 64); };
    return {ids("establishment"), ids("activity"), ids("municipality"), ids("licence"),
            ids("years"),         ids("address"),  ids("slot"),         ids("mobile")};
}

Limits readLimits(Object& object) {
    const auto number = [&](std::string_view key, int max) {
        return static_cast<int>(object.integer(key, 1, max));
    };
    Limits limits;
    limits.challenges = number("challenges", 1000);
    limits.challengeWindow = std::chrono::minutes{number("challengeWindowMinutes", 1440)};
    limits.appChallenge = std::chrono::seconds{number("appChallengeSeconds", 3600)};
    limits.smsChallenge = std::chrono::seconds{number("smsChallengeSeconds", 3600)};
    limits.session = std::chrono::minutes{number("sessionMinutes", 1440)};
    return limits;
}

} // namespace

ServiceRule Rules::of(std::string_view serviceId) const {
    const auto it = std::find_if(services.begin(), services.end(),
                                 [&](const ServiceRule& rule) { return rule.serviceId == serviceId; });
    if (it != services.end())
        return *it;
    ServiceRule plain;
    plain.serviceId = serviceId;
    return plain;
}

const InquiryRule* Rules::inquiry(std::string_view id) const {
    const auto it = std::find_if(inquiries.begin(), inquiries.end(),
                                 [&](const InquiryRule& rule) { return rule.id == id; });
    return it == inquiries.end() ? nullptr : &*it;
}

Result<Rules> readRules(std::string_view text) {
    auto document = strictjson::parse(text, FaultCode::InvalidData, "rules.json");
    if (!document)
        return document.error();
    strictjson::Reading reading(FaultCode::InvalidData, "rules.json");
    Rules rules;
    {
        Object object(reading, *document, "");
        object.each("services", kMany,
                    [&](Object& service) { rules.services.push_back(readServiceRule(service)); });
        object.each("inquiries", kMany, [&](Object& inquiry) {
            rules.inquiries.push_back({inquiry.id("id"), inquiry.word("kind", inquiryKindFromName),
                                       inquiry.optionalText("field", 64)});
        });
        const auto activities = object.texts("immediateActivities", kMany, 64);
        rules.immediateActivities = {activities.begin(), activities.end()};
        object.object("fieldRoles", [&](Object& roles) { rules.roles = readRoles(roles); });
        object.object("limits", [&](Object& limits) { rules.limits = readLimits(limits); });
        object.object("slots", [&](Object& slots) {
            rules.slots.daysAhead = static_cast<int>(slots.integer("daysAhead", 1, 30));
            rules.slots.times = slots.texts("times", 50, 5);
        });
        rules.biller = object.text("biller", 3);
        rules.defaultUnit = object.localized("defaultUnit", kText);
        rules.reportSection = object.localized("reportSection", kText);
    }
    if (reading.fault())
        return *reading.fault();
    return rules;
}

} // namespace balady::sandbox
