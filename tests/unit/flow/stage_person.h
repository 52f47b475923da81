// Person: drives the pure session in tests: does what a citizen does, answers what the effects ask.
#pragma once

#include "kiosk/flow/session.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <utility>

namespace balady::flow::test {

inline model::Service application() {
    model::Service service;
    service.id = "issue-licence";
    service.kind = model::ServiceKind::Application;
    service.name = model::text("إصدار رخصة", "Issue a licence");
    service.needsIdentity = true;
    model::Field activity;
    activity.id = "activity";
    activity.type = model::FieldType::Choice;
    activity.label = model::text("النشاط", "Activity");
    activity.options = {{"barber", model::text("حلاقة", "Barber"), {}, {}, {}},
                        {"bakery", model::text("مخبز", "Bakery"), {}, {}, {}}};
    model::Field area;
    area.id = "area";
    area.type = model::FieldType::Number;
    area.label = model::text("المساحة", "Area");
    area.min = 1;
    area.max = 500;
    service.form = {{"activity", model::text("نشاطك", "Your activity"), {activity}},
                    {"area", model::text("محلك", "Your shop"), {area}}};
    service.documents = {{"shop", model::text("صورة المحل", "Shop photo"), {}, true, {}}};
    return service;
}

inline model::Service inquiry() {
    model::Service service;
    service.id = "my-requests";
    service.kind = model::ServiceKind::Inquiry;
    service.name = model::text("طلباتي", "My requests");
    service.needsIdentity = true;
    service.inquiry = model::InquirySpec{"my-requests"};
    return service;
}

inline model::Challenge challenge(model::ChallengeKind kind, model::ChallengeState state) {
    model::Challenge c;
    c.id = "c1";
    c.kind = kind;
    c.state = state;
    c.number = "47";
    return c;
}

inline model::Citizen citizen() {
    model::Citizen c;
    c.token = SecretText("token");
    c.name = model::text("سارة", "Sara");
    c.maskedIdentity = "1•••••0008";
    c.expiresAt = WallTime{std::chrono::hours{24 * 365 * 100}};
    return c;
}

inline model::Submission submission(model::RequestState state) {
    model::Submission s;
    s.number = "REQ-1";
    s.serviceId = "issue-licence";
    s.state = state;
    return s;
}

template <class T>
Reply<T> ok(T value) {
    return model::Answer<T>{std::move(value), {}};
}
template <class T>
Reply<T> no(std::string type, int attemptsLeft = -1) {
    model::Answer<T> answer;
    answer.refusal.type = std::move(type);
    answer.refusal.attemptsLeft = attemptsLeft;
    return answer;
}
template <class T>
Reply<T> fault(FaultCode code) {
    return Fault{code, "test"};
}

class Person {
  public:
    Person() {
        auto catalogue = std::make_shared<model::Catalogue>();
        catalogue->services = {application(), inquiry()};
        world.catalogue = catalogue;
        world.card = model::CardPresence::Empty;
        world.now = WallTime{std::chrono::sys_days{std::chrono::year{2026} / 11 / 21}};
        world.freshKey = "5f0c6a1e-0000-4000-8000-000000000001";
    }

    Person& does(Event event) {
        auto stepped = step(std::move(session), event, world);
        session = std::move(stepped.session);
        effects = std::move(stepped.effects);
        return *this;
    }

    /// What the reader says is in it.
    Person& sees(model::CardPresence presence) {
        world.card = presence;
        return does(CardChanged{presence});
    }

    template <class E>
    [[nodiscard]] const E* asked() const {
        for (const auto& effect : effects)
            if (const auto* e = std::get_if<E>(&effect))
                return e;
        return nullptr;
    }
    [[nodiscard]] const Journey* journey() const { return std::get_if<Journey>(&session.place); }
    template <class S>
    [[nodiscard]] const S* stage() const {
        return journey() ? std::get_if<S>(&journey()->stage) : nullptr;
    }
    /// The state inside the stage (submit::Stuck of submit::State…).
    template <class S, class Inner>
    [[nodiscard]] const Inner* in() const {
        const auto* s = stage<S>();
        return s ? std::get_if<Inner>(s) : nullptr;
    }

    Person& entersService(const std::string& id) {
        return does(Touched{})
            .does(LanguageChosen{model::Language::Arabic})
            .does(ServiceChosen{id})
            .does(Next{});
    }
    Person& signsInByApp() {
        does(TypeNumber{}).does(Typed{"identity", "1000000008"}).does(Next{});
        does(ChallengeChanged{ok(challenge(model::ChallengeKind::App, model::ChallengeState::Pending))});
        does(TimerFired{Timer::Poll});
        does(ChallengeChanged{ok(challenge(model::ChallengeKind::App, model::ChallengeState::Approved))});
        return does(SignedIn{ok(citizen())});
    }
    Person& answersForm() {
        does(Typed{"activity", "barber"}).does(Next{});
        return does(Typed{"area", "٤٥"}).does(Next{});
    }
    Person& showsDocument() {
        does(TakePicture{});
        auto still = std::make_shared<model::Still>();
        still->jpeg = {0xff, 0xd8, 0xff};
        return does(PictureTaken{std::shared_ptr<const model::Still>(still)}).does(Next{});
    }
    /// Up to the moment in which the request is on its way.
    Person& sends() {
        entersService("issue-licence").signsInByApp().answersForm().showsDocument().does(Next{});
        return does(Uploaded{ok(std::string("a1"))});
    }

    Session session;
    World world;
    Effects effects;
};

/// In front of the camera, with a first document of at most so many pages (0: a scene).
inline Person showing(int pages, bool required = true) {
    auto service = application();
    service.documents.front().pages = pages;
    service.documents.front().required = required;
    Person person;
    auto catalogue = std::make_shared<model::Catalogue>();
    catalogue->services = {service};
    person.world.catalogue = catalogue;
    person.entersService("issue-licence").signsInByApp().answersForm();
    return person;
}

} // namespace balady::flow::test
