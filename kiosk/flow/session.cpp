#include "kiosk/flow/session.h"

#include <algorithm>

namespace balady::flow {
namespace {

using namespace std::chrono_literals;
constexpr auto kFarewell = 12s;

/// Events that only a person makes: they prove that somebody is there.
bool byCitizen(const Event& event) {
    return std::visit(
        [](const auto& e) {
            using E = std::decay_t<decltype(e)>;
            return !(std::is_same_v<E, CardRead> || std::is_same_v<E, ChallengeChanged> ||
                     std::is_same_v<E, SignedIn> || std::is_same_v<E, OptionsLoaded> ||
                     std::is_same_v<E, PageHeldStill> || std::is_same_v<E, PictureTaken> ||
                     std::is_same_v<E, TicketGiven> || std::is_same_v<E, TicketTold> ||
                     std::is_same_v<E, Uploaded> || std::is_same_v<E, Submitted> || std::is_same_v<E, Kept> ||
                     std::is_same_v<E, Reconciled> || std::is_same_v<E, Refreshed> ||
                     std::is_same_v<E, Found> || std::is_same_v<E, CodeVerified> ||
                     std::is_same_v<E, LicenceFetched> || std::is_same_v<E, ReceiptOut> ||
                     std::is_same_v<E, LicenceOut> || std::is_same_v<E, SheetBound> ||
                     std::is_same_v<E, RatingSent> || std::is_same_v<E, BadgeSeen> ||
                     std::is_same_v<E, BadgeProven> || std::is_same_v<E, RollTold> ||
                     std::is_same_v<E, TestOut> || std::is_same_v<E, TimerFired> ||
                     std::is_same_v<E, ConditionsChanged>);
        },
        event);
}

/// What settles the question of a step that takes too long.
bool answersStepOver(const Event& event) {
    return std::holds_alternative<Stay>(event) || std::holds_alternative<Back>(event) ||
           std::holds_alternative<Leave>(event) || std::holds_alternative<LeaveConfirmed>(event);
}

/// Changes when another step is shown: another place, or another stage of a journey.
std::pair<std::size_t, std::size_t> stepOf(const Session& session) {
    const auto* journey = std::get_if<Journey>(&session.place);
    return {session.place.index(), journey != nullptr ? journey->at : 0};
}

class Stepper {
  public:
    Stepper(Session session, const World& world) : m_session(std::move(session)), m_world(world) {}

    SessionStep run(const Event& event) {
        // Before anything is handled: an event may end the journey, and none adds and ends at once.
        if (const auto* journey = std::get_if<Journey>(&m_session.place))
            add(m_session.traces, *journey);
        const auto step = stepOf(m_session);
        const bool owed = owesSheet();
        const bool aimless =
            m_session.overlay == Overlay::StepOver && byCitizen(event) && !answersStepOver(event);
        if (byCitizen(event) && !aimless)
            presence();
        const bool heard =
            !aimless || std::holds_alternative<CardChanged>(event); // where the card is, is a fact
        if (heard && !handledByOverlay(event))
            handle(event);
        if (owed && stepOf(m_session) != step)
            ask(NoteUnboundSheet{});
        if (stepOf(m_session) != step && !std::holds_alternative<Attract>(m_session.place))
            ask(StartTimer{Timer::Step, m_world.terminal.stepMax});
        return {std::move(m_session), std::move(m_effects)};
    }

  private:
    void ask(Effect effect) { m_effects.push_back(std::move(effect)); }

    void presence() {
        if (std::holds_alternative<Attract>(m_session.place))
            return;
        ask(StopTimer{Timer::IdleGrace});
        ask(StartTimer{Timer::Idle, idle()});
        if (m_session.overlay == Overlay::StepOver)
            ask(StartTimer{Timer::Step, m_world.terminal.stepMax});
    }

    [[nodiscard]] std::chrono::milliseconds idle() const {
        const auto* technician = std::get_if<Maintenance>(&m_session.place);
        if (technician != nullptr && std::holds_alternative<maintenance::Bench>(technician->state))
            return maintenance::kIdle;
        if (const auto* journey = std::get_if<Journey>(&m_session.place))
            if (const auto* stage = std::get_if<documents::State>(&journey->stage);
                stage != nullptr && documents::waitsForPhone(*stage))
                return std::max(m_world.terminal.idle, by_phone::kIdle);
        return m_world.terminal.idle;
    }

    /// True where the event was for what lies over the page, and must not reach the page.
    bool handledByOverlay(const Event& event) {
        if (const auto* fired = std::get_if<TimerFired>(&event)) {
            if (fired->timer == Timer::Idle || fired->timer == Timer::IdleGrace ||
                fired->timer == Timer::Step || fired->timer == Timer::Farewell) {
                timer(fired->timer);
                return true;
            }
            return false;
        }
        if (std::holds_alternative<OpenLanguages>(event)) {
            if (choosesLanguage() && !std::holds_alternative<Attract>(m_session.place) &&
                !std::holds_alternative<ChooseLanguage>(m_session.place))
                m_session.overlay = Overlay::Languages;
            return true;
        }
        if (std::holds_alternative<Leave>(event)) {
            leave();
            return true;
        }
        if (m_session.overlay == Overlay::None)
            return false;
        if (const auto* chosen = std::get_if<LanguageChosen>(&event)) {
            if (offers(chosen->language))
                speak(chosen->language);
            m_session.overlay = Overlay::None;
            return true;
        }
        if (std::holds_alternative<LeaveConfirmed>(event)) {
            end();
            return true;
        }
        if (std::holds_alternative<Stay>(event) || std::holds_alternative<Back>(event)) {
            m_session.overlay = Overlay::None;
            return true;
        }
        if (std::holds_alternative<Touched>(event) && m_session.overlay == Overlay::StillThere)
            m_session.overlay = Overlay::None;
        return false;
    }

    void timer(Timer which) {
        if (std::holds_alternative<Attract>(m_session.place))
            return;
        const auto* journey = std::get_if<Journey>(&m_session.place);
        if (which == Timer::Farewell) {
            if (std::holds_alternative<Farewell>(m_session.place))
                end();
        } else if (journey != nullptr && busy(*journey)) { // never cut off a sending or a printing
            if (which == Timer::Step)
                ask(StartTimer{Timer::Step, m_world.terminal.stepMax});
            else
                ask(StartTimer{Timer::Idle, m_world.terminal.idle});
        } else if (which == Timer::Step) {
            m_session.overlay = Overlay::StepOver;
            ask(StartTimer{Timer::IdleGrace, m_world.terminal.idleGrace});
        } else if (which == Timer::Idle && m_session.overlay != Overlay::StepOver) {
            m_session.overlay = Overlay::StillThere;
            ask(StartTimer{Timer::IdleGrace, m_world.terminal.idleGrace});
        } else if (which == Timer::IdleGrace &&
                   (m_session.overlay == Overlay::StillThere || m_session.overlay == Overlay::StepOver)) {
            end();
        }
    }

    void leave() {
        if (std::holds_alternative<Attract>(m_session.place))
            return;
        if (const auto* journey = std::get_if<Journey>(&m_session.place)) {
            if (busy(*journey))
                return;
            if (leavingLoses(*journey)) {
                m_session.overlay = Overlay::LeaveQuestion;
                return;
            }
        }
        end();
    }

    /// Nothing of the citizen stays: a new Session is put in the place of the old one.
    void end() {
        if (const auto* technician = std::get_if<Maintenance>(&m_session.place))
            maintenance::leave(*technician, m_effects);
        ask(DropPending{});
        ask(StopCamera{});
        for (auto timer :
             {Timer::Idle, Timer::IdleGrace, Timer::Step, Timer::Poll, Timer::Retry, Timer::Farewell})
            ask(StopTimer{timer});
        m_session = Session{};
        ask(EndSession{});
    }

    /// A licence on numbered paper is out, and nobody knows on which sheet.
    [[nodiscard]] bool owesSheet() const {
        const auto* journey = std::get_if<Journey>(&m_session.place);
        const auto* state = journey != nullptr ? std::get_if<papers::State>(&journey->stage) : nullptr;
        return state != nullptr && papers::owesSheet(*state, m_world);
    }

    [[nodiscard]] bool choosesLanguage() const { return m_world.terminal.languages.size() > 1; }
    [[nodiscard]] bool offers(model::Language language) const {
        const auto& offered = m_world.terminal.languages;
        return std::find(offered.begin(), offered.end(), language) != offered.end();
    }

    /// A terminal of one language asks nobody which.
    void welcome() {
        if (choosesLanguage()) {
            m_session.place = ChooseLanguage{};
            return;
        }
        speak(m_world.terminal.languages.front());
        m_session.place = HomePage{};
    }

    void speak(model::Language language) {
        m_session.language = language;
        if (auto* journey = std::get_if<Journey>(&m_session.place))
            journey->folder.language = language;
    }

    /// Nobody has told anything about themselves yet: a badge may be what was put in. The citizen waits for nothing;
    /// a reading that they begin is seconds away.
    [[nodiscard]] bool atRest() const {
        return std::holds_alternative<Attract>(m_session.place) ||
               std::holds_alternative<ChooseLanguage>(m_session.place) ||
               (std::holds_alternative<HomePage>(m_session.place) && !m_session.citizen &&
                m_session.traces == Traces{});
    }

    void lookForBadge(const Event& event) {
        const auto* card = std::get_if<CardChanged>(&event);
        if (card != nullptr && card->presence == model::CardPresence::Present && m_world.terminal.badges &&
            atRest())
            ask(LookForBadge{});
        const auto* seen = std::get_if<BadgeSeen>(&event);
        if (seen == nullptr || !seen->result || seen->result->state == model::BadgeState::None || !atRest() ||
            m_world.card != model::CardPresence::Present)
            return;
        m_session.overlay = Overlay::None;
        m_session.place = maintenance::begin(*seen->result, m_effects);
        presence();
    }

    void maintain(const Event& event) {
        auto& technician = std::get<Maintenance>(m_session.place);
        switch (maintenance::step(technician, event, m_world, m_session.language, m_effects)) {
        case maintenance::Going::Stays: break;
        case maintenance::Going::Leaves: end(); break;
        case maintenance::Going::ToServices: goHome();
        }
    }

    void handle(const Event& event) {
        if (std::holds_alternative<Maintenance>(m_session.place)) {
            maintain(event);
            return;
        }
        lookForBadge(event);
        if (std::holds_alternative<AnotherService>(event) &&
            !std::holds_alternative<Attract>(m_session.place)) {
            goHome();
            return;
        }
        if (std::holds_alternative<Journey>(m_session.place)) {
            auto& journey = std::get<Journey>(m_session.place);
            after(flow::step(journey, event, m_world, m_effects));
            return;
        }
        std::visit(Overloaded{
                       [&](const Attract&) {
                           const auto* card = std::get_if<CardChanged>(&event);
                           if (std::holds_alternative<Touched>(event) ||
                               (card && card->presence == model::CardPresence::Present)) {
                               welcome();
                               presence();
                           }
                       },
                       [&](const ChooseLanguage&) {
                           const auto* chosen = std::get_if<LanguageChosen>(&event);
                           if (chosen != nullptr && offers(chosen->language)) {
                               speak(chosen->language);
                               m_session.place = HomePage{};
                           }
                       },
                       [&](const HomePage&) {
                           if (const auto* chosen = std::get_if<ServiceChosen>(&event))
                               show(chosen->serviceId);
                           else if (std::holds_alternative<Back>(event) && choosesLanguage())
                               m_session.place = ChooseLanguage{};
                       },
                       [&](const About& about) { aboutPage(about, event); },
                       [](const Journey&) {},
                       [](const Maintenance&) {},
                       [&](const Farewell&) {
                           if (std::holds_alternative<Next>(event))
                               end();
                       },
                   },
                   Place(m_session.place));
    }

    void aboutPage(const About& about, const Event& event) {
        if (std::holds_alternative<Back>(event))
            m_session.place = HomePage{};
        else if (std::holds_alternative<Next>(event))
            begin(about.serviceId, false, about.given);
        else if (std::holds_alternative<PrintSlip>(event))
            begin(about.serviceId, true);
        else if (const auto* other = std::get_if<ServiceChosen>(&event))
            show(other->serviceId);
    }

    void show(const std::string& serviceId, const model::Answers& given = {}) {
        if (m_world.catalogue && m_world.catalogue->find(serviceId) != nullptr)
            m_session.place = About{serviceId, given};
    }

    void begin(const std::string& serviceId, bool listOnly, const model::Answers& given = {}) {
        const auto* service = m_world.catalogue ? m_world.catalogue->find(serviceId) : nullptr;
        if (service == nullptr || (!listOnly && !obstacle(*service, m_world).empty()))
            return;
        Folder folder;
        folder.language = m_session.language;
        folder.catalogue = m_world.catalogue;
        folder.service = service;
        folder.citizen = m_session.citizen;
        folder.idempotencyKey = m_world.freshKey;
        folder.answers = given;
        folder.listOnly = listOnly || service->kind == model::ServiceKind::Conditions;
        m_session.place = Journey{};
        auto plan = folder.listOnly ? std::vector{StageKind::Papers} : planFor(*service);
        after(beginJourney(std::get<Journey>(m_session.place), std::move(folder), std::move(plan), m_world,
                           m_effects));
    }

    void after(const JourneyStep& next) {
        auto& journey = std::get<Journey>(m_session.place);
        m_session.citizen = journey.folder.citizen;
        if (next.begin) {
            ask(StopCamera{});
            show(next.begin->serviceId, next.begin->given);
        } else if (next.end == JourneyEnd::BackToService) {
            m_session.place = About{journey.folder.service->id};
        } else if (next.end == JourneyEnd::Finished) {
            if (journey.folder.listOnly) {
                m_session.place = About{journey.folder.service->id};
                return;
            }
            m_session.place = Farewell{};
            ask(StartTimer{Timer::Farewell, kFarewell});
        }
    }

    void goHome() {
        if (const auto* journey = std::get_if<Journey>(&m_session.place); journey && busy(*journey))
            return;
        ask(DropPending{});
        ask(StopCamera{});
        for (auto timer : {Timer::Poll, Timer::Retry, Timer::Farewell})
            ask(StopTimer{timer});
        m_session.overlay = Overlay::None;
        m_session.place = HomePage{};
    }

    Session m_session;
    const World& m_world;
    Effects m_effects;
};

} // namespace

std::string obstacle(const model::Service& service, const World& world) {
    const bool camera = world.conditions.works(model::DeviceRole::DocumentCamera);
    if (service.kind == model::ServiceKind::Verification && !camera)
        return "camera_gone";
    for (const auto& document : service.documents)
        if (document.required && !document.askIf && !camera && !documents::mayComeByPhone(document, world))
            return "camera_gone";
    const bool needsNetwork =
        service.kind != model::ServiceKind::Conditions && service.kind != model::ServiceKind::Verification;
    if (needsNetwork && !world.conditions.works(model::DeviceRole::Network) && !mayBeKept(service, world))
        return "network_gone";
    return "";
}

bool aimsAtPage(const Session& session) {
    const auto* journey = std::get_if<Journey>(&session.place);
    const auto* state = journey != nullptr ? std::get_if<documents::State>(&journey->stage) : nullptr;
    return session.overlay == Overlay::None && state != nullptr &&
           documents::aimsAtPage(*state, journey->folder);
}

bool aimsByHand(const Session& session) {
    const auto* journey = std::get_if<Journey>(&session.place);
    if (journey == nullptr || session.overlay != Overlay::None)
        return false;
    if (const auto* state = std::get_if<identify::State>(&journey->stage))
        return std::holds_alternative<identify::ShowCard>(*state);
    if (const auto* state = std::get_if<scan::State>(&journey->stage))
        return std::holds_alternative<scan::Looking>(*state);
    const auto* state = std::get_if<papers::State>(&journey->stage);
    return state != nullptr && state->check.phase == papers::Check::Phase::Looking;
}

SessionStep step(Session session, const Event& event, const World& world) {
    return Stepper{std::move(session), world}.run(event);
}

} // namespace balady::flow
