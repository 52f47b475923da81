#include "kiosk/flow/farewell.h"

#include <doctest/doctest.h>

using namespace balady;
using namespace balady::flow;

namespace {

Journey journey(std::vector<StageKind> plan) {
    Journey made;
    made.plan = std::move(plan);
    return made;
}

Traces tracesOf(const Journey& journey) {
    Traces traces;
    add(traces, journey);
    return traces;
}

} // namespace

TEST_CASE("last_page_tells_of_something_that_never_was") {
    CHECK(tracesOf(journey({StageKind::Identify, StageKind::Submit})) == Traces{});
    // A request that was only looked up is not this visit's.
    auto lookedUp = journey({StageKind::Lookup, StageKind::Outcome});
    lookedUp.folder.sent = Sent::Accepted;
    lookedUp.folder.submission = model::Submission{};
    CHECK_FALSE(tracesOf(lookedUp).request);
    // A paper that was wanted and did not come out.
    auto printing = journey({StageKind::Papers});
    printing.stage =
        papers::State{{papers::Paper::Receipt}, 0, papers::Phase::Printing, "", {}, {}, false, {}, {}, {}};
    CHECK_FALSE(tracesOf(printing).paper);
}

TEST_CASE("last_page_hides_what_is_kept") {
    auto sent = journey({StageKind::Form, StageKind::Submit});
    sent.folder.sent = Sent::Accepted;
    CHECK(tracesOf(sent).request);
    CHECK_FALSE(tracesOf(sent).unconfirmed);
    sent.folder.sent = Sent::Unknown;
    CHECK(tracesOf(sent).unconfirmed);
    CHECK_FALSE(tracesOf(sent).request);
    sent.folder.sent = Sent::Kept;
    CHECK(tracesOf(sent).keptHere);
    CHECK_FALSE(tracesOf(sent).request);
    auto printed = journey({StageKind::Papers});
    printed.stage = papers::State{{papers::Paper::Receipt},
                                  1,
                                  papers::Phase::Ready,
                                  "",
                                  {papers::Paper::Receipt},
                                  {},
                                  false,
                                  {},
                                  {},
                                  {}};
    CHECK(tracesOf(printed).paper);
}

TEST_CASE("first_service_of_a_visit_is_forgotten_with_the_second") {
    auto first = journey({StageKind::Form});
    first.folder.citizen = model::Citizen{};
    first.folder.answers["name"] = "a";
    first.folder.pictures.push_back({"page", {std::make_shared<const model::Still>()}});
    Traces traces;
    add(traces, first);
    add(traces, journey({StageKind::Form}));
    CHECK(traces.identity);
    CHECK(traces.answers);
    CHECK(traces.pictures);
}
