// The pages that ask: who you are, the form, the documents, and whether all is right.
#include "kiosk/flow/receipts.h"
#include "kiosk/view/journey_pages.h"
#include "kiosk/view/page_parts.h"

namespace balady::view {
namespace {

constexpr std::size_t kKilobyte = 1024;

/// The address as people type it: browsers add the rest.
QString typed(const std::string& address) {
    return qt(std::string_view(address).substr(
        address.find("//") == std::string::npos ? 0 : address.find("//") + 2));
}

QString cardWord(const std::optional<model::Authenticity>& card) {
    if (!card)
        return {};
    return *card == model::Authenticity::Verified ? QStringLiteral("verified")
                                                  : QStringLiteral("not_verified");
}

void describe(const flow::by_phone::State& state, const Voice& voice, QVariantMap& properties) {
    namespace ph = flow::by_phone;
    std::visit(flow::Overloaded{
                   [&](const ph::Asking&) { properties[QStringLiteral("phase")] = QStringLiteral("asking"); },
                   [&](const ph::Waiting& waiting) {
                       properties[QStringLiteral("phase")] = QStringLiteral("waiting");
                       properties[QStringLiteral("problem")] = qt(waiting.problem);
                       properties[QStringLiteral("address")] = typed(waiting.ticket.address);
                       properties[QStringLiteral("codePath")] = squarePath(waiting.code);
                       properties[QStringLiteral("codeUnits")] = squareUnits(waiting.code);
                   },
                   [&](const ph::Came& came) {
                       properties[QStringLiteral("phase")] = QStringLiteral("came");
                       properties[QStringLiteral("kilobytes")] =
                           static_cast<int>((came.file.bytes + kKilobyte - 1) / kKilobyte);
                       properties[QStringLiteral("pages")] = came.file.pages;
                       properties[QStringLiteral("mark")] = qt(came.file.mark);
                   },
                   [&](const ph::Stuck& stuck) {
                       properties[QStringLiteral("phase")] = QStringLiteral("stuck");
                       properties[QStringLiteral("problem")] = qt(stuck.problem);
                       properties[QStringLiteral("sentence")] = qt(stuck.sentence, voice);
                   },
               },
               state);
}

} // namespace

PageModel JourneyPages::operator()(const flow::identify::State& state) const {
    namespace id = flow::identify;
    return std::visit(
        flow::Overloaded{
            [&](const id::Choose&) -> PageModel {
                return {QStringLiteral("IdentifyChoice"), {}};
            },
            [&](const id::ShowCard&) -> PageModel {
                return {QStringLiteral("ShowCard"),
                        {{QStringLiteral("cameraGone"),
                          !m_world.conditions.works(model::DeviceRole::DocumentCamera)},
                         {QStringLiteral("handScanner"), m_world.terminal.handScanner}}};
            },
            [&](const id::AwaitCard& awaiting) -> PageModel {
                return {QStringLiteral("InsertCard"), {{QStringLiteral("known"), !awaiting.typed.empty()}}};
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
                        {{QStringLiteral("card"), cardWord(app.card)},
                         {QStringLiteral("number"), qt(app.challenge.number)}}};
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
                if (s.problem == "look_ups_used")
                    actions.append(QStringLiteral("anotherService"));
                else if (s.who)
                    actions.append(QStringLiteral("sendSms"));
                else
                    actions.append(QStringLiteral("typeNumber"));
                // A changed chip stays refused: the first button is the way on.
                if (s.problem == "card_tampered")
                    actions.move(1, 0);
                return stuck(s.problem, s.sentence, m_voice, actions);
            },
        },
        state);
}

PageModel JourneyPages::operator()(const flow::form::State& state) const {
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

PageModel JourneyPages::operator()(const flow::documents::State& state) const {
    const auto asked = flow::askedDocuments(*m_folder.service, m_folder.answers);
    const auto index = flow::documents::indexOf(state);
    const auto& document = *asked[index];
    if (std::holds_alternative<flow::documents::Consent>(state))
        return {QStringLiteral("Consent"),
                {{QStringLiteral("documentName"), qt(document.name, m_voice)},
                 {QStringLiteral("documentHelp"), qt(document.help, m_voice)},
                 {QStringLiteral("serviceName"), qt(m_folder.service->name, m_voice)}}};
    if (const auto* phone = std::get_if<flow::documents::ByPhone>(&state)) {
        QVariantMap properties{{QStringLiteral("index"), static_cast<int>(index)},
                               {QStringLiteral("count"), static_cast<int>(asked.size())},
                               {QStringLiteral("documentName"), qt(document.name, m_voice)},
                               {QStringLiteral("paper"), document.pages > 0},
                               {QStringLiteral("problem"), QString()},
                               {QStringLiteral("sentence"), QString()},
                               {QStringLiteral("address"), QString()},
                               {QStringLiteral("codePath"), QString()},
                               {QStringLiteral("codeUnits"), 1},
                               {QStringLiteral("kilobytes"), 0},
                               {QStringLiteral("pages"), 0},
                               {QStringLiteral("mark"), QString()}};
        describe(phone->state, m_voice, properties);
        return {QStringLiteral("Phone"), properties};
    }
    QVariantMap properties{
        {QStringLiteral("index"), static_cast<int>(index)},
        {QStringLiteral("count"), static_cast<int>(asked.size())},
        {QStringLiteral("documentName"), qt(document.name, m_voice)},
        {QStringLiteral("documentHelp"), qt(document.help, m_voice)},
        {QStringLiteral("optional"), !document.required},
        {QStringLiteral("paper"), document.pages > 0},
        {QStringLiteral("portrait"), document.portrait},
        {QStringLiteral("pageNumber"), static_cast<int>(flow::documents::pagesBefore(state).size()) + 1},
        {QStringLiteral("more"), false},
        {QStringLiteral("phoneOffered"), flow::documents::offersPhone(state, m_folder, m_world)},
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
        properties[QStringLiteral("more")] = flow::documents::mayHaveAnotherPage(*judge, document);
        properties[QStringLiteral("usable")] = flow::documents::usable(judge->still->problem);
    }
    return {QStringLiteral("Document"), properties};
}

PageModel JourneyPages::operator()(const flow::review::State&) const {
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
    return {
        QStringLiteral("Review"),
        {{QStringLiteral("groups"), groups},
         {QStringLiteral("documents"), documents},
         {QStringLiteral("citizenName"), m_folder.citizen ? qt(m_folder.citizen->name, m_voice) : QString()},
         {QStringLiteral("maskedIdentity"),
          m_folder.citizen ? qt(m_folder.citizen->maskedIdentity) : QString()}}};
}

QString JourneyPages::said(const std::string& value, bool leftToRight) const {
    return leftToRight ? qt(value) : m_voice.say(value);
}

} // namespace balady::view
