#include "tests/unit/flow/stage_person.h"

using namespace balady;
using namespace balady::flow;
using namespace balady::flow::test;
namespace su = balady::flow::submit;

TEST_CASE("lost_answer_is_sent_again") {
    Person person;
    person.sends();
    REQUIRE(person.asked<Submit>());
    for (auto code :
         {FaultCode::TimedOut, FaultCode::ConnectionLost, FaultCode::Overloaded, FaultCode::Malformed}) {
        auto copy = person;
        copy.does(Submitted{fault<model::Submission>(code)});
        CHECK(copy.in<su::State, su::Asking>());
        CHECK(copy.asked<Submit>() == nullptr);
        copy.does(TimerFired{Timer::Retry});
        REQUIRE(copy.asked<Reconcile>());
        CHECK(copy.asked<Reconcile>()->idempotencyKey == copy.world.freshKey);
        copy.does(Reconciled{ok(submission(model::RequestState::UnderReview))});
        CHECK(copy.stage<outcome::State>());
        CHECK(copy.journey()->folder.sent == Sent::Accepted);
    }
}

TEST_CASE("unknown_outcome_is_called_failed_or_done") {
    Person person;
    person.sends().does(Submitted{fault<model::Submission>(FaultCode::TimedOut)});
    for (int i = 0; i < su::kReconcileAttempts; ++i)
        person.does(TimerFired{Timer::Retry})
            .does(Reconciled{fault<model::Submission>(FaultCode::Unreachable)});
    CHECK(person.stage<outcome::State>());
    CHECK(person.journey()->folder.sent == Sent::Unknown);
    person.does(Next{});
    REQUIRE(person.asked<PrintReceipt>());
    const auto& receipt = person.asked<PrintReceipt>()->receipt;
    CHECK(receipt.title == "إيصال طلب لم يتأكد استلامه بعد");
    CHECK(receipt.lines.front().value.starts_with("T-5F0C6A1E"));
}

TEST_CASE("request_that_never_arrived_is_not_sent_again_with_its_key") {
    Person person;
    person.sends()
        .does(Submitted{fault<model::Submission>(FaultCode::TimedOut)})
        .does(TimerFired{Timer::Retry});
    person.does(Reconciled{no<model::Submission>("not-found")});
    REQUIRE(person.asked<Submit>());
    CHECK(person.asked<Submit>()->idempotencyKey ==
          person.world.freshKey); // the same key: at most one request
    CHECK(person.asked<Submit>()->draft.attachmentIds == std::vector<std::string>{"a1"});
    person.does(Submitted{ok(submission(model::RequestState::UnderReview))});
    CHECK(person.journey()->folder.sent == Sent::Accepted);
}

TEST_CASE("request_that_may_still_be_on_its_way_is_called_not_sent") {
    for (auto code : {FaultCode::Unreachable, FaultCode::TimedOut}) {
        Person person;
        person.sends().does(Submitted{fault<model::Submission>(FaultCode::TimedOut)});
        int sent = 1;
        while (person.stage<su::State>() != nullptr) {
            REQUIRE(sent < 10);
            REQUIRE(person.in<su::State, su::Asking>());
            person.does(TimerFired{Timer::Retry});
            person.does(Reconciled{no<model::Submission>("not-found")});
            if (person.asked<Submit>()) {
                ++sent;
                person.does(Submitted{fault<model::Submission>(code)});
            }
        }
        CHECK(sent == su::kReconcileAttempts);
        CHECK(person.journey()->folder.sent == Sent::Unknown);
    }
}

TEST_CASE("network_cut_before_sending_loses_the_form") {
    Person person;
    person.sends().does(Submitted{fault<model::Submission>(FaultCode::Unreachable)});
    CHECK(person.in<su::State, su::Stuck>()->problem == "not_sent");
    CHECK(person.journey()->folder.answers.at("area") == "45");
    person.does(TryAgain{});
    CHECK(person.asked<Submit>());
}

TEST_CASE("refused_answer_does_not_lead_to_its_question") {
    Person person;
    person.sends();
    model::Answer<model::Submission> answer;
    answer.refusal = {"validation", model::text("المساحة أكبر من المسموح", "Too large"), "area", "", 0, -1};
    person.does(Submitted{answer});
    REQUIRE(person.stage<form::State>());
    CHECK(person.stage<form::State>()->page == 1);
    CHECK(person.stage<form::State>()->sentence.in(model::Language::English) == "Too large");
}

TEST_CASE("wrong_file_does_not_lead_back_to_the_camera") {
    Person person;
    person.entersService("issue-licence").signsInByApp().answersForm().showsDocument().does(Next{});
    person.does(Uploaded{no<std::string>("file-refused")});
    REQUIRE(person.in<documents::State, documents::Aim>());
    CHECK(person.in<documents::State, documents::Aim>()->problem == "file_refused");
    CHECK(person.asked<WatchCamera>());
}

TEST_CASE("mended_answer_costs_another_picture") {
    Person person;
    person.sends();
    auto reply = no<model::Submission>("validation");
    reply->refusal.field = "area";
    person.does(Submitted{reply}).does(Typed{"area", "40"}).does(Next{});
    CHECK(person.stage<review::State>()); // what was shown to the camera is still there
    CHECK(person.journey()->folder.pictures.size() == 1);
}

TEST_CASE("taken_appointment_is_offered_again") {
    Person person;
    auto catalogue = *person.world.catalogue;
    catalogue.services[0].form[0].fields[0].optionsFrom = "slots";
    person.world.catalogue = std::make_shared<model::Catalogue>(catalogue);
    person.entersService("issue-licence").signsInByApp();
    const std::vector<model::Option> free{{"barber", model::text("٨:٣٠", "08:30"), {}, {}, {}}};
    person.does(OptionsLoaded{"activity", ok(free)}).answersForm().showsDocument().does(Next{});
    person.does(Uploaded{ok(std::string("a1"))});
    auto reply = no<model::Submission>("slot-taken");
    reply->refusal.field = "activity";
    person.does(Submitted{reply});
    REQUIRE(person.stage<form::State>());
    REQUIRE(person.asked<LoadOptions>());
    CHECK(person.asked<LoadOptions>()->source == "slots");
    CHECK_FALSE(person.journey()->folder.answers.contains("activity"));
    CHECK_FALSE(person.journey()->folder.options.contains("activity"));
}

TEST_CASE("missing_step_cannot_be_started") {
    Person person;
    person.sends();
    model::Answer<model::Submission> answer;
    answer.refusal = {"gate-not-met", {}, "", "my-requests", 0, -1};
    person.does(Submitted{answer});
    CHECK(person.in<su::State, su::Stuck>()->problem == "gate_not_met");
    person.does(StartGate{});
    REQUIRE(std::get_if<About>(&person.session.place));
    CHECK(std::get<About>(person.session.place).serviceId == "my-requests");
}

TEST_CASE("paid_bill_is_not_noticed") {
    Person person;
    auto due = submission(model::RequestState::AwaitingPayment);
    due.bill = model::Bill{"902", "123", {30000}, false};
    person.sends().does(Submitted{ok(due)});
    REQUIRE(person.stage<bill::State>());
    person.does(TimerFired{Timer::Poll});
    CHECK(person.asked<Refresh>()->number == "REQ-1");
    person.does(Refreshed{fault<model::Submission>(FaultCode::Unreachable)});
    CHECK(person.stage<bill::State>()->problem == "network_gone");
    auto paid = submission(model::RequestState::Issued);
    paid.licenceNumber = "L-1";
    person.does(TimerFired{Timer::Poll}).does(Refreshed{ok(paid)});
    CHECK(person.stage<outcome::State>());
}
