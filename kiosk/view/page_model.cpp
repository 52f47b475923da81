#include "kiosk/view/page_model.h"

#include "kiosk/flow/receipts.h"
#include "kiosk/model/date.h"
#include "kiosk/model/money.h"

#include <QVariantList>
#include <algorithm>

namespace balady::view {
namespace {

using model::Language;

QString qt(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// How this citizen reads.
struct Voice {
    Language language;
    model::DigitStyle digits;

    [[nodiscard]] QString say(std::string_view words) const { return qt(model::inDigits(words, digits)); }
};

Voice voiceOf(Language language, const flow::World& world) {
    return {language, digitsIn(language, world.terminal)};
}

QString qt(const model::LocalizedText& text, const Voice& voice) {
    return voice.say(text.in(voice.language));
}

QString typeName(model::FieldType type) {
    switch (type) {
    case model::FieldType::Text: return QStringLiteral("text");
    case model::FieldType::Note: return QStringLiteral("note");
    case model::FieldType::Digits: return QStringLiteral("digits");
    case model::FieldType::Number: return QStringLiteral("number");
    case model::FieldType::Identity: return QStringLiteral("identity");
    case model::FieldType::Establishment: return QStringLiteral("establishment");
    case model::FieldType::Mobile: return QStringLiteral("mobile");
    case model::FieldType::Address: return QStringLiteral("address");
    case model::FieldType::Date: return QStringLiteral("date");
    case model::FieldType::Choice: return QStringLiteral("choice");
    case model::FieldType::YesNo: return QStringLiteral("yesNo");
    case model::FieldType::Reference: return QStringLiteral("reference");
    }
    return {};
}

bool readsLeftToRight(model::FieldType type) {
    switch (type) {
    case model::FieldType::Text:
    case model::FieldType::Note:
    case model::FieldType::Choice:
    case model::FieldType::YesNo:
    case model::FieldType::Date: return false;
    default: return true;
    }
}

QVariantMap row(const QString& label, const QString& value, bool leftToRight = false, bool strong = false) {
    return {{QStringLiteral("label"), label},
            {QStringLiteral("value"), value},
            {QStringLiteral("ltr"), leftToRight},
            {QStringLiteral("strong"), strong}};
}

QVariantMap optionMap(const model::Option& option, const Voice& voice) {
    return {{QStringLiteral("code"), qt(option.code)},
            {QStringLiteral("label"), qt(option.label, voice)},
            {QStringLiteral("note"), qt(option.note, voice)},
            {QStringLiteral("group"), qt(option.group, voice)},
            {QStringLiteral("badge"), QString()},
            {QStringLiteral("icon"), qt(option.icon)}};
}

/// `own` is the code of the option that comes first, under a heading that says why; "" where none does.
QVariantList optionList(const std::vector<model::Option>& options, const std::string& own,
                        const Voice& voice) {
    QVariantList list;
    list.reserve(static_cast<qsizetype>(options.size()));
    for (const auto& option : options)
        if (!own.empty() && option.code == own) {
            auto first = optionMap(option, voice);
            const auto why = qt(model::text("البلدية التي أنت فيها", "Where you are"), voice);
            first[QStringLiteral("note")] = first[QStringLiteral("group")];
            first[QStringLiteral("group")] = why;
            first[QStringLiteral("badge")] = why;
            list.prepend(first);
        } else {
            list.append(optionMap(option, voice));
        }
    return list;
}

QString problemFor(const std::vector<model::FieldProblem>& problems, const std::string& field) {
    for (const auto& problem : problems)
        if (problem.field == field)
            return qt(problem.code);
    return {};
}

QVariantMap fieldMap(const model::Field& field, const std::vector<model::Option>& options,
                     const std::string& value, const QString& problem, bool loading,
                     const std::string& ownMunicipality, const Voice& voice) {
    const auto& own = field.list == model::kMunicipalities ? ownMunicipality : std::string();
    return {{QStringLiteral("id"), qt(field.id)},
            {QStringLiteral("type"), typeName(field.type)},
            {QStringLiteral("label"), qt(field.label, voice)},
            {QStringLiteral("help"), qt(field.help, voice)},
            {QStringLiteral("required"), field.required},
            {QStringLiteral("options"), optionList(options, own, voice)},
            {QStringLiteral("source"), qt(field.optionsFrom)},
            {QStringLiteral("minimum"), QVariant::fromValue<qlonglong>(field.min.value_or(0))},
            {QStringLiteral("maximum"), QVariant::fromValue<qlonglong>(field.max.value_or(0))},
            {QStringLiteral("value"), qt(value)},
            {QStringLiteral("problem"), problem},
            {QStringLiteral("loading"), loading}};
}

QVariantMap serviceMap(const model::Service& service, const flow::World& world, const Voice& voice) {
    QVariantList conditions;
    for (const auto& condition : service.conditions)
        conditions.append(qt(condition, voice));
    QVariantList steps;
    for (const auto& step : service.steps)
        steps.append(qt(step, voice));
    QVariantList documents;
    for (const auto& document : service.documents)
        documents.append(QVariantMap{{QStringLiteral("name"), qt(document.name, voice)},
                                     {QStringLiteral("help"), qt(document.help, voice)},
                                     {QStringLiteral("required"), document.required && !document.askIf}});
    QVariantList gates;
    for (const auto& gate : service.gates) {
        const auto* start = world.catalogue ? world.catalogue->find(gate.startHere) : nullptr;
        gates.append(QVariantMap{{QStringLiteral("reason"), qt(gate.reason, voice)},
                                 {QStringLiteral("startHere"), qt(gate.startHere)},
                                 {QStringLiteral("startName"), start ? qt(start->name, voice) : QString()}});
    }
    return {{QStringLiteral("id"), qt(service.id)},
            {QStringLiteral("kind"), qt(model::name(service.kind))},
            {QStringLiteral("name"), qt(service.name, voice)},
            {QStringLiteral("summary"), qt(service.summary, voice)},
            {QStringLiteral("icon"), qt(service.icon)},
            {QStringLiteral("conditions"), conditions},
            {QStringLiteral("steps"), steps},
            {QStringLiteral("documents"), documents},
            {QStringLiteral("gates"), gates},
            {QStringLiteral("promiseDays"), service.promise.days.value_or(-1)},
            {QStringLiteral("promiseNote"), qt(service.promise.note, voice)},
            {QStringLiteral("feeText"), voice.say(flow::feeText(service.fee, voice.language))},
            {QStringLiteral("feeNote"), qt(service.fee.note, voice)},
            {QStringLiteral("needsIdentity"), service.needsIdentity}};
}

PageModel homePage(const flow::Session& session, const flow::World& world) {
    QVariantList families;
    for (auto family : {model::Family::Electronic, model::Family::Interactive, model::Family::Information}) {
        QVariantList services;
        if (world.catalogue)
            for (const auto& service : world.catalogue->services) {
                if (service.family != family)
                    continue;
                QStringList words;
                for (const auto& keyword : service.keywords)
                    words.append(qt(keyword));
                services.append(QVariantMap{
                    {QStringLiteral("id"), qt(service.id)},
                    {QStringLiteral("name"), qt(service.name, voiceOf(session.language, world))},
                    {QStringLiteral("summary"), qt(service.summary, voiceOf(session.language, world))},
                    {QStringLiteral("icon"), qt(service.icon)},
                    {QStringLiteral("keywords"), words},
                    {QStringLiteral("obstacle"), qt(flow::obstacle(service, world))}});
            }
        families.append(QVariantMap{{QStringLiteral("id"), qt(model::name(family))},
                                    {QStringLiteral("services"), services}});
    }
    return {QStringLiteral("Home"),
            {{QStringLiteral("families"), families},
             {QStringLiteral("citizenName"),
              session.citizen ? qt(session.citizen->name, voiceOf(session.language, world)) : QString()},
             {QStringLiteral("backVisible"), world.terminal.languages.size() > 1},
             {QStringLiteral("offline"), !world.conditions.works(model::DeviceRole::Network)}}};
}

PageModel waiting(const char* what, int index = 0, int count = 0) {
    return {QStringLiteral("Waiting"),
            {{QStringLiteral("what"), QString::fromLatin1(what)},
             {QStringLiteral("index"), index},
             {QStringLiteral("count"), count}}};
}

PageModel stuck(const std::string& problem, const model::LocalizedText& sentence, const Voice& voice,
                QStringList actions, const QString& gateName = {}) {
    return {QStringLiteral("Stuck"),
            {{QStringLiteral("problem"), qt(problem)},
             {QStringLiteral("sentence"), qt(sentence, voice)},
             {QStringLiteral("actions"), actions},
             {QStringLiteral("gateName"), gateName}}};
}

PageModel formPage(const QString& title, const QVariantList& fields, const QString& sentence = {},
                   const QString& loadProblem = {}) {
    return {QStringLiteral("Form"),
            {{QStringLiteral("pageTitle"), title},
             {QStringLiteral("fields"), fields},
             {QStringLiteral("sentence"), sentence},
             {QStringLiteral("loadProblem"), loadProblem}}};
}

/// Pages of a running journey, one overload a stage.
class JourneyPages {
  public:
    JourneyPages(const flow::Journey& journey, const flow::World& world)
        : m_folder(journey.folder), m_world(world), m_voice(voiceOf(m_folder.language, world)) {}

    PageModel operator()(const flow::identify::State& state) const {
        namespace id = flow::identify;
        return std::visit(
            flow::Overloaded{
                [&](const id::Choose&) -> PageModel {
                    return {QStringLiteral("IdentifyChoice"), {}};
                },
                [&](const id::AwaitCard&) -> PageModel {
                    return {QStringLiteral("InsertCard"), {}};
                },
                [&](const id::CardDetails& details) {
                    QVariantList fields;
                    for (const auto& field : id::cardForm().fields) {
                        const auto it = details.typed.find(field.id);
                        fields.append(fieldMap(field, {}, it == details.typed.end() ? "" : it->second,
                                               problemFor(details.problems, field.id), false,
                                               m_world.terminal.municipalityCode, m_voice));
                    }
                    return formPage(qt(id::cardForm().title, m_voice), fields);
                },
                [&](const id::Reading&) { return waiting("reading_card"); },
                [&](const id::TypeIdentity& entry) -> PageModel {
                    return {QStringLiteral("TypeIdentity"),
                            {{QStringLiteral("typed"), qt(entry.typed)},
                             {QStringLiteral("problem"), qt(entry.problem)},
                             {QStringLiteral("cardOffered"), m_world.card != model::CardPresence::NoReader}}};
                },
                [&](const id::Starting&) { return waiting("starting_challenge"); },
                [&](const id::AwaitApp& app) -> PageModel {
                    return {QStringLiteral("AppChallenge"),
                            {{QStringLiteral("number"), qt(app.challenge.number)}}};
                },
                [&](const id::EnterCode& entry) -> PageModel {
                    return {QStringLiteral("SmsCode"),
                            {{QStringLiteral("maskedMobile"), qt(entry.challenge.maskedMobile)},
                             {QStringLiteral("attemptsLeft"), entry.challenge.attemptsLeft},
                             {QStringLiteral("problem"), qt(entry.problem)},
                             {QStringLiteral("checking"), entry.checking}}};
                },
                [&](const id::SigningIn&) { return waiting("signing_in"); },
                [&](const id::Stuck& s) {
                    QStringList actions{QStringLiteral("tryAgain")};
                    if (s.problem == "too_many_tries")
                        actions.clear();
                    if (s.who)
                        actions.append(QStringLiteral("sendSms"));
                    else
                        actions.append(QStringLiteral("typeNumber"));
                    return stuck(s.problem, s.sentence, m_voice, actions);
                },
            },
            state);
    }

    PageModel operator()(const flow::form::State& state) const {
        const auto& page = m_folder.service->form[state.page];
        QVariantList fields;
        for (const auto& field : page.fields) {
            if (!model::isAsked(field, m_folder.answers))
                continue;
            const auto answer = m_folder.answers.find(field.id);
            const auto loaded = m_folder.options.find(field.id);
            fields.append(fieldMap(field, loaded == m_folder.options.end() ? field.options : loaded->second,
                                   answer == m_folder.answers.end() ? "" : answer->second,
                                   problemFor(state.problems, field.id), state.loading.contains(field.id),
                                   m_world.terminal.municipalityCode, m_voice));
        }
        return formPage(qt(page.title, m_voice), fields, qt(state.sentence, m_voice), qt(state.loadProblem));
    }

    PageModel operator()(const flow::documents::State& state) const {
        const auto asked = flow::askedDocuments(*m_folder.service, m_folder.answers);
        const auto index = flow::documents::indexOf(state);
        const auto& document = *asked[index];
        QVariantMap properties{{QStringLiteral("index"), static_cast<int>(index)},
                               {QStringLiteral("count"), static_cast<int>(asked.size())},
                               {QStringLiteral("documentName"), qt(document.name, m_voice)},
                               {QStringLiteral("documentHelp"), qt(document.help, m_voice)},
                               {QStringLiteral("optional"), !document.required},
                               {QStringLiteral("phase"), QStringLiteral("aim")},
                               {QStringLiteral("problem"), QString()},
                               {QStringLiteral("sentence"), QString()},
                               {QStringLiteral("usable"), true}};
        if (const auto* aim = std::get_if<flow::documents::Aim>(&state)) {
            properties[QStringLiteral("problem")] = qt(aim->problem);
            properties[QStringLiteral("sentence")] = qt(aim->sentence, m_voice);
        } else if (std::holds_alternative<flow::documents::Shooting>(state)) {
            properties[QStringLiteral("phase")] = QStringLiteral("shooting");
        } else if (const auto* judge = std::get_if<flow::documents::Judge>(&state)) {
            properties[QStringLiteral("phase")] = QStringLiteral("judge");
            properties[QStringLiteral("problem")] = qt(flow::documents::sentenceOf(judge->still->problem));
            properties[QStringLiteral("usable")] = flow::documents::usable(judge->still->problem);
        }
        return {QStringLiteral("Document"), properties};
    }

    PageModel operator()(const flow::review::State&) const {
        QVariantList groups;
        const auto& form = m_folder.service->form;
        for (std::size_t page = 0; page < form.size(); ++page) {
            QVariantList rows;
            for (const auto& field : form[page].fields) {
                if (!model::isAsked(field, m_folder.answers))
                    continue;
                const auto value = flow::answerText(m_folder, field);
                if (!value.empty())
                    rows.append(row(qt(field.label, m_voice), said(value, readsLeftToRight(field.type)),
                                    readsLeftToRight(field.type)));
            }
            if (!rows.isEmpty())
                groups.append(QVariantMap{{QStringLiteral("page"), static_cast<int>(page)},
                                          {QStringLiteral("title"), qt(form[page].title, m_voice)},
                                          {QStringLiteral("rows"), rows}});
        }
        QStringList documents;
        for (const auto& picture : m_folder.pictures)
            for (const auto& document : m_folder.service->documents)
                if (document.id == picture.documentId)
                    documents.append(qt(document.name, m_voice));
        return {QStringLiteral("Review"),
                {{QStringLiteral("groups"), groups},
                 {QStringLiteral("documents"), documents},
                 {QStringLiteral("citizenName"),
                  m_folder.citizen ? qt(m_folder.citizen->name, m_voice) : QString()},
                 {QStringLiteral("maskedIdentity"),
                  m_folder.citizen ? qt(m_folder.citizen->maskedIdentity) : QString()}}};
    }

    PageModel operator()(const flow::submit::State& state) const {
        namespace su = flow::submit;
        return std::visit(flow::Overloaded{
                              [&](const su::Uploading& up) {
                                  return waiting("uploading", static_cast<int>(up.index) + 1,
                                                 static_cast<int>(m_folder.pictures.size()));
                              },
                              [&](const su::Sending&) { return waiting("sending"); },
                              [&](const su::Asking&) { return waiting("asking"); },
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

    PageModel operator()(const flow::bill::State& state) const {
        const auto& bill = *m_folder.submission->bill;
        return {QStringLiteral("Bill"),
                {{QStringLiteral("biller"), qt(bill.biller)},
                 {QStringLiteral("billNumber"), qt(bill.number)},
                 {QStringLiteral("amountText"), m_voice.say(model::moneyText(bill.amount, m_voice.language))},
                 {QStringLiteral("requestNumber"), qt(m_folder.submission->number)},
                 {QStringLiteral("problem"), qt(state.problem)}}};
    }

    PageModel operator()(const flow::outcome::State&) const {
        QVariantMap properties{{QStringLiteral("kind"), qt(model::name(m_folder.service->kind))},
                               {QStringLiteral("known"), m_folder.sent != flow::Sent::Unknown},
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

    PageModel operator()(const flow::papers::State& state) const {
        using flow::papers::Paper;
        using flow::papers::Phase;
        QVariantList papers;
        for (std::size_t i = 0; i < state.papers.size(); ++i) {
            const auto paper = state.papers[i];
            const auto has = [&](const std::vector<Paper>& in) {
                return std::find(in.begin(), in.end(), paper) != in.end();
            };
            const char* stands = has(state.out)                                   ? "out"
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
                 {QStringLiteral("problem"), state.phase == Phase::Trouble ? qt(state.problem) : QString()},
                 {QStringLiteral("number"),
                  m_folder.submission && !m_folder.listOnly ? qt(m_folder.submission->number) : QString()}}};
    }

    PageModel operator()(const flow::rate::State&) const {
        return {QStringLiteral("Rate"), {{QStringLiteral("serviceName"), ratedName()}}};
    }

    PageModel operator()(const flow::lookup::State& state) const {
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
                                  return stuck(
                                      s.problem, s.sentence, m_voice,
                                      {QStringLiteral("tryAgain"), QStringLiteral("anotherService")});
                              },
                          },
                          state);
    }

    PageModel operator()(const flow::scan::State& state) const {
        namespace sc = flow::scan;
        return std::visit(
            flow::Overloaded{
                [&](const sc::Looking& looking) -> PageModel {
                    return {QStringLiteral("Scan"), {{QStringLiteral("problem"), qt(looking.problem)}}};
                },
                [&](const sc::Checking&) { return waiting("checking_code"); },
                [&](const sc::Genuine& genuine) {
                    return verdict(true, genuine.expired, "", licenceRows(genuine.licence));
                },
                [&](const sc::Doubtful& doubtful) { return verdict(false, false, doubtful.problem, {}); },
            },
            state);
    }

  private:
    /// A left-to-right value gets its digits, and its isolation, from the control that shows it.
    [[nodiscard]] QString said(const std::string& value, bool leftToRight) const {
        return leftToRight ? qt(value) : m_voice.say(value);
    }
    [[nodiscard]] QString date(model::Date day) const {
        return m_voice.say(model::bothCalendars(day, m_voice.language));
    }

    [[nodiscard]] QString receiptKind() const {
        if (m_folder.listOnly)
            return QStringLiteral("list");
        return m_folder.service->kind == model::ServiceKind::Appointment ? QStringLiteral("slip")
                                                                         : QStringLiteral("receipt");
    }

    [[nodiscard]] QString ratedName() const {
        const auto it = m_folder.answers.find("service");
        if (m_folder.service->kind == model::ServiceKind::Rating && it != m_folder.answers.end() &&
            m_folder.catalogue)
            if (const auto* rated = m_folder.catalogue->find(it->second))
                return qt(rated->name, m_voice);
        return qt(m_folder.service->name, m_voice);
    }

    [[nodiscard]] QVariantList submissionRows(const model::Submission& submission) const {
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

    [[nodiscard]] QVariantList findings() const {
        QVariantList list;
        for (const auto& finding : m_folder.findings) {
            QVariantList rows;
            for (const auto& fact : finding.facts)
                rows.append(
                    row(qt(fact.label, m_voice),
                        said(flow::factText(fact, m_voice.language), fact.kind == model::FactKind::Reference),
                        fact.kind == model::FactKind::Reference));
            list.append(QVariantMap{{QStringLiteral("title"), qt(finding.title, m_voice)},
                                    {QStringLiteral("rows"), rows},
                                    {QStringLiteral("openable"),
                                     finding.requestNumber.has_value() && m_folder.citizen.has_value()},
                                    {QStringLiteral("printable"), finding.printable}});
        }
        return list;
    }

    [[nodiscard]] QVariantList licenceRows(const model::Licence& licence) const {
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

    static PageModel verdict(bool genuine, bool expired, const std::string& problem,
                             const QVariantList& rows) {
        return {QStringLiteral("Verdict"),
                {{QStringLiteral("genuine"), genuine},
                 {QStringLiteral("expired"), expired},
                 {QStringLiteral("problem"), qt(problem)},
                 {QStringLiteral("rows"), rows}}};
    }

    const flow::Folder& m_folder;
    const flow::World& m_world;
    Voice m_voice;
};

/// What the frame around the page shows while a journey runs.
void addFrame(PageModel& page, const flow::Journey& journey, const flow::World& world) {
    const auto progress = flow::progress(journey);
    page.properties.insert(QStringLiteral("stepIndex"), progress.step);
    page.properties.insert(QStringLiteral("stepCount"), progress.count);
    page.properties.insert(QStringLiteral("stepText"),
                           qt(journey.folder.service->name, voiceOf(journey.folder.language, world)));
    page.properties.insert(QStringLiteral("backVisible"), flow::mayGoBack(journey));
    page.properties.insert(QStringLiteral("cancelVisible"),
                           !flow::busy(journey) &&
                               !std::holds_alternative<flow::papers::State>(journey.stage));
}

/// Without its key.
PageModel pageAt(const flow::Session& session, const flow::World& world) {
    return std::visit(
        flow::Overloaded{
            [&](const flow::Attract&) -> PageModel {
                return {QStringLiteral("Attract"),
                        {{QStringLiteral("languages"), languageCodes(world.terminal)}}};
            },
            [&](const flow::ChooseLanguage&) -> PageModel {
                return {QStringLiteral("Language"),
                        {{QStringLiteral("languages"), languageCodes(world.terminal)}}};
            },
            [&](const flow::HomePage&) { return homePage(session, world); },
            [&](const flow::About& about) -> PageModel {
                const auto* service = world.catalogue ? world.catalogue->find(about.serviceId) : nullptr;
                if (service == nullptr) // a newer catalogue no longer has it
                    return homePage(session, world);
                return {QStringLiteral("Service"),
                        {{QStringLiteral("service"),
                          serviceMap(*service, world, voiceOf(session.language, world))},
                         {QStringLiteral("obstacle"), qt(flow::obstacle(*service, world))}}};
            },
            [&](const flow::Journey& journey) {
                auto page = std::visit(JourneyPages{journey, world}, journey.stage);
                addFrame(page, journey, world);
                return page;
            },
            [&](const flow::Farewell&) -> PageModel {
                return {QStringLiteral("Goodbye"),
                        {{QStringLiteral("cardPresent"), world.card == model::CardPresence::Present},
                         {QStringLiteral("citizenName"),
                          session.citizen ? qt(session.citizen->name, voiceOf(session.language, world))
                                          : QString()}}};
            },
        },
        session.place);
}

} // namespace

QStringList languageCodes(const flow::Terminal& terminal) {
    QStringList codes;
    for (const auto language : terminal.languages)
        codes.append(qt(model::code(language)));
    return codes;
}

QString overlayName(flow::Overlay overlay) {
    switch (overlay) {
    case flow::Overlay::None: return {};
    case flow::Overlay::StillThere:
    case flow::Overlay::StepOver: return QStringLiteral("stillThere");
    case flow::Overlay::LeaveQuestion: return QStringLiteral("leaveQuestion");
    case flow::Overlay::Languages: return QStringLiteral("languages");
    }
    return {};
}

PageModel pageModel(const flow::Session& session, const flow::World& world) {
    auto page = pageAt(session, world);
    const auto text = [&](const char* name) { return page.properties.value(QLatin1String(name)).toString(); };
    const auto service = page.properties.value(QStringLiteral("service")).toMap();
    const auto code = model::code(session.language);
    page.key = QStringList{service.value(QStringLiteral("id")).toString(), text("pageTitle"), text("index"),
                           text("phase") == QLatin1String("judge") ? "judge" : "", qt(code)}
                   .join(u'|');
    return page;
}

} // namespace balady::view
