// The pages that answer: what became of it, what is to pay, the papers, and what was found.
#include "kiosk/flow/receipts.h"
#include "kiosk/model/date.h"
#include "kiosk/model/money.h"
#include "kiosk/view/journey_pages.h"
#include "kiosk/view/page_parts.h"

#include <algorithm>

namespace balady::view {
PageModel JourneyPages::operator()(const flow::submit::State& state) const {
    namespace su = flow::submit;
    return std::visit(flow::Overloaded{
                          [&](const su::Uploading& up) {
                              return waiting("uploading", static_cast<int>(up.index) + 1,
                                             static_cast<int>(m_folder.pictures.size()));
                          },
                          [&](const su::Sending&) { return waiting("sending"); },
                          [&](const su::Asking&) { return waiting("asking"); },
                          [&](const su::Keeping&) { return waiting("keeping"); },
                          [&](const su::Stuck& s) {
                              QStringList actions;
                              if (s.mayRetry)
                                  actions.append(QStringLiteral("tryAgain"));
                              QString gateName;
                              if (const auto* gate =
                                      m_world.catalogue ? m_world.catalogue->find(s.gate) : nullptr) {
                                  actions.append(QStringLiteral("startGate"));
                                  gateName = qt(gate->name, m_voice);
                              }
                              actions.append(QStringLiteral("anotherService"));
                              return stuck(s.problem, s.sentence, m_voice, actions, gateName);
                          },
                      },
                      state);
}

PageModel JourneyPages::operator()(const flow::bill::State& state) const {
    const auto& bill = *m_folder.submission->bill;
    return {QStringLiteral("Bill"),
            {{QStringLiteral("biller"), qt(bill.biller)},
             {QStringLiteral("billNumber"), qt(bill.number)},
             {QStringLiteral("amountText"), m_voice.say(model::moneyText(bill.amount, m_voice.language))},
             {QStringLiteral("requestNumber"), qt(m_folder.submission->number)},
             {QStringLiteral("problem"), qt(state.problem)}}};
}

PageModel JourneyPages::operator()(const flow::outcome::State&) const {
    QVariantMap properties{{QStringLiteral("kind"), qt(model::name(m_folder.service->kind))},
                           {QStringLiteral("known"), m_folder.sent != flow::Sent::Unknown},
                           {QStringLiteral("kept"), m_folder.sent == flow::Sent::Kept},
                           {QStringLiteral("numberFollows"), flow::numberFollows(m_folder)},
                           {QStringLiteral("terminalReference"), qt(flow::terminalReference(m_folder))},
                           {QStringLiteral("state"), QString()},
                           {QStringLiteral("number"), QString()},
                           {QStringLiteral("rows"), QVariantList()},
                           {QStringLiteral("note"), QString()},
                           {QStringLiteral("late"), false},
                           {QStringLiteral("complaintOffered"), false},
                           {QStringLiteral("licenceReady"), false}};
    if (m_folder.submission && m_folder.sent == flow::Sent::Accepted) {
        const auto& submission = *m_folder.submission;
        properties[QStringLiteral("state")] = qt(model::name(submission.state));
        properties[QStringLiteral("number")] = qt(submission.number);
        properties[QStringLiteral("rows")] = submissionRows(submission);
        properties[QStringLiteral("note")] = qt(submission.statusNote, m_voice);
        properties[QStringLiteral("late")] = submission.late;
        properties[QStringLiteral("complaintOffered")] = flow::outcome::complaintFor(m_folder) != nullptr;
        properties[QStringLiteral("licenceReady")] = submission.licenceNumber.has_value();
    }
    return {QStringLiteral("Outcome"), properties};
}

PageModel JourneyPages::scanning(bool fresh, const std::string& problem, const QString& missing) const {
    return {QStringLiteral("Scan"),
            {{QStringLiteral("fresh"), fresh},
             {QStringLiteral("missing"), missing},
             {QStringLiteral("handScanner"), m_world.terminal.handScanner},
             {QStringLiteral("problem"), qt(problem)}}};
}

QString JourneyPages::missingOn(const flow::papers::Check& check) const {
    if (!m_world.terminal.stock)
        return {};
    return check.licenceSeen ? QStringLiteral("sheet")
                             : QString::fromLatin1(check.sheet.empty() ? "both" : "licence");
}

PageModel JourneyPages::operator()(const flow::papers::State& state) const {
    using flow::papers::Paper;
    using flow::papers::Phase;
    if (state.check.phase == flow::papers::Check::Phase::Binding)
        return waiting("binding_sheet");
    if (flow::papers::isChecking(state))
        return scanning(true, state.check.problem, missingOn(state.check));
    const bool isGood = state.check.phase == flow::papers::Check::Phase::Good;
    const bool isKept = state.sheet == model::SheetFate::Kept;
    QVariantList papers;
    for (std::size_t i = 0; i < state.papers.size(); ++i) {
        const auto paper = state.papers[i];
        const auto has = [&](const std::vector<Paper>& in) {
            return std::find(in.begin(), in.end(), paper) != in.end();
        };
        const char* stands = isGood && paper == Paper::Licence                ? isKept ? "noted" : "checked"
                             : has(state.out)                                 ? "out"
                             : has(state.leftOut)                             ? "left_out"
                             : i == state.at && state.phase == Phase::Trouble ? "trouble"
                             : i == state.at                                  ? "printing"
                                                                              : "waiting";
        papers.append(QVariantMap{
            {QStringLiteral("kind"), paper == Paper::Receipt ? receiptKind() : QStringLiteral("licence")},
            {QStringLiteral("state"), QString::fromLatin1(stands)}});
    }
    return {QStringLiteral("Papers"),
            {{QStringLiteral("papers"), papers},
             {QStringLiteral("ready"), state.phase == Phase::Ready},
             {QStringLiteral("checkOffered"), flow::papers::offersCheck(state, m_world)},
             {QStringLiteral("sheetOwed"), flow::papers::owesSheet(state, m_world)},
             {QStringLiteral("problem"), state.phase == Phase::Trouble ? qt(state.problem) : QString()},
             {QStringLiteral("phonePath"), squarePath(state.forPhone)},
             {QStringLiteral("phoneUnits"), squareUnits(state.forPhone)},
             {QStringLiteral("number"), m_folder.sent == flow::Sent::Kept ? qt(m_folder.keptReference)
                                        : m_folder.submission && !m_folder.listOnly
                                            ? qt(m_folder.submission->number)
                                            : QString()}}};
}

PageModel JourneyPages::operator()(const flow::rate::State&) const {
    return {QStringLiteral("Rate"), {{QStringLiteral("serviceName"), ratedName()}}};
}

PageModel JourneyPages::operator()(const flow::lookup::State& state) const {
    namespace lo = flow::lookup;
    return std::visit(flow::Overloaded{
                          [&](const lo::Asking&) { return waiting("asking_backend"); },
                          [&](const lo::Shown& shown) -> PageModel {
                              return {QStringLiteral("Results"),
                                      {{QStringLiteral("findings"), findings()},
                                       {QStringLiteral("problem"), qt(shown.problem)}}};
                          },
                          [&](const lo::Opening&) { return waiting("asking_backend"); },
                          [&](const lo::Stuck& s) {
                              return stuck(s.problem, s.sentence, m_voice,
                                           {QStringLiteral("tryAgain"), QStringLiteral("anotherService")});
                          },
                      },
                      state);
}

PageModel JourneyPages::operator()(const flow::scan::State& state) const {
    namespace sc = flow::scan;
    return std::visit(
        flow::Overloaded{
            [&](const sc::Looking& looking) -> PageModel { return scanning(false, looking.problem); },
            [&](const sc::Checking&) { return waiting("checking_code"); },
            [&](const sc::Genuine& genuine) {
                return verdict(true, genuine.expired, "", licenceRows(genuine.licence));
            },
            [&](const sc::Doubtful& doubtful) { return verdict(false, false, doubtful.problem, {}); },
        },
        state);
}

QString JourneyPages::date(model::Date day) const {
    return m_voice.say(model::bothCalendars(day, m_voice.language));
}

QString JourneyPages::receiptKind() const {
    if (m_folder.listOnly)
        return QStringLiteral("list");
    const bool booked =
        m_folder.service->kind == model::ServiceKind::Appointment && m_folder.sent == flow::Sent::Accepted;
    return booked ? QStringLiteral("slip") : QStringLiteral("receipt");
}

QString JourneyPages::ratedName() const {
    const auto it = m_folder.answers.find("service");
    if (m_folder.service->kind == model::ServiceKind::Rating && it != m_folder.answers.end() &&
        m_folder.catalogue)
        if (const auto* rated = m_folder.catalogue->find(it->second))
            return qt(rated->name, m_voice);
    return qt(m_folder.service->name, m_voice);
}

QVariantList JourneyPages::submissionRows(const model::Submission& submission) const {
    const auto say = [&](std::string_view arabic, std::string_view english) {
        return qt(model::text(arabic, english), m_voice);
    };
    QVariantList rows;
    rows.append(row(say("الحالة", "Status"),
                    m_voice.say(flow::requestStateText(submission.state, m_voice.language))));
    if (submission.promisedBy && submission.state == model::RequestState::UnderReview)
        rows.append(row(say("نعدك بالرد قبل", "Promised by"), date(*submission.promisedBy), false, true));
    if (!submission.unit.empty())
        rows.append(row(say("الجهة المسؤولة", "With"), qt(submission.unit, m_voice)));
    if (submission.licenceNumber)
        rows.append(row(say("رقم الرخصة", "Licence number"), qt(*submission.licenceNumber), true, true));
    if (submission.bill)
        rows.append(
            row(submission.bill->paid ? say("المبلغ المدفوع", "Paid") : say("المبلغ المطلوب", "To pay"),
                m_voice.say(model::moneyText(submission.bill->amount, m_voice.language))));
    for (const auto* field : flow::askedFields(*m_folder.service, m_folder.answers))
        if (m_folder.service->kind == model::ServiceKind::Appointment)
            rows.append(row(qt(field->label, m_voice),
                            said(flow::answerText(m_folder, *field), readsLeftToRight(field->type)),
                            readsLeftToRight(field->type)));
    return rows;
}

QVariantList JourneyPages::findings() const {
    QVariantList list;
    for (const auto& finding : m_folder.findings) {
        QVariantList rows;
        for (const auto& fact : finding.facts)
            rows.append(
                row(qt(fact.label, m_voice),
                    said(flow::factText(fact, m_voice.language), fact.kind == model::FactKind::Reference),
                    fact.kind == model::FactKind::Reference));
        list.append(QVariantMap{
            {QStringLiteral("title"), qt(finding.title, m_voice)},
            {QStringLiteral("rows"), rows},
            {QStringLiteral("openable"), finding.requestNumber.has_value() && m_folder.citizen.has_value()},
            {QStringLiteral("printable"), finding.printable}});
    }
    return list;
}

QVariantList JourneyPages::licenceRows(const model::Licence& licence) const {
    const auto say = [&](std::string_view arabic, std::string_view english) {
        return qt(model::text(arabic, english), m_voice);
    };
    QVariantList rows;
    rows.append(row(say("الرخصة", "Licence"), qt(licence.title, m_voice), false, true));
    rows.append(row(say("رقم الرخصة", "Licence number"), qt(licence.number), true, true));
    rows.append(row(say("باسم", "Holder"), qt(licence.holder, m_voice)));
    rows.append(row(say("النشاط", "Activity"), qt(licence.activity, m_voice)));
    rows.append(row(say("البلدية", "Municipality"), qt(licence.municipality, m_voice)));
    rows.append(row(say("صدرت في", "Issued"), date(licence.issued)));
    rows.append(row(say("تنتهي في", "Expires"), date(licence.expires)));
    return rows;
}

PageModel JourneyPages::verdict(bool genuine, bool expired, const std::string& problem,
                                const QVariantList& rows) {
    return {QStringLiteral("Verdict"),
            {{QStringLiteral("genuine"), genuine},
             {QStringLiteral("expired"), expired},
             {QStringLiteral("problem"), qt(problem)},
             {QStringLiteral("rows"), rows}}};
}

} // namespace balady::view
