#include "tests/unit/flow/stage_person.h"

#include <algorithm>
#include <random>
#include <set>

using namespace balady;
using namespace balady::flow;
using namespace balady::flow::test;

TEST_CASE("citizen_walks_away_and_the_next_one_sees_them") {
    Person person;
    person.entersService("issue-licence").signsInByApp().does(Typed{"activity", "barber"});
    person.does(TimerFired{Timer::Idle});
    CHECK(person.session.overlay == Overlay::StillThere);
    CHECK(person.asked<StartTimer>()->timer == Timer::IdleGrace);
    person.does(TimerFired{Timer::IdleGrace});
    CHECK(std::holds_alternative<Attract>(person.session.place));
    CHECK_FALSE(person.session.citizen);
    CHECK(person.asked<EndSession>());
}

TEST_CASE("more_time_is_not_given") {
    Person person;
    person.entersService("issue-licence").does(TimerFired{Timer::Idle}).does(Stay{});
    CHECK(person.session.overlay == Overlay::None);
    CHECK(person.asked<StartTimer>()->timer == Timer::Idle);
    person.does(TimerFired{Timer::IdleGrace}); // a late one of the question that was answered
    CHECK(person.journey());
}

TEST_CASE("something_on_the_screen_keeps_a_session_alive") {
    Person person;
    person.entersService("issue-licence").signsInByApp().does(Typed{"activity", "barber"});
    for (int touches = 0; touches < 100; ++touches)
        person.does(Touched{});
    person.does(TimerFired{Timer::Step});
    CHECK(person.session.overlay == Overlay::StepOver);
    CHECK(person.asked<StartTimer>()->timer == Timer::IdleGrace);
    person.does(Touched{}).does(Next{});
    CHECK(person.effects.empty()); // the countdown goes on
    CHECK(person.session.overlay == Overlay::StepOver);
    person.does(TimerFired{Timer::Idle}).does(TimerFired{Timer::IdleGrace});
    CHECK(std::holds_alternative<Attract>(person.session.place));
    CHECK(person.asked<EndSession>());
}

TEST_CASE("slow_reader_is_thrown_out_of_a_long_step") {
    Person person;
    person.entersService("issue-licence").signsInByApp().does(TimerFired{Timer::Step}).does(Stay{});
    CHECK(person.session.overlay == Overlay::None);
    CHECK(person.stage<form::State>());
    const auto starts = [&](Timer timer) {
        return std::any_of(person.effects.begin(), person.effects.end(), [&](const Effect& effect) {
            const auto* start = std::get_if<StartTimer>(&effect);
            return start != nullptr && start->timer == timer;
        });
    };
    CHECK(starts(Timer::Step)); // once more as long
    person.does(Typed{"activity", "barber"});
    CHECK_FALSE(starts(Timer::Step)); // an answer is no new step
    person.does(Next{}).does(Typed{"area", "45"}).does(Next{});
    CHECK(person.stage<documents::State>());
    CHECK(starts(Timer::Step));
}

TEST_CASE("end_of_a_step_cuts_off_a_sending") {
    Person person;
    person.sends().does(TimerFired{Timer::Step});
    CHECK(person.session.overlay == Overlay::None);
    CHECK(person.asked<StartTimer>()->timer == Timer::Step);
    CHECK(person.in<submit::State, submit::Sending>());
}

TEST_CASE("terminal_of_one_language_asks_which") {
    Person person;
    person.world.terminal.languages = {model::Language::Arabic};
    person.does(Touched{});
    CHECK(std::holds_alternative<HomePage>(person.session.place));
    person.does(OpenLanguages{}).does(LanguageChosen{model::Language::English}).does(Back{});
    CHECK(person.session.overlay == Overlay::None);
    CHECK(person.session.language == model::Language::Arabic);
    CHECK(std::holds_alternative<HomePage>(person.session.place));
}

TEST_CASE("own_municipality_must_be_looked_for") {
    model::Field place;
    place.id = "place";
    place.type = model::FieldType::Choice;
    place.list = model::kMunicipalities;
    place.options = {{"1001-first", model::text("الأولى", "First"), {}, {}, {}},
                     {"5001-own", model::text("هذه", "This one"), {}, {}, {}}};
    auto catalogue = std::make_shared<model::Catalogue>();
    catalogue->services = {application()};
    catalogue->services[0].form[1].fields.push_back(place);
    Person person;
    person.world.catalogue = catalogue;
    person.world.terminal.municipalityCode = "5001-own";
    const auto chosen = [&] { return person.journey()->folder.answers.at("place"); };
    person.entersService("issue-licence").signsInByApp().does(Typed{"activity", "barber"});
    CHECK(person.journey()->folder.answers.count("place") == 0);
    person.does(Next{});
    CHECK(chosen() == "5001-own");
    person.does(Typed{"place", "1001-first"}).does(Back{}).does(Next{});
    CHECK(chosen() == "1001-first"); // a wish of the citizen's stays

    person = Person();
    person.world.catalogue = catalogue;
    person.world.terminal.municipalityCode = "9999-elsewhere"; // the catalogue has no such municipality
    person.entersService("issue-licence").signsInByApp().does(Typed{"activity", "barber"}).does(Next{});
    CHECK(person.journey()->folder.answers.count("place") == 0);
}

TEST_CASE("idle_timer_cuts_off_a_sending") {
    Person person;
    person.sends().does(TimerFired{Timer::Idle});
    CHECK(person.session.overlay == Overlay::None);
    person.does(TimerFired{Timer::IdleGrace}).does(Leave{});
    CHECK(person.in<submit::State, submit::Sending>());
}

TEST_CASE("leaving_throws_work_away_without_asking") {
    Person person;
    person.entersService("issue-licence").signsInByApp().does(Typed{"activity", "barber"}).does(Leave{});
    CHECK(person.session.overlay == Overlay::LeaveQuestion);
    person.does(Stay{});
    CHECK(person.journey()->folder.answers.at("activity") == "barber");
    person.does(Leave{}).does(LeaveConfirmed{});
    CHECK(std::holds_alternative<Attract>(person.session.place));
}

TEST_CASE("second_service_asks_for_identity_again") {
    Person person;
    person.entersService("issue-licence")
        .signsInByApp()
        .does(AnotherService{})
        .does(ServiceChosen{"my-requests"})
        .does(Next{});
    CHECK(person.stage<lookup::State>());
    CHECK(person.asked<Inquire>()->inquiryId == "my-requests");
}

TEST_CASE("approved_request_cannot_be_printed_on_the_next_visit") {
    Person person;
    person.entersService("my-requests").signsInByApp();
    model::Finding finding;
    finding.title = model::text("رخصة", "Licence");
    finding.requestNumber = "REQ-1";
    finding.printable = true;
    person.does(Found{ok(std::vector{finding})}).does(FindingChosen{0});
    CHECK(person.asked<Refresh>()->number == "REQ-1");
    auto issued = submission(model::RequestState::Issued);
    issued.licenceNumber = "L-1";
    person.does(Refreshed{ok(issued)});
    CHECK(person.stage<outcome::State>());
    auto back = person;
    back.does(Back{});
    CHECK(back.stage<lookup::State>());
    person.does(Next{}).does(ReceiptOut{model::PaperResult{model::PaperOutcome::Completed, {}}});
    CHECK(person.asked<FetchLicence>()->number == "L-1");
}

TEST_CASE("late_request_ends_in_a_notice") {
    Person person;
    auto catalogue = *person.world.catalogue;
    auto& complaint = catalogue.services.emplace_back(application());
    complaint.id = "complaint";
    complaint.needsIdentity = false;
    model::Field number;
    number.id = "request";
    number.type = model::FieldType::Reference;
    number.showIf = model::Condition{"activity", "barber"};
    complaint.form[0].fields.push_back(number);
    complaint.lateRequestField = "request";
    person.world.catalogue = std::make_shared<model::Catalogue>(catalogue);

    person.entersService("my-requests").signsInByApp();
    model::Finding finding;
    finding.requestNumber = "REQ-1";
    person.does(Found{ok(std::vector{finding})}).does(FindingChosen{0});
    auto inTime = person;
    inTime.does(Refreshed{ok(submission(model::RequestState::UnderReview))}).does(Complain{});
    CHECK(inTime.stage<outcome::State>());
    auto late = submission(model::RequestState::UnderReview);
    late.late = true;
    person.does(Refreshed{ok(late)}).does(Complain{});
    CHECK(std::get<About>(person.session.place).serviceId == "complaint");
    person.does(Next{});
    REQUIRE(person.stage<form::State>());
    CHECK(person.journey()->folder.answers == model::Answers{{"request", "REQ-1"}, {"activity", "barber"}});
    CHECK(person.journey()->folder.citizen);
}

TEST_CASE("going_back_loses_answers") {
    Person person;
    person.entersService("issue-licence").signsInByApp().answersForm();
    CHECK(person.stage<documents::State>());
    person.does(Back{});
    REQUIRE(person.stage<form::State>());
    CHECK(person.stage<form::State>()->page == 1);
    CHECK(person.journey()->folder.answers.at("area") == "45");
    person.does(Back{}).does(Back{});
    CHECK(std::get_if<About>(&person.session.place)); // signed in: not asked for identity again
    CHECK(person.session.citizen);
}

TEST_CASE("language_changed_in_the_middle_loses_the_place") {
    Person person;
    person.entersService("issue-licence")
        .signsInByApp()
        .does(OpenLanguages{})
        .does(LanguageChosen{model::Language::English});
    CHECK(person.stage<form::State>());
    CHECK(person.journey()->folder.language == model::Language::English);
}

TEST_CASE("service_without_camera_is_begun_and_cannot_be_finished") {
    Person person;
    person.world.conditions.standing[model::DeviceRole::DocumentCamera] = model::Trouble::Gone;
    person.entersService("issue-licence");
    CHECK(std::get_if<About>(&person.session.place));
    CHECK(obstacle(application(), person.world) == "camera_gone");
}

namespace {

/// Answers an effect in one of the ways that the world has, chosen by chance.
std::optional<Event> answer(const Effect& effect, std::mt19937& random) {
    const auto luck = random() % 5;
    const auto code = std::array{FaultCode::TimedOut, FaultCode::Unreachable, FaultCode::ConnectionLost,
                                 FaultCode::Overloaded}[random() % 4];
    const auto anyState = std::array{model::RequestState::UnderReview, model::RequestState::AwaitingPayment,
                                     model::RequestState::Issued}[random() % 3];
    const auto someSubmission = [&] {
        auto s = submission(anyState);
        if (anyState == model::RequestState::AwaitingPayment)
            s.bill = model::Bill{"902", "1", {100}, false};
        if (anyState == model::RequestState::Issued)
            s.licenceNumber = "L-1";
        return s;
    };
    return std::visit(
        Overloaded{
            [&](const StartTimer& e) -> std::optional<Event> { return TimerFired{e.timer}; },
            [&](const ReadCard&) -> std::optional<Event> {
                return CardRead{Fault{FaultCode::CardRemoved, ""}};
            },
            [&](const StartChallenge& e) -> std::optional<Event> {
                return ChallengeChanged{luck ? ok(challenge(e.kind, model::ChallengeState::Pending))
                                             : fault<model::Challenge>(code)};
            },
            [&](const PollChallenge&) -> std::optional<Event> {
                return ChallengeChanged{
                    ok(challenge(model::ChallengeKind::App, model::ChallengeState::Approved))};
            },
            [&](const AnswerChallenge&) -> std::optional<Event> {
                return ChallengeChanged{no<model::Challenge>("wrong-code", 1)};
            },
            [&](const SignIn&) -> std::optional<Event> {
                return SignedIn{luck ? ok(citizen()) : fault<model::Citizen>(code)};
            },
            [&](const Upload&) -> std::optional<Event> {
                return Uploaded{luck ? ok(std::string("a")) : fault<std::string>(code)};
            },
            [&](const Submit&) -> std::optional<Event> {
                return Submitted{luck ? fault<model::Submission>(code) : ok(someSubmission())};
            },
            [&](const Reconcile&) -> std::optional<Event> {
                return Reconciled{luck == 0   ? ok(someSubmission())
                                  : luck == 1 ? no<model::Submission>("not-found")
                                              : fault<model::Submission>(code)};
            },
            [&](const Refresh&) -> std::optional<Event> { return Refreshed{ok(someSubmission())}; },
            [&](const Inquire&) -> std::optional<Event> { return Found{ok(std::vector<model::Finding>(2))}; },
            [&](const ShootPicture&) -> std::optional<Event> {
                auto still = std::make_shared<model::Still>();
                still->problem = luck ? model::PictureProblem::None : model::PictureProblem::TooDark;
                return PictureTaken{std::shared_ptr<const model::Still>(still)};
            },
            [&](const FetchLicence&) -> std::optional<Event> {
                return LicenceFetched{ok(model::LicencePaper{})};
            },
            [&](const PrintReceipt&) -> std::optional<Event> {
                return ReceiptOut{model::PaperResult{
                    luck ? model::PaperOutcome::Completed : model::PaperOutcome::Unknown, {}}};
            },
            [&](const PrintLicencePaper&) -> std::optional<Event> {
                return LicenceOut{model::PaperResult{
                    luck ? model::PaperOutcome::SentToPrinter : model::PaperOutcome::NotPrinted, {}}};
            },
            [](const auto&) -> std::optional<Event> { return std::nullopt; },
        },
        effect);
}

/// What somebody who wants the licence would do next.
Event sensible(const Person& person, std::mt19937& random) {
    if (person.session.overlay != Overlay::None)
        return Stay{};
    if (std::holds_alternative<Attract>(person.session.place))
        return Touched{};
    if (std::holds_alternative<ChooseLanguage>(person.session.place))
        return LanguageChosen{model::Language::Arabic};
    if (std::holds_alternative<HomePage>(person.session.place))
        return ServiceChosen{random() % 3 ? "issue-licence" : "my-requests"};
    if (const auto* entry = person.in<identify::State, identify::TypeIdentity>())
        return entry->typed.empty() ? Event{Typed{"identity", "1000000008"}} : Event{Next{}};
    if (const auto* form = person.stage<form::State>()) {
        const auto& answers = person.journey()->folder.answers;
        const std::string field = form->page == 0 ? "activity" : "area";
        return answers.contains(field) ? Event{Next{}}
                                       : Event{Typed{field, form->page == 0 ? "barber" : "20"}};
    }
    if (person.stage<identify::State>())
        return TypeNumber{};
    if (person.in<documents::State, documents::Aim>())
        return TakePicture{};
    if (person.stage<lookup::State>())
        return FindingChosen{0};
    if (person.stage<rate::State>())
        return Stars{5};
    if (person.in<submit::State, submit::Stuck>() || (person.stage<papers::State>() && random() % 2))
        return TryAgain{};
    return Next{};
}

Event whim(std::mt19937& random) {
    switch (random() % 23) {
    case 0: return Touched{};
    case 1: return LanguageChosen{random() % 2 ? model::Language::Arabic : model::Language::English};
    case 2: return ServiceChosen{random() % 3 ? "issue-licence" : "my-requests"};
    case 3: return Back{};
    case 4: return TryAgain{};
    case 5: return Skip{};
    case 6: return TypeNumber{};
    case 7: return Typed{"identity", "1000000008"};
    case 8: return Typed{"activity", "bakery"};
    case 9: return Typed{"area", "20"};
    case 10: return TakePicture{};
    case 11: return SendSms{};
    case 12: return CodeTyped{SecretText("1")};
    case 13: return FindingChosen{random() % 3};
    case 14: return EditPage{random() % 4};
    case 15: return Stars{static_cast<int>(random() % 7)};
    case 16: return Stay{};
    case 22: return Complain{};
    case 17: return CardChanged{static_cast<model::CardPresence>(random() % 4)};
    default: return Next{};
    }
}

} // namespace

TEST_CASE("some_history_of_a_million_breaks_the_promise_to_send_once") {
    std::mt19937 random(20261121);
    Person person;
    std::set<std::string> open; ///< keys sent, with no answer that allows another sending
    Effects pending;            ///< asked and not answered yet
    int submitted = 0;
    int finished = 0;
    unsigned key = 0;
    for (int i = 0; i < 1'000'000; ++i) {
        // The world answers what was asked, in any order; the citizen does what is sensible, or anything at all.
        std::optional<Event> event;
        if (!pending.empty() && random() % 2) {
            const auto at = pending.begin() + static_cast<std::ptrdiff_t>(random() % pending.size());
            event = answer(*at, random);
            pending.erase(at);
        }
        if (!event)
            event = random() % 8 ? sensible(person, random) : whim(random);
        if (const auto* told = std::get_if<Submitted>(&*event))
            if (told->reply ? !told->reply->value : told->reply.error().code == FaultCode::Unreachable)
                open.clear();
        if (const auto* told = std::get_if<Reconciled>(&*event))
            if (told->reply && !told->reply->value)
                open.clear();
        person.world.freshKey = "key-" + std::to_string(++key);
        const bool wasFarewell = std::holds_alternative<Farewell>(person.session.place);
        person.does(*event);
        for (const auto& effect : person.effects) {
            const auto* timer = std::get_if<StartTimer>(&effect);
            if (std::holds_alternative<DropPending>(effect))
                pending.clear();
            else if (std::holds_alternative<StopTimer>(effect) ||
                     std::holds_alternative<WatchCamera>(effect) ||
                     std::holds_alternative<StopCamera>(effect) || std::holds_alternative<SendRating>(effect))
                continue; // nobody answers these
            else if (!timer || timer->timer == Timer::Poll || timer->timer == Timer::Retry ||
                     random() % 50 == 0)
                pending.push_back(effect);
        }
        if (const auto* submit = person.asked<Submit>()) {
            ++submitted;
            REQUIRE_MESSAGE(open.insert(submit->idempotencyKey).second, "sent twice without knowing");
        }
        if (person.asked<EndSession>()) {
            REQUIRE(std::holds_alternative<Attract>(person.session.place));
            REQUIRE_FALSE(person.session.citizen);
            open.clear();
        }
        finished += !wasFarewell && std::holds_alternative<Farewell>(person.session.place);
    }
    // The walk is worth something only if it gets to the end often.
    CHECK(submitted > 500);
    CHECK(finished > 100);
}
