// Journey: one service being done: a plan of stages made from the service's data, and the stage that it stands at.
#pragma once

#include "kiosk/flow/bill.h"
#include "kiosk/flow/documents.h"
#include "kiosk/flow/form.h"
#include "kiosk/flow/identify.h"
#include "kiosk/flow/lookup.h"
#include "kiosk/flow/outcome.h"
#include "kiosk/flow/papers.h"
#include "kiosk/flow/rate.h"
#include "kiosk/flow/review.h"
#include "kiosk/flow/scan.h"
#include "kiosk/flow/stage.h"
#include "kiosk/flow/submit.h"

#include <variant>
#include <vector>

namespace balady::flow {

enum class StageKind { Identify, Form, Documents, Review, Submit, Bill, Outcome, Papers, Rate, Lookup, Scan };

using Stage =
    std::variant<identify::State, form::State, documents::State, review::State, submit::State, bill::State,
                 outcome::State, papers::State, rate::State, lookup::State, scan::State>;

/// Where the citizen stands in the part that they work on, for "step 2 of 5". Zero where it makes no sense.
struct Progress {
    int step = 0;
    int count = 0;
};

struct Journey {
    Folder folder;
    std::vector<StageKind> plan;
    std::size_t at = 0;
    Stage stage;
};

/// Which stages a service needs: its kind says the order, its data say what is left out.
[[nodiscard]] std::vector<StageKind> planFor(const model::Service& service);

/// What the session does after the journey handled an event.
enum class JourneyEnd { Goes, BackToService, Finished };
struct JourneyStep {
    JourneyEnd end = JourneyEnd::Goes;
    std::optional<Begin> begin; ///< a service to begin instead
};

/// A journey at its first stage. `citizen` is signed in already, or not.
[[nodiscard]] JourneyStep beginJourney(Journey& journey, Folder folder, std::vector<StageKind> plan,
                                       const World& world, Effects& effects);
[[nodiscard]] JourneyStep step(Journey& journey, const Event& event, const World& world, Effects& effects);

/// Something is under way that must not be cut off by an idle citizen (sending, printing).
[[nodiscard]] bool busy(const Journey& journey);
/// Whether leaving now would lose something that the citizen did.
[[nodiscard]] bool leavingLoses(const Journey& journey);
/// Whether "back" leads anywhere from here.
[[nodiscard]] bool mayGoBack(const Journey& journey);
[[nodiscard]] Progress progress(const Journey& journey);

} // namespace balady::flow
