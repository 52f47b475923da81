#include "tests/unit/flow/stage_person.h"

using namespace balady;
using namespace balady::flow;
using namespace balady::flow::test;
namespace id = balady::flow::identify;

namespace {

Person atCardDetails() {
    Person person;
    person.entersService("issue-licence");
    person.sees(model::CardPresence::Present);
    person.does(Typed{"document-number", "d23145890"})
        .does(Typed{"birth-date", "1974-08-12"})
        .does(Typed{"expiry-date", "2031-04-15"});
    return person;
}

Person showingCard() {
    Person person;
    person.entersService("issue-licence").does(UseCard{});
    return person;
}

model::Mrz zone(const char* birth = "740812", const char* expiry = "310415") {
    model::Mrz zone;
    zone.documentNumber = "D23145890";
    zone.birthDate = birth;
    zone.expiryDate = expiry;
    return zone;
}

model::ChipContents card(const char* expiry, const char* number) {
    model::ChipContents contents;
    contents.mrz.expiryDate = expiry;
    contents.mrz.optionalData = number;
    return contents;
}

} // namespace

TEST_CASE("wrong_check_digit_reaches_the_backend") {
    Person person;
    person.entersService("issue-licence")
        .does(TypeNumber{})
        .does(Typed{"identity", "1000000009"})
        .does(Next{});
    CHECK(person.in<id::State, id::TypeIdentity>()->problem == "wrong_check_digit");
    CHECK(person.in<id::State, id::TypeIdentity>()->typed == "1000000009"); // nothing typed is lost
    CHECK(person.asked<StartChallenge>() == nullptr);
}

TEST_CASE("chip_is_opened_with_wrongly_formed_keys") {
    auto person = atCardDetails();
    person.does(Next{});
    REQUIRE(person.asked<ReadCard>());
    CHECK(person.asked<ReadCard>()->key.documentNumber == "D23145890");
    CHECK(person.asked<ReadCard>()->key.birthDate == "740812");
    CHECK(person.asked<ReadCard>()->key.expiryDate == "310415");
}

TEST_CASE("expired_card_signs_in") {
    auto person = atCardDetails();
    person.does(Next{}).does(CardRead{card("261120", "1000000008")}); // yesterday
    CHECK(person.in<id::State, id::Stuck>()->problem == "card_expired");
    CHECK(person.asked<StartChallenge>() == nullptr);
    auto other = atCardDetails();
    other.does(Next{}).does(CardRead{card("261121", "1000000008")}); // today is still good
    CHECK(other.asked<StartChallenge>() != nullptr);
}

TEST_CASE("card_removed_mid_read") {
    auto person = atCardDetails();
    person.does(Next{}).does(CardRead{Fault{FaultCode::CardRemoved, "test"}});
    CHECK(person.in<id::State, id::Stuck>()->problem == "card_removed");
    person.sees(model::CardPresence::Empty);
    CHECK(person.in<id::State, id::Stuck>()); // the sentence stays until it was read
    person.does(TryAgain{});
    CHECK(person.in<id::State, id::AwaitCard>());
    person.does(TypeNumber{});
    CHECK(person.in<id::State, id::TypeIdentity>()); // a way forward without the card
}

TEST_CASE("card_put_back_asks_for_its_details_again") {
    for (const bool pressed : {false, true}) {
        CAPTURE(pressed);
        auto person = atCardDetails();
        person.does(Next{}).does(CardRead{Fault{FaultCode::TimedOut, "test"}});
        CHECK(person.in<id::State, id::Stuck>()->problem == "card_unreadable");
        person.sees(model::CardPresence::Empty);
        if (pressed)
            person.does(TryAgain{});
        CHECK(person.asked<ReadCard>() == nullptr);
        person.sees(model::CardPresence::Present);
        REQUIRE(person.asked<ReadCard>());
        CHECK(person.asked<ReadCard>()->key.documentNumber == "D23145890");
    }
}

TEST_CASE("card_taken_out_while_typing_is_called_a_failed_reading") {
    auto person = atCardDetails();
    person.sees(model::CardPresence::Empty);
    CHECK(person.in<id::State, id::CardDetails>()->typed.size() == 3); // typing goes on
    person.does(Next{});
    CHECK(person.in<id::State, id::AwaitCard>());
    person.sees(model::CardPresence::Present);
    CHECK(person.asked<ReadCard>() != nullptr);
}

TEST_CASE("details_of_an_expired_card_open_the_new_one") {
    auto person = atCardDetails();
    person.does(Next{}).does(CardRead{card("261120", "1000000008")});
    person.sees(model::CardPresence::Empty).sees(model::CardPresence::Present);
    REQUIRE(person.in<id::State, id::CardDetails>());
    CHECK(person.in<id::State, id::CardDetails>()->typed.empty());
    CHECK(person.asked<ReadCard>() == nullptr);
}

TEST_CASE("unreadable_chip_is_a_dead_end") {
    auto person = atCardDetails();
    person.does(Next{}).does(CardRead{Fault{FaultCode::Malformed, "test"}});
    CHECK(person.in<id::State, id::Stuck>()->problem == "card_unreadable");
    person.does(TypeNumber{});
    CHECK(person.in<id::State, id::TypeIdentity>());
}

TEST_CASE("tampered_card_signs_in") {
    auto person = atCardDetails();
    auto contents = card("261121", "1000000008");
    contents.authenticity = model::Authenticity::Tampered;
    person.does(Next{}).does(CardRead{contents});
    CHECK(person.in<id::State, id::Stuck>()->problem == "card_tampered");
    CHECK(person.asked<StartChallenge>() == nullptr);
    person.does(TypeNumber{});
    CHECK(person.in<id::State, id::TypeIdentity>()); // the typed way stays
}

TEST_CASE("mistyped_card_details_are_lost") {
    auto person = atCardDetails();
    person.does(Next{}).does(CardRead{Fault{FaultCode::AccessDenied, "test"}});
    const auto* details = person.in<id::State, id::CardDetails>();
    REQUIRE(details);
    CHECK(details->problems.front().code == "card_details_wrong");
    CHECK(details->typed.at("birth-date") == "1974-08-12");
}

TEST_CASE("reader_gone_hides_every_way_in") {
    Person person;
    person.world.card = model::CardPresence::NoReader;
    person.entersService("issue-licence");
    CHECK(person.in<id::State, id::TypeIdentity>());
}

TEST_CASE("wrong_code_is_offered_a_fourth_try") {
    Person person;
    person.entersService("issue-licence")
        .does(TypeNumber{})
        .does(Typed{"identity", "1000000008"})
        .does(Next{});
    person.does(ChallengeChanged{ok(challenge(model::ChallengeKind::App, model::ChallengeState::Pending))})
        .does(SendSms{});
    CHECK(person.asked<StartChallenge>()->kind == model::ChallengeKind::Sms);
    person.does(ChallengeChanged{ok(challenge(model::ChallengeKind::Sms, model::ChallengeState::Pending))});
    for (int left : {2, 1}) {
        person.does(CodeTyped{SecretText("000000")});
        person.does(ChallengeChanged{no<model::Challenge>("wrong-code", left)});
        CHECK(person.in<id::State, id::EnterCode>()->problem == "wrong_code");
        CHECK(person.in<id::State, id::EnterCode>()->challenge.attemptsLeft == left);
    }
    person.does(CodeTyped{SecretText("000000")})
        .does(ChallengeChanged{no<model::Challenge>("wrong-code", 0)});
    CHECK(person.in<id::State, id::Stuck>()->problem == "code_tries_used");
}

TEST_CASE("code_is_sent_twice_by_a_hurried_finger") {
    Person person;
    person.entersService("issue-licence")
        .does(TypeNumber{})
        .does(Typed{"identity", "1000000008"})
        .does(Next{});
    person.does(ChallengeChanged{ok(challenge(model::ChallengeKind::Sms, model::ChallengeState::Pending))});
    person.does(CodeTyped{SecretText("123456")});
    CHECK(person.asked<AnswerChallenge>());
    person.does(CodeTyped{SecretText("123456")});
    CHECK(person.asked<AnswerChallenge>() == nullptr);
}

TEST_CASE("refused_or_expired_challenge_is_a_dead_end") {
    for (auto [state, problem] : {std::pair{model::ChallengeState::Refused, "challenge_refused"},
                                  std::pair{model::ChallengeState::Expired, "challenge_expired"}}) {
        Person person;
        person.entersService("issue-licence")
            .does(TypeNumber{})
            .does(Typed{"identity", "1000000008"})
            .does(Next{});
        person.does(ChallengeChanged{ok(challenge(model::ChallengeKind::App, state))});
        CHECK(person.in<id::State, id::Stuck>()->problem == problem);
        person.does(SendSms{});
        CHECK(person.asked<StartChallenge>()->kind == model::ChallengeKind::Sms);
    }
}

TEST_CASE("what_the_camera_can_read_has_to_be_typed") {
    auto person = showingCard();
    REQUIRE(person.in<id::State, id::ShowCard>());
    REQUIRE(person.asked<WatchCamera>());
    CHECK(person.asked<WatchCamera>()->seek == Seek::Zone);
    person.does(ZoneSeen{zone()});
    CHECK(person.asked<StopCamera>());
    REQUIRE(person.in<id::State, id::AwaitCard>());
    person.sees(model::CardPresence::Present);
    REQUIRE(person.asked<ReadCard>());
    CHECK(person.asked<ReadCard>()->key.documentNumber == "D23145890");
    CHECK(person.asked<ReadCard>()->key.birthDate == "740812");
    CHECK(person.asked<ReadCard>()->key.expiryDate == "310415");
}

TEST_CASE("card_on_the_reader_ends_the_showing_or_must_be_put_there_again") {
    auto person = showingCard();
    person.sees(model::CardPresence::Present);
    REQUIRE(person.in<id::State, id::ShowCard>());
    person.does(ZoneSeen{zone()});
    CHECK(person.asked<ReadCard>() != nullptr);
}

TEST_CASE("camera_that_cannot_read_the_card_is_a_dead_end") {
    auto typing = showingCard();
    typing.does(TypeDetails{});
    CHECK(typing.in<id::State, id::AwaitCard>());
    CHECK(typing.asked<StopCamera>());
    typing.sees(model::CardPresence::Present);
    CHECK(typing.in<id::State, id::CardDetails>());

    auto goingBack = showingCard();
    goingBack.does(Back{});
    CHECK(goingBack.in<id::State, id::Choose>());
    CHECK(goingBack.asked<StopCamera>());

    auto without = showingCard();
    without.world.conditions.standing[model::DeviceRole::DocumentCamera] = model::Trouble::Gone;
    without.does(ConditionsChanged{});
    CHECK(without.in<id::State, id::AwaitCard>());
    CHECK(without.asked<StopCamera>());

    Person never;
    never.world.conditions.standing[model::DeviceRole::DocumentCamera] = model::Trouble::Gone;
    never.entersService("my-requests").does(UseCard{});
    CHECK(never.in<id::State, id::AwaitCard>());
    CHECK(never.asked<WatchCamera>() == nullptr);
}

TEST_CASE("hand_scanner_is_of_no_use_without_the_camera") {
    Person person;
    person.world.terminal.handScanner = true;
    person.world.conditions.standing[model::DeviceRole::DocumentCamera] = model::Trouble::Gone;
    person.entersService("my-requests").does(UseCard{});
    REQUIRE(person.in<id::State, id::ShowCard>());
    CHECK(person.asked<WatchCamera>()->seek == Seek::Zone); // what waits for the scanner, too
    person.does(ConditionsChanged{});
    REQUIRE(person.in<id::State, id::ShowCard>());
    person.does(ZoneSeen{zone()});
    REQUIRE(person.in<id::State, id::AwaitCard>());
    CHECK(person.in<id::State, id::AwaitCard>()->typed.at("document-number") == "D23145890");
}

TEST_CASE("camera_stays_on_when_the_reader_is_gone") {
    auto person = showingCard();
    person.sees(model::CardPresence::NoReader);
    CHECK(person.in<id::State, id::Stuck>()->problem == "reader_gone");
    CHECK(person.asked<StopCamera>());
}

TEST_CASE("birth_or_expiry_is_put_into_the_wrong_century") {
    for (const auto& [birth, iso] :
         {std::pair{"260101", "2026-01-01"}, {"261122", "1926-11-22"}, {"900517", "1990-05-17"}}) {
        CAPTURE(birth);
        auto person = showingCard();
        person.does(ZoneSeen{zone(birth)});
        REQUIRE(person.in<id::State, id::AwaitCard>());
        CHECK(person.in<id::State, id::AwaitCard>()->typed.at("birth-date") == iso);
        CHECK(person.in<id::State, id::AwaitCard>()->typed.at("expiry-date") == "2031-04-15");
    }
}

TEST_CASE("zone_without_an_expiry_opens_the_chip_with_an_empty_one") {
    auto person = showingCard();
    person.does(ZoneSeen{zone("740812", "")});
    person.sees(model::CardPresence::Present);
    CHECK(person.asked<ReadCard>() == nullptr);
    REQUIRE(person.in<id::State, id::CardDetails>()); // the rest is typed
    CHECK(person.in<id::State, id::CardDetails>()->typed.at("document-number") == "D23145890");
}

TEST_CASE("number_is_asked_for_though_too_many_were") {
    Person person;
    person.entersService("my-requests").does(TypeNumber{}).does(Typed{"identity", "1000000008"});
    person.world.lookUpWait = std::chrono::seconds{90};
    person.does(Next{});
    CHECK(person.asked<StartChallenge>() == nullptr);
    REQUIRE(person.in<id::State, id::Stuck>());
    CHECK(person.in<id::State, id::Stuck>()->problem == "look_ups_used");
    person.does(TryAgain{}); // too early
    CHECK(person.asked<StartChallenge>() == nullptr);
    person.world.lookUpWait = std::chrono::seconds{0};
    person.does(TryAgain{}); // the number needs not be typed again
    REQUIRE(person.asked<StartChallenge>());
    CHECK(person.asked<StartChallenge>()->who.digits() == "1000000008");
    CHECK(person.asked<StartChallenge>()->claim == Claim::Fresh);
}

TEST_CASE("message_that_had_to_wait_becomes_a_question_in_the_app") {
    Person person;
    person.entersService("my-requests").does(TypeNumber{}).does(Typed{"identity", "1000000008"}).does(Next{});
    person.does(ChallengeChanged{ok(challenge(model::ChallengeKind::App, model::ChallengeState::Pending))});
    person.world.lookUpWait = std::chrono::seconds{90};
    person.does(SendSms{});
    CHECK(person.asked<StartChallenge>() == nullptr);
    CHECK(person.in<id::State, id::Stuck>()->problem == "look_ups_used");
    person.world.lookUpWait = std::chrono::seconds{0};
    person.does(TryAgain{});
    REQUIRE(person.asked<StartChallenge>());
    CHECK(person.asked<StartChallenge>()->kind == model::ChallengeKind::Sms);
    CHECK(person.asked<StartChallenge>()->claim == Claim::Again);
}

TEST_CASE("what_became_of_the_card_is_forgotten_at_the_next_answer") {
    for (const auto authenticity : {model::Authenticity::Verified, model::Authenticity::NotVerified}) {
        auto person = atCardDetails();
        auto contents = card("310415", "1000000008");
        contents.authenticity = authenticity;
        person.does(Next{}).does(CardRead{contents});
        for (int polls = 0; polls < 2; ++polls) {
            person.does(
                ChallengeChanged{ok(challenge(model::ChallengeKind::App, model::ChallengeState::Pending))});
            REQUIRE(person.in<id::State, id::AwaitApp>());
            CHECK(person.in<id::State, id::AwaitApp>()->card == authenticity);
        }
    }
    Person typing; // nothing is said of a card that nobody put in
    typing.entersService("my-requests").does(TypeNumber{}).does(Typed{"identity", "1000000008"}).does(Next{});
    typing.does(ChallengeChanged{ok(challenge(model::ChallengeKind::App, model::ChallengeState::Pending))});
    REQUIRE(typing.in<id::State, id::AwaitApp>());
    CHECK_FALSE(typing.in<id::State, id::AwaitApp>()->card);
}

TEST_CASE("card_with_any_contents_passes_the_limit") {
    for (const auto& [authenticity, passes] : {std::pair{model::Authenticity::Verified, true},
                                               std::pair{model::Authenticity::NotVerified, false}}) {
        auto person = atCardDetails();
        person.world.lookUpWait = std::chrono::seconds{90};
        auto contents = card("310415", "1000000008");
        contents.authenticity = authenticity;
        person.does(Next{}).does(CardRead{contents});
        CHECK((person.asked<StartChallenge>() != nullptr) == passes);
        if (passes)
            CHECK(person.asked<StartChallenge>()->claim == Claim::Proven);
    }
}
