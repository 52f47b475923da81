#include "kiosk/view/maintenance_page.h"

#include "kiosk/flow/device_words.h"
#include "kiosk/view/page_parts.h"

#include <QVariantList>

namespace balady::view {
namespace {

const char* name(model::PaperOutcome outcome) {
    switch (outcome) {
    case model::PaperOutcome::SentToPrinter: return "sent";
    case model::PaperOutcome::Completed: return "completed";
    case model::PaperOutcome::NotPrinted: return "not_printed";
    case model::PaperOutcome::Unknown: return "unknown";
    }
    return "";
}

QVariantList devices(const flow::World& world, const Voice& voice) {
    QVariantList list;
    for (const auto device : flow::kMaintainedDevices) {
        const auto trouble = world.conditions.of(device);
        list.append(
            QVariantMap{{QStringLiteral("id"), qt(model::name(device))},
                        {QStringLiteral("name"), qt(flow::deviceName(device), voice)},
                        {QStringLiteral("state"), qt(flow::stateText(device, trouble), voice)},
                        {QStringLiteral("advice"), qt(flow::adviceFor(device, trouble), voice)},
                        {QStringLiteral("kind"), trouble == model::Trouble::None  ? QStringLiteral("good")
                                                 : world.conditions.works(device) ? QStringLiteral("notice")
                                                                                  : QStringLiteral("bad")}});
    }
    return list;
}

} // namespace

PageModel maintenancePage(const flow::Maintenance& maintenance, model::Language language,
                          const flow::World& world) {
    namespace mt = flow::maintenance;
    const auto voice = voiceOf(language, world);
    return std::visit(
        flow::Overloaded{
            [](const mt::AskPin& asking) -> PageModel {
                return {QStringLiteral("BadgePin"),
                        {{QStringLiteral("triesLeft"), asking.triesLeft},
                         {QStringLiteral("problem"), qt(asking.problem)},
                         {QStringLiteral("checking"), asking.checking}}};
            },
            [&](const mt::Refused& refused) {
                return stuck(refused.problem, {}, voice, {QStringLiteral("anotherService")});
            },
            [&](const mt::Bench& bench) -> PageModel {
                constexpr std::int64_t kMetre = 1000;
                return {QStringLiteral("Maintenance"),
                        {{QStringLiteral("devices"), devices(world, voice)},
                         {QStringLiteral("rollMetres"),
                          bench.roll ? static_cast<int>(bench.roll->millimetres / kMetre) : -1},
                         {QStringLiteral("rollHours"), bench.roll ? bench.roll->hours.value_or(-1) : -1},
                         {QStringLiteral("newRoll"), bench.newRoll},
                         {QStringLiteral("printing"), bench.printing},
                         {QStringLiteral("test"),
                          bench.test ? QString::fromLatin1(name(*bench.test)) : QString()},
                         {QStringLiteral("terminalId"), qt(world.terminal.id)},
                         {QStringLiteral("programVersion"), qt(world.terminal.programVersion)}}};
            },
        },
        maintenance.state);
}

} // namespace balady::view
