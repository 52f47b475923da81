#include "kiosk/flow/journey.h"

#include <algorithm>

namespace balady::flow {
namespace {

Stage emptyStage(StageKind kind) {
    switch (kind) {
    case StageKind::Identify: return identify::State{};
    case StageKind::Form: return form::State{};
    case StageKind::Documents: return documents::State{};
    case StageKind::Review: return review::State{};
    case StageKind::Submit: return submit::State{};
    case StageKind::Bill: return bill::State{};
    case StageKind::Outcome: return outcome::State{};
    case StageKind::Papers: return papers::State{};
    case StageKind::Rate: return rate::State{};
    case StageKind::Lookup: return lookup::State{};
    case StageKind::Scan: return scan::State{};
    }
    return outcome::State{};
}

bool signedIn(const Folder& folder, const World& world) {
    return folder.citizen && folder.citizen->expiresAt > world.now;
}

/// Stages that a citizen cannot go back into: what they did cannot be undone from here.
bool passedForGood(StageKind kind) {
    return kind == StageKind::Submit || kind == StageKind::Bill || kind == StageKind::Papers;
}

class Walk {
  public:
    Walk(Journey& journey, const World& world, Effects& effects)
        : m_journey(journey), m_world(world), m_effects(effects) {}

    JourneyStep enterAt(std::size_t at) {
        Desk desk{m_world, m_journey.folder, m_effects};
        for (; at < m_journey.plan.size(); ++at) {
            const auto kind = m_journey.plan[at];
            if (kind == StageKind::Identify && signedIn(m_journey.folder, m_world))
                continue;
            stand(at);
            const auto move = std::visit(
                [&](auto& state) {
                    using State = std::decay_t<decltype(state)>;
                    if constexpr (std::is_same_v<State, identify::State>)
                        return identify::enter(state, desk);
                    else if constexpr (std::is_same_v<State, form::State>)
                        return form::enter(state, desk);
                    else if constexpr (std::is_same_v<State, documents::State>)
                        return documents::enter(state, desk);
                    else if constexpr (std::is_same_v<State, review::State>)
                        return review::enter(state, desk);
                    else if constexpr (std::is_same_v<State, submit::State>)
                        return submit::enter(state, desk);
                    else if constexpr (std::is_same_v<State, bill::State>)
                        return bill::enter(state, desk);
                    else if constexpr (std::is_same_v<State, outcome::State>)
                        return outcome::enter(state, desk);
                    else if constexpr (std::is_same_v<State, papers::State>)
                        return papers::enter(state, desk);
                    else if constexpr (std::is_same_v<State, rate::State>)
                        return rate::enter(state, desk);
                    else if constexpr (std::is_same_v<State, lookup::State>)
                        return lookup::enter(state, desk);
                    else
                        return scan::enter(state, desk);
                },
                m_journey.stage);
            if (!std::holds_alternative<Forward>(move))
                return {};
        }
        return {JourneyEnd::Finished, {}};
    }

    JourneyStep follow(const Move& move) {
        return std::visit(Overloaded{
                              [](const Remain&) { return JourneyStep{}; },
                              [&](const Forward&) { return enterAt(m_journey.at + 1); },
                              [&](const Backward&) { return back(); },
                              [&](const ToForm& where) { return toForm(where); },
                              [&](const ToDocuments& where) { return toDocuments(where); },
                              [&](const ToPapers&) { return enterAt(find(StageKind::Papers)); },
                              [](const Begin& other) {
                                  return JourneyStep{JourneyEnd::Goes, other};
                              },
                          },
                          move);
    }

  private:
    void stand(std::size_t at) {
        m_journey.at = at;
        m_journey.stage = emptyStage(m_journey.plan[at]);
    }
    std::size_t find(StageKind kind) const {
        return static_cast<std::size_t>(std::find(m_journey.plan.begin(), m_journey.plan.end(), kind) -
                                        m_journey.plan.begin());
    }

    JourneyStep back() {
        Desk desk{m_world, m_journey.folder, m_effects};
        for (auto at = m_journey.at; at-- > 0;) {
            const auto kind = m_journey.plan[at];
            if (passedForGood(kind) || (kind == StageKind::Identify && signedIn(m_journey.folder, m_world)))
                continue;
            stand(at);
            Move move = Remain{};
            if (auto* stage = std::get_if<form::State>(&m_journey.stage))
                move = form::reenter(*stage, desk);
            else if (auto* documents = std::get_if<documents::State>(&m_journey.stage))
                move = documents::reenter(*documents, desk);
            else if (auto* lookup = std::get_if<lookup::State>(&m_journey.stage))
                move = lookup::reenter(*lookup, desk);
            else
                return enterAt(at);
            if (!std::holds_alternative<Backward>(move))
                return {};
        }
        return {JourneyEnd::BackToService, {}};
    }

    JourneyStep toForm(const ToForm& where) {
        Desk desk{m_world, m_journey.folder, m_effects};
        stand(find(StageKind::Form));
        return follow(form::open(std::get<form::State>(m_journey.stage), desk, where));
    }
    JourneyStep toDocuments(const ToDocuments& where) {
        Desk desk{m_world, m_journey.folder, m_effects};
        stand(find(StageKind::Documents));
        return follow(documents::open(std::get<documents::State>(m_journey.stage), desk, where));
    }

    Journey& m_journey;
    const World& m_world;
    Effects& m_effects;
};

} // namespace

std::vector<StageKind> planFor(const model::Service& service) {
    using enum StageKind;
    std::vector<StageKind> plan;
    if (service.needsIdentity)
        plan.push_back(Identify);
    const auto add = [&](std::initializer_list<StageKind> stages) {
        for (auto stage : stages)
            if ((stage != Form || !service.form.empty()) &&
                (stage != Documents || !service.documents.empty()))
                plan.push_back(stage);
    };
    switch (service.kind) {
    case model::ServiceKind::Application:
        add({Form, Documents, Review, Submit, Bill, Outcome, Papers, Rate});
        break;
    case model::ServiceKind::Report: // three screens: picture, category, place; then it is sent
        add({Documents, Form, Submit, Outcome, Papers, Rate});
        break;
    case model::ServiceKind::Appointment: add({Form, Review, Submit, Outcome, Papers, Rate}); break;
    case model::ServiceKind::Inquiry: add({Form, Lookup, Bill, Outcome, Papers, Rate}); break;
    case model::ServiceKind::Conditions: add({Papers}); break;
    case model::ServiceKind::Verification: add({Scan}); break;
    case model::ServiceKind::Rating: add({Form, Rate}); break;
    }
    return plan;
}

JourneyStep beginJourney(Journey& journey, Folder folder, std::vector<StageKind> plan, const World& world,
                         Effects& effects) {
    journey.folder = std::move(folder);
    journey.plan = std::move(plan);
    return Walk{journey, world, effects}.enterAt(0);
}

JourneyStep step(Journey& journey, const Event& event, const World& world, Effects& effects) {
    Desk desk{world, journey.folder, effects};
    const auto move = std::visit(
        [&](auto& state) -> Move {
            using State = std::decay_t<decltype(state)>;
            if constexpr (std::is_same_v<State, identify::State>)
                return identify::step(state, event, desk);
            else if constexpr (std::is_same_v<State, form::State>)
                return form::step(state, event, desk);
            else if constexpr (std::is_same_v<State, documents::State>)
                return documents::step(state, event, desk);
            else if constexpr (std::is_same_v<State, review::State>)
                return review::step(state, event, desk);
            else if constexpr (std::is_same_v<State, submit::State>)
                return submit::step(state, event, desk);
            else if constexpr (std::is_same_v<State, bill::State>)
                return bill::step(state, event, desk);
            else if constexpr (std::is_same_v<State, outcome::State>)
                return outcome::step(state, event, desk);
            else if constexpr (std::is_same_v<State, papers::State>)
                return papers::step(state, event, desk);
            else if constexpr (std::is_same_v<State, rate::State>)
                return rate::step(state, event, desk);
            else if constexpr (std::is_same_v<State, lookup::State>)
                return lookup::step(state, event, desk);
            else
                return scan::step(state, event, desk);
        },
        journey.stage);
    if (std::holds_alternative<Backward>(move) && !mayGoBack(journey))
        return {};
    return Walk{journey, world, effects}.follow(move);
}

bool busy(const Journey& journey) {
    if (const auto* sending = std::get_if<submit::State>(&journey.stage))
        return !std::holds_alternative<submit::Stuck>(*sending);
    if (const auto* papers = std::get_if<papers::State>(&journey.stage))
        return papers->phase == papers::Phase::Fetching || papers->phase == papers::Phase::Printing ||
               papers->check.phase == papers::Check::Phase::Binding;
    return false;
}

bool leavingLoses(const Journey& journey) {
    if (journey.folder.sent != Sent::No)
        return std::holds_alternative<papers::State>(journey.stage) ||
               std::holds_alternative<bill::State>(journey.stage) ||
               std::holds_alternative<outcome::State>(journey.stage);
    return !journey.folder.answers.empty() || !journey.folder.pictures.empty();
}

bool mayGoBack(const Journey& journey) {
    if (std::holds_alternative<outcome::State>(journey.stage))
        return std::find(journey.plan.begin(), journey.plan.end(), StageKind::Lookup) != journey.plan.end();
    if (const auto* sending = std::get_if<submit::State>(&journey.stage))
        return std::holds_alternative<submit::Stuck>(*sending);
    if (std::holds_alternative<rate::State>(journey.stage))
        return journey.folder.service->kind == model::ServiceKind::Rating;
    if (const auto* papers = std::get_if<papers::State>(&journey.stage))
        return papers::isChecking(*papers); // back to the papers
    return !std::holds_alternative<bill::State>(journey.stage);
}

Progress progress(const Journey& journey) {
    // The steps that a person would count: who, what, documents, check, done.
    const auto counted = [](StageKind kind) {
        return kind == StageKind::Identify || kind == StageKind::Form || kind == StageKind::Documents ||
               kind == StageKind::Review || kind == StageKind::Outcome;
    };
    Progress progress;
    for (std::size_t i = 0; i < journey.plan.size(); ++i) {
        if (!counted(journey.plan[i]))
            continue;
        ++progress.count;
        if (i <= journey.at)
            progress.step = progress.count;
    }
    if (progress.count < 2)
        return {};
    return progress;
}

} // namespace balady::flow
