// A document of several pages: each accepted or taken again, in order, and given up as a whole.
#include "tests/unit/flow/stage_person.h"

using namespace balady;
using namespace balady::flow;
using namespace balady::flow::test;

namespace {

std::shared_ptr<const model::Still> still(std::uint8_t mark,
                                          model::PictureProblem problem = model::PictureProblem::None) {
    auto out = std::make_shared<model::Still>();
    out->jpeg = {0xff, 0xd8, 0xff, mark};
    out->problem = problem;
    return out;
}

Person withLease(bool required = true) {
    return showing(3, required);
}

Person& shoots(Person& person, std::uint8_t mark) {
    return person.does(TakePicture{}).does(PictureTaken{still(mark)});
}

/// The marks of the pages that were accepted, in their order.
std::string marks(const Person& person) {
    std::string out;
    for (const auto& picture : person.journey()->folder.pictures)
        for (const auto& page : picture.stills)
            out += static_cast<char>(page->jpeg[3]);
    return out;
}

} // namespace

TEST_CASE("pages_are_lost_or_out_of_order") {
    auto person = withLease();
    shoots(person, 'a').does(AnotherPage{});
    CHECK(aimsAtPage(person.session));
    shoots(person, 'x').does(Retake{});
    shoots(person, 'b').does(AnotherPage{});
    shoots(person, 'c').does(AnotherPage{}); // it has three at most
    REQUIRE((person.in<documents::State, documents::Judge>()));
    person.does(Next{});
    CHECK(person.stage<review::State>());
    CHECK(marks(person) == "abc");
    CHECK(person.journey()->folder.pictures.size() == 1);
    person.does(Next{});
    REQUIRE(person.asked<Upload>());
    CHECK(person.asked<Upload>()->picture.stills.size() == 3); // one file
}

TEST_CASE("page_that_there_is_not_is_asked_for") {
    auto person = withLease();
    shoots(person, 'a').does(AnotherPage{}).does(Next{});
    CHECK(person.stage<review::State>());
    CHECK(marks(person) == "a");
    auto early = withLease();
    early.does(Next{}); // no page yet
    CHECK((early.in<documents::State, documents::Aim>()));
}

TEST_CASE("way_back_leads_past_the_pages") {
    auto person = withLease();
    shoots(person, 'a').does(AnotherPage{});
    shoots(person, 'b').does(AnotherPage{});
    person.does(Back{});
    REQUIRE((person.in<documents::State, documents::Aim>()));
    CHECK(person.in<documents::State, documents::Aim>()->before.size() == 1);
    shoots(person, 'd').does(Next{});
    CHECK(marks(person) == "ad");
    person.does(Back{}); // from the review: the document anew, and the old one until then
    CHECK(person.in<documents::State, documents::Aim>()->before.empty());
    CHECK(marks(person) == "ad");
    shoots(person, 'e').does(Next{});
    CHECK(marks(person) == "e");
}

TEST_CASE("useless_page_is_bound") {
    auto person = withLease();
    person.does(TakePicture{}).does(PictureTaken{still('a', model::PictureProblem::TooDark)});
    person.does(AnotherPage{}).does(Next{});
    CHECK((person.in<documents::State, documents::Judge>()));
    auto doubtful = withLease();
    doubtful.does(TakePicture{}).does(PictureTaken{still('a', model::PictureProblem::Glare)}).does(Next{});
    CHECK(marks(doubtful) == "a");
}

TEST_CASE("camera_that_goes_takes_the_pages_with_it") {
    auto person = withLease();
    shoots(person, 'a').does(AnotherPage{}).does(TakePicture{});
    person.does(PictureTaken{Fault{FaultCode::NoDevice, "test"}}).does(TryAgain{});
    shoots(person, 'b').does(Next{});
    CHECK(marks(person) == "ab");
}

TEST_CASE("half_a_document_is_skipped") {
    auto person = withLease(false);
    shoots(person, 'a').does(AnotherPage{}).does(Skip{});
    CHECK((person.in<documents::State, documents::Aim>()));
    auto without = withLease(false);
    CHECK(without.does(Skip{}).stage<review::State>());
}

namespace {

/// Before a portrait, which comes after a page.
Person beforePortrait() {
    auto service = application();
    service.documents.front().pages = 1;
    service.documents.push_back({"portrait", model::text("صورة", "Portrait"), {}, false, {}, 0, true});
    Person person;
    auto catalogue = std::make_shared<model::Catalogue>();
    catalogue->services = {service};
    person.world.catalogue = catalogue;
    person.entersService("issue-licence").signsInByApp().answersForm();
    shoots(person, 'p').does(Next{});
    return person;
}

} // namespace

TEST_CASE("face_is_looked_at_before_consent") {
    auto person = beforePortrait();
    CHECK((person.in<documents::State, documents::Consent>()));
    CHECK(person.asked<StopCamera>()); // the page before had it on
    CHECK_FALSE(person.asked<WatchCamera>());
    CHECK_FALSE(aimsAtPage(person.session));
    CHECK_FALSE(person.does(TakePicture{}).asked<ShootPicture>());
    CHECK_FALSE(person.does(PageHeldStill{}).asked<ShootPicture>());
    person.does(Next{});
    REQUIRE(person.asked<WatchCamera>());
    CHECK(person.asked<WatchCamera>()->seek == Seek::Face);
    CHECK(aimsAtPage(person.session));
    person.does(PageHeldStill{});
    REQUIRE(person.asked<ShootPicture>());
    CHECK(person.asked<ShootPicture>()->subject == model::PictureSubject::Portrait);
    person.does(PictureTaken{still('f')}).does(Next{});
    CHECK(marks(person) == "pf");
    CHECK(person.stage<review::State>());
}

TEST_CASE("consent_that_was_refused_holds_the_citizen_or_a_picture") {
    auto never = beforePortrait();
    never.does(Skip{});
    CHECK(never.stage<review::State>());
    CHECK(marks(never) == "p");
    auto later = beforePortrait(); // with the camera on already
    later.does(Next{}).does(Skip{});
    CHECK(later.stage<review::State>());
    CHECK(later.asked<StopCamera>());
    auto taken = beforePortrait(); // taken, and then rather not
    taken.does(Next{}).does(TakePicture{}).does(PictureTaken{still('f')}).does(Next{});
    taken.does(Back{});
    CHECK((taken.in<documents::State, documents::Consent>()));
    taken.does(Skip{});
    CHECK(taken.stage<review::State>());
    CHECK(marks(taken) == "p");
}

TEST_CASE("way_back_from_a_portrait_leads_past_its_consent") {
    auto person = beforePortrait();
    person.does(Next{}).does(Back{});
    CHECK((person.in<documents::State, documents::Consent>()));
    CHECK(person.asked<StopCamera>());
    person.does(Back{}); // to the page before
    REQUIRE((person.in<documents::State, documents::Aim>()));
    CHECK(person.asked<WatchCamera>()->seek == Seek::Page);
}

TEST_CASE("useless_portrait_is_sent") {
    using enum model::PictureProblem;
    for (const auto problem : {NoFace, SeveralFaces, TooFar, TooNear, OffCentre, TooDark}) {
        auto person = beforePortrait();
        person.does(Next{}).does(TakePicture{}).does(PictureTaken{still('f', problem)}).does(Next{});
        CHECK((person.in<documents::State, documents::Judge>()));
    }
    for (const auto problem : {Tilted, EyesShut, UnevenLight, Blurred, Glare}) { // a doubt sends nobody home
        auto person = beforePortrait();
        person.does(Next{}).does(TakePicture{}).does(PictureTaken{still('f', problem)}).does(Next{});
        CHECK(marks(person) == "pf");
    }
}
