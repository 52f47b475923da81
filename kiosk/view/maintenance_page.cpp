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
    for (const auto device : flow::maintainedDevices(world.terminal)) {
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

/// As the counter and the sensor know it; -1 where nobody counts. What the printer says now outdoes what was counted.
int metresLeft(const flow::maintenance::Bench& bench, const flow::World& world) {
    constexpr std::int64_t kMetre = 1000;
    if (!bench.roll)
        return -1;
    const bool out = world.conditions.of(model::DeviceRole::ReceiptPrinter) == model::Trouble::PaperOut;
    return out ? 0 : static_cast<int>(bench.roll->millimetres / kMetre);
}
/// At the pace of the last days; -1 where it is not known, or there is nothing left.
int hoursLeft(const flow::maintenance::Bench& bench, const flow::World& world) {
    return metresLeft(bench, world) > 0 ? bench.roll->hours.value_or(-1) : -1;
}

} // namespace

PageModel maintenancePage(const flow::Maintenance& maintenance, model::Language language,
                          const flow::World& world) {
    namespace mt = flow::maintenance;
    const auto voice = voiceOf(language, world);
    return std::visit(flow::Overloaded{
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
                              return {
                                  QStringLiteral("Maintenance"),
                                  {{QStringLiteral("devices"), devices(world, voice)},
                                   {QStringLiteral("rollMetres"), metresLeft(bench, world)},
                                   {QStringLiteral("rollHours"), hoursLeft(bench, world)},
                                   {QStringLiteral("newRoll"), bench.newRoll},
                                   {QStringLiteral("listIsOld"), bench.listIsOld},
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
