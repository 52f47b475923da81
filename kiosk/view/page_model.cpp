#include "kiosk/view/page_model.h"

#include "kiosk/view/catalogue_pages.h"
#include "kiosk/view/journey_pages.h"
#include "kiosk/view/maintenance_page.h"
#include "kiosk/view/voice.h"

namespace balady::view {
namespace {

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

/// What the last page tells, as keys of its sentences. What lies in a request that is kept here is not erased.
QStringList erased(const flow::Traces& traces) {
    QStringList keys;
    if (traces.identity)
        keys.append(QStringLiteral("identity"));
    if (traces.answers && !traces.keptHere)
        keys.append(QStringLiteral("answers"));
    if (traces.pictures && !traces.keptHere)
        keys.append(QStringLiteral("pictures"));
    return keys;
}
QStringList kept(const flow::Traces& traces) {
    QStringList keys;
    if (traces.request)
        keys.append(QStringLiteral("request"));
    if (traces.unconfirmed)
        keys.append(QStringLiteral("unconfirmed"));
    if (traces.keptHere)
        keys.append(QStringLiteral("kept_here"));
    if (traces.paper)
        keys.append(QStringLiteral("paper"));
    return keys;
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
                return servicePage(*service, session.language, world);
            },
            [&](const flow::Journey& journey) {
                auto page = std::visit(JourneyPages{journey, world}, journey.stage);
                addFrame(page, journey, world);
                return page;
            },
            [&](const flow::Maintenance& maintenance) {
                return maintenancePage(maintenance, session.language, world);
            },
            [&](const flow::Farewell&) -> PageModel {
                return {QStringLiteral("Goodbye"),
                        {{QStringLiteral("cardPresent"), world.card == model::CardPresence::Present},
                         {QStringLiteral("citizenName"),
                          session.citizen ? qt(session.citizen->name, voiceOf(session.language, world))
                                          : QString()},
                         {QStringLiteral("erased"), erased(session.traces)},
                         {QStringLiteral("kept"), kept(session.traces)}}};
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
