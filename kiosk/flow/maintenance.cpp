#include "kiosk/flow/maintenance.h"

#include "kiosk/flow/device_words.h"
#include "kiosk/flow/stage.h"
#include "kiosk/model/date.h"

namespace balady::flow::maintenance {
namespace {

using model::BadgeState;
using model::text;
using What = NoteMaintenance::What;

std::string problemOf(BadgeState state) {
    return "badge_" + std::string(model::name(state));
}

void refuse(Maintenance& at, BadgeState state, Effects& effects) {
    at.state = Refused{problemOf(state)};
    effects.emplace_back(NoteMaintenance{What::Refused, at.badge, std::string(model::name(state))});
}

void proven(Maintenance& at, const Result<model::Badge>& result, Effects& effects) {
    auto& asking = std::get<AskPin>(at.state);
    asking.checking = false;
    if (!result) {
        if (result.error().code == FaultCode::UnsupportedCard)
            at.state = Refused{"badge_by_air"};
        else
            asking.problem = "badge_silent";
        return;
    }
    if (!result->mark.empty())
        at.badge = result->mark;
    switch (result->state) {
    case BadgeState::Proven:
        at.state = Bench{};
        std::get<Bench>(at.state).listIsOld = result->listIsOld;
        effects.emplace_back(NoteMaintenance{What::SignedIn, at.badge});
        effects.emplace_back(AskRoll{});
        effects.emplace_back(StartTimer{Timer::Idle, kIdle});
        return;
    case BadgeState::WrongPin:
        asking = {result->triesLeft, problemOf(BadgeState::WrongPin)};
        effects.emplace_back(
            NoteMaintenance{What::Refused, at.badge, std::string(model::name(BadgeState::WrongPin))});
        return;
    case BadgeState::None: // another card was put in its place
    case BadgeState::Waiting: refuse(at, BadgeState::Unknown, effects); return;
    case BadgeState::Blocked:
    case BadgeState::Expired:
    case BadgeState::Unknown:
    case BadgeState::Withdrawn:
    case BadgeState::ListOld:
    case BadgeState::Forged: refuse(at, result->state, effects);
    }
}

void atPin(Maintenance& at, const Event& event, Effects& effects) {
    auto& asking = std::get<AskPin>(at.state);
    if (const auto* typed = std::get_if<CodeTyped>(&event)) {
        if (asking.checking || !model::mayBePin(typed->code.reveal()))
            return;
        asking.checking = true;
        asking.problem.clear();
        effects.emplace_back(ProveBadge{typed->code});
    } else if (const auto* answer = std::get_if<BadgeProven>(&event); answer && asking.checking) {
        proven(at, answer->result, effects);
    }
}

void atBench(const Maintenance& at, Bench& bench, const Event& event, const World& world,
             model::Language language, Effects& effects) {
    if (std::holds_alternative<NewRoll>(event)) {
        bench.newRoll = true;
        effects.emplace_back(CountNewRoll{});
        effects.emplace_back(NoteMaintenance{What::NewRoll, at.badge});
    } else if (std::holds_alternative<PrintTest>(event) && !bench.printing) {
        bench.printing = true;
        bench.test.reset();
        effects.emplace_back(PrintTestReceipt{testReceipt(world, language)});
        effects.emplace_back(NoteMaintenance{What::TestPrinted, at.badge});
    } else if (const auto* told = std::get_if<RollTold>(&event)) {
        bench.roll = told->result ? *told->result : std::nullopt;
    } else if (const auto* out = std::get_if<TestOut>(&event); out && bench.printing) {
        bench.printing = false;
        bench.test = out->result ? out->result->outcome : model::PaperOutcome::NotPrinted;
        effects.emplace_back(AskRoll{});
    }
}

} // namespace

Maintenance begin(const model::Badge& badge, Effects& effects) {
    Maintenance at{AskPin{badge.triesLeft}, badge.mark};
    if (badge.state != BadgeState::Waiting)
        refuse(at, badge.state, effects);
    return at;
}

Going step(Maintenance& at, const Event& event, const World& world, model::Language language,
           Effects& effects) {
    if (const auto* card = std::get_if<CardChanged>(&event);
        card && card->presence != model::CardPresence::Present)
        return Going::Leaves;
    if (std::holds_alternative<Back>(event))
        return Going::Leaves;
    if (auto* bench = std::get_if<Bench>(&at.state)) {
        if (std::holds_alternative<Next>(event))
            return Going::Leaves;
        atBench(at, *bench, event, world, language, effects);
    } else if (std::holds_alternative<AskPin>(at.state)) {
        atPin(at, event, effects);
    } else if (std::holds_alternative<AnotherService>(event)) { // a citizen with a card of this kind
        return Going::ToServices;
    }
    return Going::Stays;
}

void leave(const Maintenance& at, Effects& effects) {
    if (std::holds_alternative<Bench>(at.state))
        effects.emplace_back(NoteMaintenance{What::Left, at.badge});
}

model::Receipt testReceipt(const World& world, model::Language language) {
    model::Receipt receipt;
    receipt.language = language;
    receipt.place = world.terminal.municipality.in(language);
    receipt.title = text("إيصال تجربة", "Test receipt").in(language);
    receipt.subtitle = text("للصيانة، ولا يخص أحدًا", "For maintenance; it is nobody's").in(language);
    const auto line = [&](const model::LocalizedText& label, std::string value, bool leftToRight) {
        receipt.lines.push_back({label.in(language), std::move(value), leftToRight, false});
    };
    const auto local = inRiyadh(world.now);
    const auto day = std::chrono::floor<std::chrono::days>(local);
    line(text("رقم الجهاز", "Terminal"), world.terminal.id, true);
    line(text("إصدار البرنامج", "Program version"), world.terminal.programVersion, true);
    line(text("التاريخ", "Date"), model::bothCalendars(model::Date{day}, language), false);
    line(text("الوقت", "Time"), model::timeText(std::chrono::floor<std::chrono::minutes>(local - day)), true);
    for (const auto device : maintainedDevices(world.terminal))
        line(deviceName(device), stateText(device, world.conditions.of(device)).in(language), false);
    return receipt;
}

} // namespace balady::flow::maintenance
