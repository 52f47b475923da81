#include "kiosk/view/catalogue_pages.h"

#include "kiosk/flow/receipts.h"
#include "kiosk/view/voice.h"

#include <QVariantList>
#include <algorithm>

namespace balady::view {
namespace {

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
                                     {QStringLiteral("portrait"), document.portrait},
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

bool offline(const flow::World& world) {
    return !world.conditions.works(model::DeviceRole::Network);
}

bool keepsSome(const flow::World& world) {
    return world.catalogue &&
           std::any_of(world.catalogue->services.begin(), world.catalogue->services.end(),
                       [&](const auto& service) { return flow::mayBeKept(service, world); });
}

} // namespace

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
             {QStringLiteral("offline"), offline(world)},
             {QStringLiteral("keeps"), keepsSome(world)}}};
}

PageModel servicePage(const model::Service& service, model::Language language, const flow::World& world) {
    return {QStringLiteral("Service"),
            {{QStringLiteral("service"), serviceMap(service, world, voiceOf(language, world))},
             {QStringLiteral("obstacle"), qt(flow::obstacle(service, world))},
             {QStringLiteral("keptHere"), offline(world) && flow::mayBeKept(service, world)}}};
}

} // namespace balady::view
