// Session: one person from the first touch to goodbye: attract, language, home, services, idle and leaving; or a
// technician with a badge.
#pragma once

#include "kiosk/flow/farewell.h"
#include "kiosk/flow/maintenance.h"

#include <optional>
#include <string>
#include <variant>

namespace balady::flow {

struct Attract {};
struct ChooseLanguage {};
struct HomePage {};
/// The service's own page: what it asks for, how long it takes, what it costs, before anything is begun.
struct About {
    std::string serviceId;
    model::Answers given{}; ///< filled in already when it is begun
};
struct Farewell {};
using Place = std::variant<Attract, ChooseLanguage, HomePage, About, Journey, Farewell, Maintenance>;

/// What lies over the page. StepOver asks what StillThere asks, but only an answer counts: touches without an aim, as
/// of something that lies on the screen, do not.
enum class Overlay { None, StillThere, StepOver, LeaveQuestion, Languages };

struct Session {
    model::Language language = model::Language::Arabic;
    std::optional<model::Citizen> citizen;
    Place place = Attract{};
    Overlay overlay = Overlay::None;
    Traces traces; ///< of all that was done so far
};

struct SessionStep {
    Session session;
    Effects effects;
};

/// The whole of the kiosk's behaviour towards a citizen: pure, no clock, no thread. Any event may come in any state;
/// what does not belong there changes nothing.
[[nodiscard]] SessionStep step(Session session, const Event& event, const World& world);

/// Whether the citizen is to hold a page under the camera now and looks at the camera's picture.
[[nodiscard]] bool aimsAtPage(const Session& session);
/// Whether the citizen is to hold a card or a printed licence before the camera now.
[[nodiscard]] bool aimsByHand(const Session& session);
/// Why a service cannot be begun at this terminal now ("camera_gone"), or "" where it can.
[[nodiscard]] std::string obstacle(const model::Service& service, const World& world);

} // namespace balady::flow
