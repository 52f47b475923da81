#include "tests/sandbox/eligibility.h"

#include "tests/sandbox/answered.h"
#include "tests/sandbox/licences.h"
#include "tests/sandbox/people.h"
#include "tests/sandbox/problem.h"
#include "tests/sandbox/submission_store.h"

#include <algorithm>
#include <charconv>

namespace balady::sandbox {
namespace {

using model::text;

void checkPerson(Platform& platform, const ServiceRule& rule, const std::string& identity) {
    const auto number = model::IdentityNumber::parse(identity);
    if (!rule.who.empty() && (!number || !rule.who.contains(number->kind())))
        refuse(
            ProblemType::NotEligible, "who",
            text("هذه الخدمة ليست متاحة لنوع هويتك.", "This service is not open to your kind of identity."));
    if (rule.needsEstablishment && establishmentsOf(platform.database, identity).empty())
        refuse(ProblemType::NotEligible, "no establishment",
               text("لا توجد منشأة مسجلة باسمك. سجّل منشأتك أولًا ثم عُد إلينا.",
                    "No establishment is registered in your name. Register one first, then come back."));
}

/// The form cannot check these: their options were asked of the platform.
void checkOwnChoices(Platform& platform, const model::Service& service, const std::string& identity,
                     const model::Answers& answers) {
    forAskedFields(service, answers, [&](const model::Field& field) {
        const auto answer = answerOf(answers, {field.id});
        if (answer.empty())
            return;
        if (field.optionsFrom == "establishments" && !establishmentOf(platform.database, identity, answer))
            refuse(ProblemType::Validation, "not_an_option",
                   text("هذه المنشأة ليست من منشآتك.", "This establishment is not one of yours."), field.id);
        if (field.optionsFrom == "licences") {
            const auto licence = findLicence(platform.database, answer);
            if (!licence || licence->identity != identity ||
                !mayName(platform.rules.of(service.id), licence->licence))
                refuse(ProblemType::Validation, "not_an_option",
                       text("هذه الرخصة ليست من رخصك.", "This licence is not one of yours."), field.id);
        }
    });
}

void checkLimits(const ServiceRule& rule, const model::Answers& answers) {
    for (const auto& limit : rule.atMost) {
        const auto answer = answerOf(answers, {limit.field});
        std::int64_t value = 0;
        std::from_chars(answer.data(), answer.data() + answer.size(), value);
        if (value > limit.value)
            refuse(ProblemType::Validation, "above the municipality's limit", limit.reason, limit.field);
    }
}

void checkRenewal(Platform& platform, const model::Service& service, const ServiceRule& rule,
                  const model::Answers& answers) {
    const auto licensing = licenceRule(service, rule);
    if (!licensing || !licensing->renewsWithinDays)
        return;
    const auto licence = findLicence(platform.database, answerOf(answers, platform.rules.roles.licence));
    if (!licence || !isRenewable(licence->licence, *licensing->renewsWithinDays, platform.clock.today()))
        refuse(ProblemType::NotEligible, "not near its end",
               text("رخصتك سارية لمدة طويلة. يمكنك تجديدها قرب انتهائها.",
                    "Your licence is valid for long enough. You can renew it nearer its end."));
}

bool hasDone(Platform& platform, const std::string& identity, const std::string& serviceId) {
    using enum model::RequestState;
    const auto all = submissionsOf(platform.database, identity);
    return std::any_of(all.begin(), all.end(), [&](const StoredSubmission& submission) {
        const auto state = submission.shown.state;
        return submission.shown.serviceId == serviceId &&
               (state == Approved || state == Issued || state == Completed);
    });
}

void checkGates(Platform& platform, const model::Service& service, const ServiceRule& rule,
                const std::string& identity) {
    for (const auto& gate : rule.gates) {
        if (hasDone(platform, identity, gate.opensWith))
            continue;
        Problem problem;
        problem.type = ProblemType::GateNotMet;
        problem.detail = gate.gateId;
        problem.serviceId = gate.opensWith;
        problem.sentence = text("هناك خطوة تسبق هذا الطلب. ابدأ بها الآن.",
                                "Another step comes first. You can start it now.");
        for (const auto& shown : service.gates)
            if (shown.id == gate.gateId) {
                problem.sentence = shown.reason;
                if (!shown.startHere.empty())
                    problem.serviceId = shown.startHere;
            }
        throw Refusal(std::move(problem));
    }
}

} // namespace

void checkEligibility(Platform& platform, const model::Service& service, const std::string& identity,
                      const model::Answers& answers) {
    const auto rule = platform.rules.of(service.id);
    checkPerson(platform, rule, identity);
    checkGates(platform, service, rule, identity);
    checkOwnChoices(platform, service, identity, answers);
    checkLimits(rule, answers);
    checkRenewal(platform, service, rule, answers);
}

bool mayName(const ServiceRule& rule, const model::Licence& licence) {
    return rule.licencesOf.empty() || rule.licencesOf.contains(licence.serviceId);
}

bool isRenewable(const model::Licence& licence, int withinDays, model::Date today) {
    return std::chrono::sys_days{licence.expires} - std::chrono::sys_days{today} <=
           std::chrono::days{withinDays};
}

} // namespace balady::sandbox
