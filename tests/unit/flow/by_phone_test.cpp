// A document from the citizen's telephone: when it is offered, what ends it, and that nothing is a dead end.
#include "tests/unit/flow/stage_person.h"

using namespace balady;
using namespace balady::flow;
using namespace balady::flow::test;

namespace {

model::UploadTicket ticket(model::TicketState state) {
    model::UploadTicket out;
    out.id = "t1";
    out.state = state;
    out.address = "https://phone.example/d/TEST";
    if (state == model::TicketState::Received)
        out.received = model::ReceivedFile{"a7", "application/pdf", 5000, 2, "0471"};
    return out;
}

constexpr std::size_t kModules = 1;
const model::CodeSquare kCode{1, std::vector<unsigned char>(kModules, 1)};

std::shared_ptr<const model::Still> still(model::PictureProblem problem) {
    auto out = std::make_shared<model::Still>();
    out->problem = problem;
    return out;
}

void cameraGoes(Person& person, bool gone = true) {
    person.world.conditions.standing[model::DeviceRole::DocumentCamera] =
        gone ? model::Trouble::Gone : model::Trouble::None;
}

/// At a document, with a telephone that could send it, and no camera.
Person withoutCamera() {
    auto person = showing(3);
    person.world.terminal.phoneOrigin = "https://phone.example";
    cameraGoes(person);
    person.does(TakePicture{}).does(PictureTaken{Fault{FaultCode::NoDevice, "test"}});
    return person;
}

Person waiting() {
    auto person = withoutCamera();
    person.does(UsePhone{}).does(TicketGiven{ok(ticket(model::TicketState::Waiting)), kCode});
    return person;
}

template <class S>
const S* phone(const Person& person) {
    const auto* state = person.in<documents::State, documents::ByPhone>();
    return state != nullptr ? std::get_if<S>(&state->state) : nullptr;
}

bool offered(const Person& person) {
    const auto* state = person.stage<documents::State>();
    return state != nullptr && documents::offersPhone(*state, person.journey()->folder, person.world);
}

} // namespace

TEST_CASE("camera_that_is_gone_ends_the_request") {
    auto person = withoutCamera();
    REQUIRE(offered(person));
    person.does(UsePhone{});
    REQUIRE(person.asked<AskTicket>());
    CHECK(person.asked<AskTicket>()->serviceId == "issue-licence");
    CHECK(person.asked<AskTicket>()->documentId == "shop");
    CHECK(person.asked<StopCamera>());
    person.does(TicketGiven{ok(ticket(model::TicketState::Waiting)), kCode});
    REQUIRE(phone<by_phone::Waiting>(person));
    person.does(TimerFired{Timer::Poll});
    REQUIRE(person.asked<PollTicket>());
    CHECK(person.asked<PollTicket>()->id == "t1");
    person.does(TicketTold{ok(ticket(model::TicketState::Received))});
    REQUIRE(phone<by_phone::Came>(person));
    CHECK(person.stage<documents::State>()); // nothing is taken that the citizen has not compared
    person.does(Next{});
    REQUIRE(person.stage<review::State>());
    person.does(Next{});
    CHECK_FALSE(person.asked<Upload>()); // the platform has it
    REQUIRE(person.asked<Submit>());
    CHECK(person.asked<Submit>()->draft.attachmentIds == std::vector<std::string>{"a7"});
}

TEST_CASE("camera_that_goes_while_a_page_is_aimed_at_is_waited_for_in_vain") {
    auto person = showing(3);
    person.does(ConditionsChanged{});
    CHECK(person.in<documents::State, documents::Aim>()->problem.empty());
    cameraGoes(person);
    person.does(ConditionsChanged{});
    CHECK(person.in<documents::State, documents::Aim>()->problem == "camera_gone");
    cameraGoes(person, false);
    person.does(ConditionsChanged{});
    CHECK(person.in<documents::State, documents::Aim>()->problem.empty());
}

TEST_CASE("service_with_a_document_cannot_be_begun_without_a_camera") {
    Person person;
    cameraGoes(person);
    const auto service = application();
    CHECK(obstacle(service, person.world) == "camera_gone");
    person.world.terminal.phoneOrigin = "https://phone.example";
    CHECK(obstacle(service, person.world).empty());
    person.world.conditions.standing[model::DeviceRole::Network] = model::Trouble::Offline;
    CHECK(obstacle(service, person.world) == "camera_gone");
}

TEST_CASE("telephone_is_offered_too_early_or_never") {
    auto person = showing(3);
    person.world.terminal.phoneOrigin = "https://phone.example";
    CHECK_FALSE(offered(person));
    person.does(UsePhone{});
    CHECK((person.in<documents::State, documents::Aim>()));
    for (const bool second : {false, true}) {
        person.does(TakePicture{}).does(PictureTaken{still(model::PictureProblem::TooDark)});
        CHECK(offered(person) == second);
        person.does(Retake{});
        CHECK(offered(person) == second);
    }
    person.does(UsePhone{});
    CHECK(phone<by_phone::Asking>(person));

    auto nowhere = withoutCamera();
    nowhere.world.terminal.phoneOrigin.clear();
    CHECK_FALSE(offered(nowhere));
    auto offline = withoutCamera();
    offline.world.conditions.standing[model::DeviceRole::Network] = model::Trouble::Offline;
    CHECK_FALSE(offered(offline));
}

TEST_CASE("portrait_comes_from_a_telephone") {
    auto document = application().documents.front();
    World world;
    world.terminal.phoneOrigin = "https://phone.example";
    CHECK(documents::mayComeByPhone(document, world));
    document.portrait = true;
    CHECK_FALSE(documents::mayComeByPhone(document, world));
}

TEST_CASE("ticket_that_ends_is_a_dead_end") {
    auto person = waiting();
    person.does(TicketTold{ok(ticket(model::TicketState::Expired))});
    REQUIRE(phone<by_phone::Stuck>(person));
    CHECK(phone<by_phone::Stuck>(person)->problem == "ticket_expired");
    person.does(TryAgain{});
    CHECK(person.asked<AskTicket>());
    person.does(TicketGiven{fault<model::UploadTicket>(FaultCode::Unreachable), {}});
    CHECK(phone<by_phone::Stuck>(person)->problem == "network_gone");
    person.does(TryAgain{}).does(TicketGiven{no<model::UploadTicket>("validation"), {}});
    CHECK(phone<by_phone::Stuck>(person)->problem == "refused");
    person.does(TryAgain{}).does(TicketGiven{ok(ticket(model::TicketState::Waiting)), {}}); // cannot be drawn
    CHECK(phone<by_phone::Stuck>(person));
    for (const auto code : {FaultCode::NotFound, FaultCode::Unauthorised}) {
        auto forgotten = waiting();
        forgotten.does(TicketTold{fault<model::UploadTicket>(code)});
        CHECK(phone<by_phone::Stuck>(forgotten));
    }
}

TEST_CASE("lost_question_loses_the_file") {
    auto person = waiting();
    person.does(TicketTold{fault<model::UploadTicket>(FaultCode::TimedOut)});
    REQUIRE(phone<by_phone::Waiting>(person));
    CHECK(phone<by_phone::Waiting>(person)->problem == "network_gone");
    REQUIRE(person.asked<StartTimer>());
    person.does(TicketTold{ok(ticket(model::TicketState::Waiting))});
    CHECK(phone<by_phone::Waiting>(person)->problem.empty());
    person.does(TicketTold{ok(ticket(model::TicketState::Received))});
    CHECK(phone<by_phone::Came>(person));
}

TEST_CASE("strangers_file_cannot_be_thrown_away") {
    auto person = waiting();
    person.does(TicketTold{ok(ticket(model::TicketState::Received))}).does(TryAgain{});
    CHECK(phone<by_phone::Asking>(person));
    CHECK(person.asked<AskTicket>());
    CHECK(person.journey()->folder.pictures.empty());
}

TEST_CASE("camera_that_is_back_is_not_found_again") {
    auto person = waiting();
    cameraGoes(person, false);
    person.does(Back{});
    REQUIRE((person.in<documents::State, documents::Aim>()));
    CHECK(person.in<documents::State, documents::Aim>()->problem.empty());
    CHECK(person.asked<WatchCamera>());
    CHECK(person.asked<DropPending>()); // a late answer does not bring the page back
    person.does(TicketTold{ok(ticket(model::TicketState::Received))});
    CHECK((person.in<documents::State, documents::Aim>()));
    person.showsDocument();
    CHECK(person.stage<review::State>());
    person.does(Next{});
    CHECK(person.asked<Upload>());
}

TEST_CASE("citizen_with_the_telephone_in_hand_is_sent_away") {
    auto person = waiting();
    REQUIRE(person.world.terminal.idle < by_phone::kIdle);
    person.does(Touched{});
    REQUIRE(person.asked<StartTimer>());
    CHECK(person.asked<StartTimer>()->after == by_phone::kIdle);
    person.does(Leave{}); // asks, because something would be lost
    person.does(LeaveConfirmed{});
    CHECK(std::holds_alternative<Attract>(person.session.place));
}

TEST_CASE("file_that_the_terminal_never_had_is_kept_here") {
    auto service = application();
    service.offline = model::Offline{};
    auto person = waiting();
    auto catalogue = std::make_shared<model::Catalogue>();
    catalogue->services = {service};
    auto& journey = std::get<Journey>(person.session.place);
    journey.folder.catalogue = catalogue;
    journey.folder.service = &catalogue->services.front();
    person.does(TicketTold{ok(ticket(model::TicketState::Received))}).does(Next{});
    person.world.conditions.standing[model::DeviceRole::Network] = model::Trouble::Offline;
    person.does(Next{});
    CHECK_FALSE(person.asked<Keep>());
    person.does(Submitted{fault<model::Submission>(FaultCode::Unreachable)});
    REQUIRE((person.in<submit::State, submit::Stuck>()));
    person.does(TryAgain{});
    REQUIRE(person.asked<Submit>());
    CHECK(person.asked<Submit>()->draft.attachmentIds == std::vector<std::string>{"a7"});
}
