#include "tests/torture/citizen/visit.h"

#include "kiosk/flow/receipts.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace balady::torture {
namespace {

using flow::Journey;
using flow::Overloaded;
using Events = std::vector<flow::Event>;

template <std::size_t N>
std::string word(const std::array<const char*, N>& words, std::size_t index) {
    return index < N ? words[index] : "?";
}

std::string stagePlace(const flow::Stage& stage) {
    return std::visit(
        Overloaded{
            [](const flow::identify::State& s) {
                return "Identify." + word(std::array{"Choose", "ShowCard", "AwaitCard", "CardDetails",
                                                     "Reading", "TypeIdentity", "Starting", "AwaitApp",
                                                     "EnterCode", "SigningIn", "Stuck"},
                                          s.index());
            },
            [](const flow::form::State& s) {
                return "Form." + std::to_string(s.page) + (s.loading.empty() ? "" : ".Loading") +
                       (s.loadProblem.empty() ? "" : ".Problem");
            },
            [](const flow::documents::State& s) {
                return "Documents." + std::to_string(flow::documents::indexOf(s)) + "." +
                       word(std::array{"Aim", "Shooting", "Judge", "Consent", "ByPhone"}, s.index());
            },
            [](const flow::review::State&) { return std::string("Review"); },
            [](const flow::submit::State& s) {
                return "Submit." +
                       word(std::array{"Uploading", "Sending", "Asking", "Keeping", "Stuck"}, s.index());
            },
            [](const flow::bill::State&) { return std::string("Bill"); },
            [](const flow::outcome::State&) { return std::string("Outcome"); },
            [](const flow::papers::State& s) {
                return "Papers." + std::to_string(s.at) + "." +
                       word(std::array{"Fetching", "Printing", "Trouble", "Ready"},
                            static_cast<std::size_t>(s.phase));
            },
            [](const flow::rate::State&) { return std::string("Rate"); },
            [](const flow::lookup::State& s) {
                return "Lookup." + word(std::array{"Asking", "Shown", "Opening", "Stuck"}, s.index());
            },
            [](const flow::scan::State&) { return std::string("Scan"); },
        },
        stage);
}

} // namespace

std::string Visit::place(const service::Snapshot& snapshot) {
    const auto& session = snapshot.session;
    if (session.overlay != flow::Overlay::None)
        return "Overlay";
    if (const auto* journey = std::get_if<Journey>(&session.place))
        return stagePlace(journey->stage);
    return word(std::array{"Attract", "Language", "Home", "About", "Journey", "Farewell", "Maintenance"},
                session.place.index());
}

std::vector<Claim> Visit::claims(const service::Snapshot& snapshot) {
    const auto* journey = std::get_if<Journey>(&snapshot.session.place);
    if (journey == nullptr || journey->folder.listOnly)
        return {};
    const auto& folder = journey->folder;
    if (folder.sent == flow::Sent::Accepted && folder.submission) {
        std::vector<Claim> claims{{"accepted", folder.submission->number, folder.idempotencyKey}};
        if (const auto* papers = std::get_if<flow::papers::State>(&journey->stage))
            if (std::ranges::find(papers->out, flow::papers::Paper::Receipt) != papers->out.end())
                claims.push_back({"paper", folder.submission->number, folder.idempotencyKey});
        return claims;
    }
    if (folder.sent == flow::Sent::Kept)
        return {{"kept", folder.keptReference, folder.idempotencyKey}};
    if (folder.sent == flow::Sent::Unknown)
        return {{"unknown", flow::terminalReference(folder), folder.idempotencyKey}};
    if (const auto* submit = std::get_if<flow::submit::State>(&journey->stage))
        if (const auto* stuck = std::get_if<flow::submit::Stuck>(submit))
            return {{"not-sent", stuck->problem, folder.idempotencyKey}};
    return {};
}

bool Visit::reads() {
    m_reading = !m_reading;
    return m_reading;
}

Events Visit::again() {
    if (reads())
        return {};
    if (++m_tries > m_errand.patience) {
        m_over = true;
        return {flow::Leave{}, flow::LeaveConfirmed{}};
    }
    return {flow::TryAgain{}};
}

Events Visit::fillIn(const Journey& journey, const flow::form::State& form) {
    if (!form.loadProblem.empty())
        return again();
    if (!form.loading.empty())
        return {};
    if (!form.problems.empty() && ++m_tries > m_errand.patience) {
        m_over = true; // an answer that is refused for ever
        return {flow::Leave{}, flow::LeaveConfirmed{}};
    }
    Events events;
    for (const auto& field : journey.folder.service->form[form.page].fields) {
        const auto given = m_errand.answers.find(field.id);
        if (given != m_errand.answers.end()) {
            events.emplace_back(flow::Typed{field.id, given->second});
            continue;
        }
        const auto loaded = journey.folder.options.find(field.id);
        const auto& options = loaded != journey.folder.options.end() ? loaded->second : field.options;
        if (!options.empty())
            events.emplace_back(flow::Typed{field.id, options.begin()->code});
    }
    events.emplace_back(flow::Next{});
    return events;
}

Events Visit::onStage(const Journey& journey) {
    return std::visit(Overloaded{
                          [&](const flow::identify::State& s) -> Events {
                              if (std::holds_alternative<flow::identify::Choose>(s))
                                  return {flow::TypeNumber{}};
                              if (std::holds_alternative<flow::identify::TypeIdentity>(s))
                                  return {flow::Typed{"identity", m_errand.identity}, flow::Next{}};
                              if (std::holds_alternative<flow::identify::Stuck>(s))
                                  return again();
                              return {};
                          },
                          [&](const flow::form::State& s) { return fillIn(journey, s); },
                          [](const flow::documents::State& s) -> Events {
                              if (std::holds_alternative<flow::documents::Aim>(s))
                                  return {flow::TakePicture{}};
                              if (std::holds_alternative<flow::documents::Judge>(s))
                                  return {flow::Next{}};
                              return {};
                          },
                          [](const flow::review::State&) -> Events { return {flow::Next{}}; },
                          [&](const flow::submit::State& s) -> Events {
                              if (std::holds_alternative<flow::submit::Stuck>(s))
                                  return again();
                              return {};
                          },
                          [](const flow::bill::State&) -> Events { return {flow::Next{}}; },
                          [](const flow::outcome::State&) -> Events { return {flow::Next{}}; },
                          [&](const flow::papers::State& s) -> Events {
                              if (s.phase == flow::papers::Phase::Ready)
                                  return {flow::Next{}};
                              if (s.phase != flow::papers::Phase::Trouble || reads())
                                  return {};
                              // A paper that will not come out is no reason to stay for ever.
                              if (++m_tries > m_errand.patience)
                                  return {flow::Skip{}};
                              return {flow::TryAgain{}};
                          },
                          [&](const flow::rate::State&) -> Events {
                              m_over = true;
                              return {flow::Skip{}, flow::Next{}};
                          },
                          [&](const flow::lookup::State&) -> Events {
                              m_over = true;
                              return {};
                          },
                          [&](const flow::scan::State&) -> Events {
                              m_over = true;
                              return {};
                          },
                      },
                      journey.stage);
}

Events Visit::act(const service::Snapshot& snapshot) {
    const auto& session = snapshot.session;
    if (session.overlay != flow::Overlay::None)
        return {flow::Stay{}};
    return std::visit(
        Overloaded{
            [&](const flow::Attract&) -> Events {
                if (m_begun) // somebody ended the session
                    m_over = true;
                return {flow::Touched{}};
            },
            [](const flow::ChooseLanguage&) -> Events {
                return {flow::LanguageChosen{model::Language::English}};
            },
            [&](const flow::HomePage&) -> Events { return {flow::ServiceChosen{m_errand.service}}; },
            [&](const flow::About&) -> Events {
                // It cannot be begun while there is no network: then this touch changes nothing.
                if (++m_tries > m_errand.patience * 4)
                    m_over = true;
                return {flow::Next{}};
            },
            [&](const Journey& journey) {
                m_begun = true;
                return onStage(journey);
            },
            [&](const flow::Farewell&) -> Events {
                m_over = true;
                return {};
            },
            [](const flow::Maintenance&) -> Events { return {}; }, // no citizen has a badge
        },
        session.place);
}

} // namespace balady::torture
