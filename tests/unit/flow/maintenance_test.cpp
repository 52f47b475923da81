// A technician's badge at a terminal: what it opens, when it opens nothing, and what it leaves behind.
#include "tests/unit/flow/stage_person.h"

#include <algorithm>
#include <array>

using namespace balady;
using namespace balady::flow;
using namespace balady::flow::test;
using model::BadgeState;
using model::CardPresence;

namespace {

constexpr const char* kMark = "0123456789abcdef0123456789abcdef";

model::Badge badge(BadgeState state, int triesLeft = -1) {
    return {state, triesLeft, kMark};
}

/// Somebody at a terminal that knows badges.
struct Visitor : Person {
    Visitor() { world.terminal.badges = true; }

    Visitor& puts(BadgeState state) {
        lays(CardPresence::Present);
        REQUIRE(asked<LookForBadge>());
        does(BadgeSeen{badge(state, 3)});
        return *this;
    }
    Visitor& lays(CardPresence presence) {
        world.card = presence;
        does(CardChanged{presence});
        return *this;
    }
    Visitor& signsIn() {
        puts(BadgeState::Waiting).does(CodeTyped{SecretText("123456")});
        REQUIRE(asked<ProveBadge>());
        does(BadgeProven{badge(BadgeState::Proven)});
        REQUIRE(at<maintenance::Bench>());
        return *this;
    }
    template <class S>
    [[nodiscard]] const S* at() const {
        const auto* here = std::get_if<Maintenance>(&session.place);
        return here == nullptr ? nullptr : std::get_if<S>(&here->state);
    }
    [[nodiscard]] bool noted(NoteMaintenance::What what) const {
        return std::any_of(effects.begin(), effects.end(), [&](const Effect& effect) {
            const auto* note = std::get_if<NoteMaintenance>(&effect);
            return note != nullptr && note->what == what && note->badge == kMark;
        });
    }
    [[nodiscard]] bool atRest() const { return std::holds_alternative<Attract>(session.place); }
};

} // namespace

TEST_CASE("badge_at_rest_opens_nothing") {
    for (const int steps : {0, 1, 2}) {
        CAPTURE(steps);
        Visitor technician;
        if (steps > 0)
            technician.does(Touched{});
        if (steps > 1)
            technician.does(LanguageChosen{model::Language::English});
        technician.puts(BadgeState::Waiting);
        REQUIRE(technician.at<maintenance::AskPin>());
        CHECK(technician.at<maintenance::AskPin>()->triesLeft == 3);
        technician.does(CodeTyped{SecretText("123456")});
        CHECK(technician.asked<ProveBadge>()->pin.reveal() == "123456");
        technician.does(BadgeProven{badge(BadgeState::Proven)});
        CHECK(technician.at<maintenance::Bench>());
        CHECK(technician.noted(NoteMaintenance::What::SignedIn));
        CHECK(technician.asked<AskRoll>());
    }
}

TEST_CASE("badge_in_the_middle_of_a_citizens_visit_changes_something") {
    Visitor citizen;
    citizen.entersService("issue-licence").signsInByApp().does(Typed{"activity", "barber"});
    citizen.lays(CardPresence::Present);
    CHECK_FALSE(citizen.asked<LookForBadge>());
    citizen.does(BadgeSeen{badge(BadgeState::Waiting)});
    CHECK(citizen.journey()->folder.answers.at("activity") == "barber");
    citizen.does(AnotherService{}); // home, but signed in
    citizen.lays(CardPresence::Empty).lays(CardPresence::Present);
    CHECK_FALSE(citizen.asked<LookForBadge>());
    citizen.does(BadgeSeen{badge(BadgeState::Waiting)});
    CHECK(std::holds_alternative<HomePage>(citizen.session.place));
}

TEST_CASE("answer_about_a_badge_comes_when_the_citizen_has_begun_or_the_card_is_gone") {
    Visitor late;
    late.lays(CardPresence::Present);
    late.does(LanguageChosen{model::Language::Arabic}).does(ServiceChosen{"issue-licence"});
    late.does(BadgeSeen{badge(BadgeState::Waiting)});
    CHECK(std::holds_alternative<About>(late.session.place));
    Visitor gone;
    gone.lays(CardPresence::Present).lays(CardPresence::Empty);
    gone.does(BadgeSeen{badge(BadgeState::Waiting)});
    CHECK(std::holds_alternative<ChooseLanguage>(gone.session.place));
}

TEST_CASE("citizens_card_waits_for_the_look_at_badges") {
    Visitor citizen;
    citizen.lays(CardPresence::Present);
    CHECK(std::holds_alternative<ChooseLanguage>(citizen.session.place)); // before any answer
    citizen.does(BadgeSeen{model::Badge{}}).does(LanguageChosen{model::Language::Arabic});
    CHECK(std::holds_alternative<HomePage>(citizen.session.place));
}

TEST_CASE("terminal_that_trusts_no_badge_asks_cards_for_one") {
    Person citizen;
    citizen.world.card = CardPresence::Present;
    citizen.does(CardChanged{CardPresence::Present});
    CHECK_FALSE(citizen.asked<LookForBadge>());
}

TEST_CASE("touches_alone_open_the_technicians_page") {
    const std::array<Event, 12> touches{Event{Touched{}},
                                        LanguageChosen{model::Language::Arabic},
                                        CodeTyped{SecretText("123456")},
                                        NewRoll{},
                                        PrintTest{},
                                        Next{},
                                        Back{},
                                        UseCard{},
                                        TypeNumber{},
                                        AnotherService{},
                                        OpenLanguages{},
                                        BadgeProven{badge(BadgeState::Proven)}};
    Visitor child;
    for (std::size_t first = 0; first < touches.size(); ++first)
        for (std::size_t second = 0; second < touches.size(); ++second) {
            child.does(Event(touches[first])).does(Event(touches[second]));
            CHECK_FALSE(std::holds_alternative<Maintenance>(child.session.place));
            CHECK_FALSE(child.asked<CountNewRoll>());
            CHECK_FALSE(child.asked<PrintTestReceipt>());
        }
}

TEST_CASE("wrong_pin_opens_or_costs_more_than_one_try") {
    Visitor technician;
    technician.puts(BadgeState::Waiting);
    for (const char* text : {"", "12345", "123456789", "12345a"}) {
        technician.does(CodeTyped{SecretText(text)});
        CHECK_FALSE(technician.asked<ProveBadge>());
    }
    technician.does(CodeTyped{SecretText("111111")});
    CHECK(technician.asked<ProveBadge>());
    technician.does(CodeTyped{SecretText("111111")}); // a second touch while the badge thinks
    CHECK_FALSE(technician.asked<ProveBadge>());
    technician.does(BadgeProven{badge(BadgeState::WrongPin, 2)});
    CHECK(technician.at<maintenance::AskPin>()->triesLeft == 2);
    CHECK(technician.at<maintenance::AskPin>()->problem == "badge_wrong_pin");
    CHECK(technician.noted(NoteMaintenance::What::Refused));
    technician.does(NewRoll{}).does(PrintTest{});
    CHECK(technician.effects.size() == 2); // only that somebody is there
    technician.does(CodeTyped{SecretText("111111")}).does(BadgeProven{badge(BadgeState::Blocked, 0)});
    CHECK(technician.at<maintenance::Refused>()->problem == "badge_blocked");
}

TEST_CASE("badge_that_is_not_ours_asks_for_a_pin_or_is_a_dead_end") {
    for (const auto state : {BadgeState::Unknown, BadgeState::Expired, BadgeState::Blocked,
                             BadgeState::Withdrawn, BadgeState::ListOld}) {
        Visitor stranger;
        stranger.puts(state);
        CHECK(stranger.at<maintenance::Refused>());
        CHECK(stranger.noted(NoteMaintenance::What::Refused));
        stranger.does(AnotherService{});
        CHECK(std::holds_alternative<HomePage>(stranger.session.place));
    }
    Visitor forger;
    forger.puts(BadgeState::Waiting).does(CodeTyped{SecretText("123456")});
    forger.does(BadgeProven{badge(BadgeState::Forged)});
    CHECK(forger.at<maintenance::Refused>()->problem == "badge_forged");
    Visitor exchanged;
    exchanged.puts(BadgeState::Waiting).does(CodeTyped{SecretText("123456")});
    exchanged.does(BadgeProven{model::Badge{}});
    CHECK(exchanged.at<maintenance::Refused>()->problem == "badge_unknown");
}

TEST_CASE("silent_badge_is_a_dead_end") {
    Visitor technician;
    technician.puts(BadgeState::Waiting).does(CodeTyped{SecretText("123456")});
    technician.does(BadgeProven{Fault{FaultCode::TimedOut, "test"}});
    CHECK(technician.at<maintenance::AskPin>()->problem == "badge_silent");
    technician.does(CodeTyped{SecretText("123456")});
    CHECK(technician.asked<ProveBadge>());
    technician.does(BadgeProven{Fault{FaultCode::UnsupportedCard, "test"}});
    CHECK(technician.at<maintenance::Refused>()->problem == "badge_by_air");
}

TEST_CASE("technicians_page_stays_when_the_badge_is_taken_out") {
    Visitor technician;
    technician.signsIn().lays(CardPresence::Empty);
    CHECK(technician.atRest());
    CHECK(technician.noted(NoteMaintenance::What::Left));
    CHECK(technician.asked<EndSession>());
    Visitor atPin;
    atPin.puts(BadgeState::Waiting).lays(CardPresence::NoReader);
    CHECK(atPin.atRest());
    Visitor printing; // also while a paper comes out, which nobody cuts off
    printing.signsIn().does(PrintTest{});
    printing.lays(CardPresence::Empty);
    CHECK(printing.atRest());
}

TEST_CASE("technicians_page_stays_when_nobody_is_there") {
    Visitor technician;
    technician.signsIn();
    const auto* idle = technician.asked<StartTimer>();
    REQUIRE(idle);
    CHECK(idle->after == maintenance::kIdle);
    technician.does(TimerFired{Timer::Idle});
    CHECK(technician.session.overlay == Overlay::StillThere);
    technician.does(TimerFired{Timer::IdleGrace});
    CHECK(technician.atRest());
    CHECK(technician.noted(NoteMaintenance::What::Left));
    // The badge is still in the reader, but opens nothing until it is put in again.
    technician.does(Touched{}).does(BadgeProven{badge(BadgeState::Proven)});
    CHECK(std::holds_alternative<ChooseLanguage>(technician.session.place));
    for (const Event& way : {Event{Leave{}}, Event{Next{}}, Event{Back{}}}) {
        Visitor leaving;
        leaving.signsIn().does(Event(way));
        CHECK(leaving.atRest());
    }
}

TEST_CASE("new_roll_or_test_receipt_is_not_asked_for_or_not_noted") {
    Visitor technician;
    technician.signsIn().does(RollTold{std::optional(model::RollLeft{1'500, 3})});
    CHECK(technician.at<maintenance::Bench>()->roll->millimetres == 1'500);
    technician.does(NewRoll{});
    CHECK(technician.asked<CountNewRoll>());
    CHECK(technician.noted(NoteMaintenance::What::NewRoll));
    technician.does(RollTold{std::optional(model::RollLeft{80'000, {}})});
    CHECK(technician.at<maintenance::Bench>()->roll->millimetres == 80'000);

    technician.does(PrintTest{});
    CHECK(technician.asked<PrintTestReceipt>());
    CHECK(technician.noted(NoteMaintenance::What::TestPrinted));
    technician.does(PrintTest{}); // one paper a touch, and one at a time
    CHECK_FALSE(technician.asked<PrintTestReceipt>());
    technician.does(TestOut{Fault{FaultCode::NoDevice, "test"}});
    CHECK(technician.at<maintenance::Bench>()->test == model::PaperOutcome::NotPrinted);
    technician.does(PrintTest{}).does(TestOut{model::PaperResult{model::PaperOutcome::Completed, {}}});
    CHECK(technician.at<maintenance::Bench>()->test == model::PaperOutcome::Completed);
}

TEST_CASE("test_receipt_says_nothing_of_the_terminal") {
    Visitor technician;
    technician.world.terminal.id = "terminal-7";
    technician.world.conditions.standing[model::DeviceRole::DocumentCamera] = model::Trouble::Gone;
    for (const auto language : model::kLanguages) {
        const auto receipt = maintenance::testReceipt(technician.world, language);
        const auto says = [&](const std::string& value) {
            return std::any_of(receipt.lines.begin(), receipt.lines.end(),
                               [&](const auto& line) { return line.value == value; });
        };
        CHECK(says("terminal-7"));
        CHECK(says(model::text("غير موجود", "Not there").in(language)));
        CHECK(receipt.lines.size() == 16);
    }
}
