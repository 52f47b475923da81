#include "kiosk/service/outbox_plan.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>

using namespace balady;
using namespace balady::service::outbox;
using model::KeptEntry;
using model::KeptState;
using namespace std::chrono_literals;

namespace {

const WallTime kMorning{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22} + 6h};

KeptEntry entry(std::int64_t number, std::string visit, int priority = 5) {
    KeptEntry made;
    made.number = number;
    made.visit = std::move(visit);
    made.priority = priority;
    made.acceptedAt = kMorning - 1h;
    return made;
}

std::int64_t sent(const std::vector<KeptEntry>& entries, const Now& now = {kMorning, true, false, {}}) {
    const auto step = nextStep(entries, now, Pace{});
    const auto* send = std::get_if<Send>(&step);
    return send ? send->entry.number : 0;
}

} // namespace

TEST_CASE("urgent_report_waits_behind_an_old_complaint") {
    CHECK(sent({entry(1, "a", 5), entry(2, "b", 3)}) == 2);
    CHECK(sent({entry(1, "a", 5), entry(2, "b", 5)}) == 1);
}

TEST_CASE("second_request_of_a_visit_overtakes_the_first") {
    auto first = entry(1, "a", 9);
    CHECK(sent({first, entry(2, "a", 1)}) == 1);
    first.notBefore = kMorning + 5min;
    CHECK(sent({first, entry(2, "a", 1)}) == 0);
    CHECK(sent({first, entry(2, "a", 1), entry(3, "b", 9)}) == 3);
}

TEST_CASE("poison_request_holds_up_the_others") {
    auto first = entry(1, "a");
    first.state = KeptState::Parked;
    first.notBefore = kMorning;
    CHECK(sent({first, entry(2, "a")}) == 2);
    CHECK(std::holds_alternative<Rest>(nextStep({first}, {kMorning, true, false, {}}, Pace{})));
}

TEST_CASE("request_that_may_have_arrived_is_sent_again") {
    auto first = entry(1, "a");
    first.state = KeptState::Unknown;
    first.notBefore = kMorning;
    CHECK(std::holds_alternative<Ask>(nextStep({first}, {kMorning, true, false, {}}, Pace{})));
}

TEST_CASE("outbox_works_while_a_citizen_waits_or_without_a_network") {
    const std::vector entries{entry(1, "a")};
    CHECK(std::holds_alternative<Wait>(nextStep(entries, {kMorning, true, true, {}}, Pace{})));
    CHECK(std::holds_alternative<Rest>(nextStep(entries, {kMorning, false, false, {}}, Pace{})));
    const auto soon = nextStep(entries, {kMorning, true, false, kMorning - 400ms}, Pace{});
    REQUIRE(std::holds_alternative<Wait>(soon));
    CHECK(std::get<Wait>(soon).time == 600ms);
}

TEST_CASE("clock_that_was_put_back_stops_the_outbox") {
    auto first = entry(1, "a");
    first.notBefore = kMorning + 24h * 365;
    CHECK(sent({first}) == 1);
    CHECK(sent({entry(1, "a")}, {kMorning, true, false, kMorning + 24h}) == 1);
}

TEST_CASE("request_is_lost_because_the_clock_was_wrong_when_it_was_accepted") {
    const Pace pace;
    for (const auto wrong : {kMorning - 24h * 365 * 20, kMorning + 24h * 365 * 20}) {
        auto first = entry(1, "a");
        first.acceptedAt = wrong;
        CHECK(sent({first}) == 1);
        const auto told = believable(wrong, kMorning, pace);
        CHECK(told <= kMorning);
        CHECK(told >= kMorning - 24h * 90); // what the platform takes
    }
    CHECK(believable(kMorning - 24h, kMorning, pace) == kMorning - 24h);
}

TEST_CASE("request_is_sent_again_after_the_platform_forgot_its_key") {
    auto first = entry(1, "a");
    first.state = KeptState::Unknown;
    first.notBefore = kMorning - 24h * 61;
    const auto step = nextStep({first}, {kMorning, true, true, {}}, Pace{});
    REQUIRE(std::holds_alternative<Park>(step));
    CHECK(std::get<Park>(step).reason == "too_old");
    // A terminal whose clock has run ahead does not find the platform either.
    CHECK(std::holds_alternative<Rest>(nextStep({first}, {kMorning, false, true, {}}, Pace{})));
}

TEST_CASE("parked_request_keeps_its_personal_data_for_ever") {
    const auto first = after(entry(1, "a"), {Fate::Parked, "validation"}, kMorning, Pace{}, 0.5);
    const auto then = [&](WallTime time) { return nextStep({first}, {time, true, true, {}}, Pace{}); };
    CHECK(std::holds_alternative<Rest>(then(kMorning + 24h * 89)));
    CHECK(std::holds_alternative<Drop>(then(kMorning + 24h * 91)));
}

TEST_CASE("fault_is_judged_as_something_else") {
    CHECK(verdictOf(Fault{FaultCode::Unreachable, ""}, true).fate == Fate::Again);
    for (auto code :
         {FaultCode::TimedOut, FaultCode::ConnectionLost, FaultCode::Overloaded, FaultCode::Malformed}) {
        CHECK(verdictOf(Fault{code, ""}, true).fate == Fate::Unknown);
        CHECK(verdictOf(Fault{code, ""}, false).fate == Fate::Again);
    }
    CHECK(verdictOf(Fault{FaultCode::Refused, ""}, true).fate == Fate::Parked);
    model::Refusal refusal;
    refusal.type = "rate-limited";
    CHECK(verdictOf(refusal).fate == Fate::Again);
    refusal.type = "validation";
    CHECK(verdictOf(refusal).fate == Fate::Parked);
    CHECK(verdictOf(refusal).reason == "validation");
}

TEST_CASE("waits_do_not_grow_or_all_terminals_come_back_together") {
    const Pace pace;
    auto first = entry(1, "a");
    std::chrono::milliseconds longest{0};
    for (int attempt = 0; attempt < 40; ++attempt) {
        const auto early = after(first, {Fate::Again}, kMorning, pace, 0).notBefore - kMorning;
        const auto late = after(first, {Fate::Again}, kMorning, pace, 1).notBefore - kMorning;
        CHECK(late >= early * 2 - 1ms);
        CHECK(late >= longest);
        CHECK(late <= pace.longestWait);
        longest = late;
        first = after(first, {Fate::Again}, kMorning, pace, 1);
        CHECK(first.state == KeptState::Waiting); // a cut line is nobody's fault, however long
    }
    CHECK(longest == pace.longestWait);
}

TEST_CASE("request_that_breaks_the_platform_is_sent_for_ever") {
    const Pace pace;
    auto first = entry(1, "a");
    int attempts = 0;
    while (first.state != KeptState::Parked && attempts < 100) {
        first = after(first, {Fate::Unknown}, kMorning, pace, 0.5);
        ++attempts;
    }
    CHECK(attempts == pace.attempts);
    CHECK(first.reason == "no_answer");
}

TEST_CASE("week_without_a_network_starves_the_citizens_or_never_drains") {
    // 700 reports are kept; from the first second on somebody waits for the platform half of the time.
    const Pace pace;
    std::mt19937 random(1);
    std::vector<KeptEntry> kept;
    for (int i = 1; i <= 700; ++i)
        kept.push_back(entry(i, "visit-" + std::to_string(i / 2), 1 + i % 9));
    WallTime time = kMorning;
    WallTime lastSent{};
    std::map<std::string, std::int64_t> newest;
    while (!kept.empty()) {
        REQUIRE(time < kMorning + 2h);
        const bool talks = (time - kMorning) / 10s % 2 == 0;
        const auto step = nextStep(kept, {time, true, talks, lastSent}, pace);
        if (const auto* wait = std::get_if<Wait>(&step)) {
            time += wait->time;
            continue;
        }
        const auto* send = std::get_if<Send>(&step);
        REQUIRE(send);
        CHECK_FALSE(talks);
        CHECK(time - lastSent >= pace.between);
        time += 300ms; // what it takes
        lastSent = time;
        const auto at = std::find_if(kept.begin(), kept.end(),
                                     [&](const auto& known) { return known.number == send->entry.number; });
        if (random() % 10 == 0) { // the line is bad
            *at = after(*at, {Fate::Again}, time, pace, 0.5);
            continue;
        }
        CHECK(newest[at->visit] < at->number);
        newest[at->visit] = at->number;
        kept.erase(at);
    }
}
