#include "tests/sandbox/progress.h"

#include "kiosk/model/date.h"
#include "tests/sandbox/answered.h"
#include "tests/sandbox/licences.h"
#include "tests/sandbox/problem.h"
#include "tests/sandbox/settings.h"
#include "tests/sandbox/slots.h"
#include "tests/sandbox/sms.h"

#include <array>
#include <cstdio>

namespace balady::sandbox {
namespace {

using model::RequestState;
using model::ServiceKind;
using model::text;

int yearOfCentury(Platform& platform) {
    return static_cast<int>(platform.clock.today().year()) % 100;
}

std::string nextReference(Platform& platform, ServiceKind kind) {
    const char* prefix = kind == ServiceKind::Report ? "RP" : kind == ServiceKind::Appointment ? "AP" : "RQ";
    std::array<char, 32> reference{};
    std::snprintf(reference.data(), reference.size(), "%s-%02d-%06lld", prefix, yearOfCentury(platform),
                  static_cast<long long>(nextNumber(platform.database, prefix)));
    return reference.data();
}

std::string nextBillNumber(Platform& platform) {
    std::array<char, 32> number{};
    std::snprintf(number.data(), number.size(), "40%02d%08lld", yearOfCentury(platform),
                  static_cast<long long>(nextNumber(platform.database, "bill")));
    return number.data();
}

const model::Service& serviceOf(Platform& platform, const StoredSubmission& submission) {
    const auto* service = platform.served.catalogue.find(submission.shown.serviceId);
    if (service == nullptr)
        refuse(ProblemType::NotEligible, "the catalogue has no such service any more");
    return *service;
}

void requireState(const StoredSubmission& submission, RequestState state) {
    if (submission.shown.state != state)
        refuse(ProblemType::NotEligible,
               "the submission is " + std::string(model::name(submission.shown.state)));
}

model::LocalizedText unitOf(Platform& platform, const model::Service& service,
                            const StoredSubmission& submission) {
    auto municipality = optionOf(service, submission.answers, platform.rules.roles.municipality).label;
    if (municipality.empty())
        municipality = platform.rules.defaultUnit;
    const auto own = platform.rules.of(service.id).section;
    const auto& section =
        own.empty() && service.kind == ServiceKind::Report ? platform.rules.reportSection : own;
    if (section.empty())
        return municipality;
    return text(municipality.byLanguage[0] + " - " + section.byLanguage[0],
                municipality.in(model::Language::English) + " - " + section.in(model::Language::English));
}

std::optional<model::Date> promisedBy(Platform& platform, const model::Service& service) {
    const auto days = service.promise.days ? service.promise.days : platform.rules.of(service.id).promiseDays;
    if (!days)
        return std::nullopt;
    return model::Date{std::chrono::sys_days{platform.clock.today()} + std::chrono::days{*days}};
}

/// The form's activity, or that of the licence which the form names.
std::string activityOf(Platform& platform, const StoredSubmission& submission) {
    const auto& roles = platform.rules.roles;
    const auto named = findLicence(platform.database, answerOf(submission.answers, roles.licence));
    return named ? named->activityCode : answerOf(submission.answers, roles.activity);
}

bool isDecidedAtOnce(Platform& platform, const ServiceRule& rule, const StoredSubmission& submission) {
    switch (rule.decision) {
    case Decision::Review: return false;
    case Decision::Immediate: return true;
    case Decision::ImmediateByActivity:
        return platform.rules.immediateActivities.contains(activityOf(platform, submission));
    }
    return false;
}

void tell(Platform& platform, const StoredSubmission& submission, std::string_view arabic,
          std::string_view english) {
    const auto& number = submission.shown.number;
    sendSms(platform.database, submission.mobile,
            text(std::string(arabic) + " " + number, std::string(english) + " " + number),
            platform.clock.now());
}

/// Approved and, where there is a fee, paid.
void conclude(Platform& platform, const model::Service& service, StoredSubmission& submission) {
    if (const auto licensing = licenceRule(service, platform.rules.of(service.id))) {
        issueLicence(platform, service, *licensing, submission);
        tell(platform, submission, "صدرت رخصتك. اطبعها من أقرب جهاز. رقم الطلب:",
             "Your licence is issued. Print it at the nearest terminal. Request:");
    } else {
        submission.shown.state = RequestState::Approved;
        tell(platform, submission, "تمت الموافقة على طلبك رقم:", "Your request is approved:");
    }
}

void settleDecision(Platform& platform, const model::Service& service, StoredSubmission& submission) {
    const auto fee = platform.rules.of(service.id).fee;
    if (!fee) {
        conclude(platform, service, submission);
        return;
    }
    submission.shown.state = RequestState::AwaitingPayment;
    submission.shown.bill = model::Bill{platform.rules.biller, nextBillNumber(platform), *fee, false};
    tell(platform, submission,
         "طلبك بانتظار السداد عبر سداد. رقم الطلب:", "Your request awaits payment by SADAD. Request:");
}

/// The slot is refused before anything is stored, taken after the row exists that it belongs to.
void book(Platform& platform, const model::Service& service, StoredSubmission& submission) {
    const auto slot = answerOf(submission.answers, platform.rules.roles.slot);
    submission.shown.state = RequestState::Approved;
    submission.shown.statusNote = slotText(slot);
    insertSubmission(platform.database, submission);
    if (!bookSlot(platform, service.id, slot, submission.shown.number))
        refuse(ProblemType::SlotTaken, "the slot is not free",
               text("سبقك أحد إلى هذا الموعد. اختر موعدًا آخر.",
                    "Somebody just took this appointment. Please choose another."),
               platform.rules.roles.slot.front());
    tell(platform, submission, "حُجز موعدك. رقم الحجز:", "Your appointment is booked:");
}

} // namespace

StoredSubmission accept(Platform& platform, const model::Service& service, StoredSubmission draft) {
    auto& shown = draft.shown;
    shown.number = nextReference(platform, draft.kind);
    shown.submittedAt = platform.clock.now();
    shown.promisedBy = promisedBy(platform, service);
    shown.unit = unitOf(platform, service, draft);
    shown.state = RequestState::UnderReview;
    if (draft.kind == ServiceKind::Appointment) {
        book(platform, service, draft);
        return draft;
    }
    insertSubmission(platform.database, draft);
    if (draft.kind == ServiceKind::Report) {
        if (draft.deferred)
            tell(platform, draft,
                 "بلاغك الذي حفظه الجهاز بالمرجع " + draft.deferred->reference +
                     " وصل إلى الجهة المختصة. رقم البلاغ:",
                 "Your report that the terminal kept as " + draft.deferred->reference +
                     " has reached its unit. Its number:");
        else
            tell(platform, draft,
                 "وصل بلاغك إلى الجهة المختصة. رقم البلاغ:", "Your report has reached its unit:");
        return draft;
    }
    if (isDecidedAtOnce(platform, platform.rules.of(service.id), draft)) {
        settleDecision(platform, service, draft);
        updateSubmission(platform.database, draft);
    } else {
        tell(platform, draft, "استلمنا طلبك رقم:", "We have received your request:");
    }
    return draft;
}

void approve(Platform& platform, StoredSubmission& submission) {
    requireState(submission, RequestState::UnderReview);
    settleDecision(platform, serviceOf(platform, submission), submission);
    updateSubmission(platform.database, submission);
}

void reject(Platform& platform, StoredSubmission& submission, const model::LocalizedText& reason) {
    requireState(submission, RequestState::UnderReview);
    submission.shown.state = RequestState::Rejected;
    submission.shown.statusNote = reason;
    updateSubmission(platform.database, submission);
    tell(platform, submission, "لم يُقبل طلبك. السبب في تفاصيل الطلب رقم:",
         "Your request was not accepted. The reason is in request:");
}

void pay(Platform& platform, StoredSubmission& submission) {
    requireState(submission, RequestState::AwaitingPayment);
    submission.shown.bill->paid = true;
    conclude(platform, serviceOf(platform, submission), submission);
    updateSubmission(platform.database, submission);
}

void close(Platform& platform, StoredSubmission& submission) {
    requireState(submission,
                 submission.kind == ServiceKind::Report ? RequestState::UnderReview : RequestState::Approved);
    submission.shown.state = RequestState::Completed;
    updateSubmission(platform.database, submission);
    if (submission.kind == ServiceKind::Report)
        tell(platform, submission,
             "عولج بلاغك وأُغلق. رقم البلاغ:", "Your report has been dealt with and closed:");
    else
        tell(platform, submission, "اكتمل طلبك رقم:", "Your request is completed:");
}

} // namespace balady::sandbox
