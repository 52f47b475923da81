#include "kiosk/model/date.h"
#include "tests/sandbox/answered.h"
#include "tests/sandbox/api.h"
#include "tests/sandbox/json_in.h"
#include "tests/sandbox/json_out.h"
#include "tests/sandbox/licences.h"
#include "tests/sandbox/problem.h"
#include "tests/sandbox/submission_store.h"

namespace balady::sandbox {
namespace {

using model::text;

json::object fact(const model::LocalizedText& label, std::string_view kind, std::string_view value) {
    return {{"label", toJson(label)}, {"kind", kind}, {"value", value}};
}

json::object localizedFact(const model::LocalizedText& label, const model::LocalizedText& value) {
    auto object = fact(label, "text", "");
    object["localized"] = toJson(value);
    return object;
}

model::LocalizedText serviceName(Platform& platform, const std::string& id) {
    const auto* service = platform.served.catalogue.find(id);
    return service == nullptr ? text(id, id) : service->name;
}

/// What anybody with the number may know: nothing of whose it is.
json::object requestFinding(Platform& platform, const StoredSubmission& submission, bool own) {
    const auto shown = withLateness(submission.shown, platform.clock.today());
    json::array facts{fact(text("الرقم", "Number"), "reference", shown.number),
                      fact(text("الحالة", "Status"), "state", model::name(shown.state)),
                      localizedFact(text("لدى", "With"), shown.unit)};
    if (shown.promisedBy)
        facts.push_back(fact(text("الموعد الموعود", "Promised by"), "date", model::toIso(*shown.promisedBy)));
    if (shown.late)
        facts.push_back(
            localizedFact(text("تنبيه", "Note"), text("تجاوز الطلب موعده", "This request is past its date")));
    if (shown.bill && own)
        facts.push_back(fact(text("المبلغ", "Amount"), "money", std::to_string(shown.bill->amount.halalas)));
    if (!shown.statusNote.empty() && own)
        facts.push_back(localizedFact(text("ملاحظة", "Note"), shown.statusNote));
    json::object finding{{"title", toJson(serviceName(platform, shown.serviceId))},
                         {"facts", std::move(facts)},
                         {"printable", own && shown.licenceNumber.has_value()}};
    if (own)
        finding["requestNumber"] = shown.number;
    return finding;
}

json::object licenceFinding(Platform& platform, const RegisteredLicence& registered) {
    const auto& licence = registered.licence;
    const bool valid =
        std::chrono::sys_days{platform.clock.today()} <= std::chrono::sys_days{licence.expires};
    json::array facts{fact(text("رقم الرخصة", "Licence number"), "reference", licence.number),
                      localizedFact(text("السريان", "Validity"),
                                    valid ? text("سارية", "Valid") : text("منتهية", "Expired")),
                      localizedFact(text("النشاط", "Activity"), licence.activity),
                      localizedFact(text("البلدية", "Municipality"), licence.municipality),
                      fact(text("تاريخ الإصدار", "Issued"), "date", model::toIso(licence.issued)),
                      fact(text("تاريخ الانتهاء", "Valid until"), "date", model::toIso(licence.expires))};
    return {{"title", toJson(licence.title)}, {"facts", std::move(facts)}, {"printable", false}};
}

json::array find(Platform& platform, const InquiryRule& rule, const model::Answers& answers,
                 const std::optional<std::string>& identity) {
    json::array findings;
    const auto number = answerOf(answers, {rule.field});
    switch (rule.kind) {
    case InquiryKind::RequestByNumber:
        if (const auto submission = findSubmission(
                platform.database, submissionOfReference(platform.database, number).value_or(number)))
            findings.push_back(
                requestFinding(platform, *submission, identity && submission->identity == identity));
        break;
    case InquiryKind::MyRequests:
        for (const auto& submission : submissionsOf(platform.database, *identity))
            findings.push_back(requestFinding(platform, submission, true));
        break;
    case InquiryKind::LicenceByNumber:
        if (const auto licence = findLicence(platform.database, number))
            findings.push_back(licenceFinding(platform, *licence));
        break;
    case InquiryKind::MyLicences:
        for (const auto& licence : licencesOf(platform.database, *identity))
            findings.push_back(licenceFinding(platform, licence));
        break;
    }
    return findings;
}

/// Inquiries without a rule answer from the seeded records whose answers are all given.
json::array findRecords(Database& database, const std::string& inquiry, const model::Answers& answers) {
    json::array findings;
    Query row(database, "SELECT answers, finding FROM records WHERE inquiry = ? ORDER BY id", inquiry);
    while (row.next()) {
        bool fits = true;
        const auto asked = json::parse(row.text(0));
        for (const auto& member : asked.as_object())
            fits = fits && answerOf(answers, {std::string(member.key())}) ==
                               std::string_view(member.value().as_string());
        if (fits)
            findings.push_back(json::parse(row.text(1)));
    }
    return findings;
}

const model::Service* serviceOfInquiry(Platform& platform, const std::string& id) {
    for (const auto& service : platform.served.catalogue.services)
        if (service.inquiry && service.inquiry->id == id)
            return &service;
    return nullptr;
}

Response inquire(Platform& platform, Call& call) {
    Members members(call.body);
    const auto answers = members.answers("answers");
    members.finish();
    const auto& id = call.path.at("inquiryId");
    if (!isServiceId(id))
        refuse(ProblemType::Malformed, "not an inquiry's id");
    const auto* rule = platform.rules.inquiry(id);
    const auto* service = serviceOfInquiry(platform, id);
    if (rule == nullptr && service == nullptr)
        refuse(ProblemType::NotFound, "no such inquiry");
    const bool isPersonal =
        rule != nullptr && (rule->kind == InquiryKind::MyRequests || rule->kind == InquiryKind::MyLicences);
    if ((isPersonal || (service != nullptr && service->needsIdentity)) && !call.identity)
        refuse(ProblemType::Unauthorised, "the inquiry needs an identity");
    auto findings = rule != nullptr ? find(platform, *rule, answers, call.identity)
                                    : findRecords(platform.database, id, answers);
    return jsonResponse(200, json::object{{"findings", std::move(findings)}});
}

} // namespace

void addInquiriesApi(Router& router, Platform& platform) {
    router.add({"POST",
                "/v1/inquiries/{inquiryId}",
                BodyKind::Json,
                Caller::Anybody,
                [&platform](Call& call) { return inquire(platform, call); },
                {}});
}

} // namespace balady::sandbox
