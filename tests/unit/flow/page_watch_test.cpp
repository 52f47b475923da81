// The page that photographs itself: when, and what the citizen is told before.
#include "kiosk/flow/page_watch.h"
#include "tests/unit/flow/stage_person.h"

using namespace balady;
using namespace balady::flow;
using namespace balady::flow::test;
using namespace std::chrono_literals;
using model::PageFlaw;

namespace {

model::PageSight pageAt(float x, PageFlaw flaw = PageFlaw::None) {
    return {model::Outline{{{x, 0.1F}, {x + 0.4F, 0.1F}, {x + 0.4F, 0.9F}, {x, 0.9F}}}, flaw};
}

/// A watch, and a camera's clock.
struct Watching {
    PageWatch watch;
    PageWatch::Time now{};
    PageCue cue;

    /// The camera sees this for so long; whether a moment to take the picture came.
    bool sees(const model::PageSight& sight, std::chrono::milliseconds howLong,
              std::chrono::milliseconds pace = 66ms) {
        bool due = false;
        for (const auto end = now + howLong; now < end; now += pace) {
            cue = watch.see(sight, now);
            due = due || cue.due;
        }
        return due;
    }
};

} // namespace

TEST_CASE("page_photographs_itself_too_early_or_never") {
    Watching person;
    CHECK_FALSE(person.sees(pageAt(0.2F), PageWatch::kSettle));
    CHECK(person.cue.hint == PageHint::HoldStill);
    CHECK(person.cue.progress == 0);
    CHECK_FALSE(person.sees(pageAt(0.2F), PageWatch::kCountDown - 100ms));
    CHECK(person.cue.hint == PageHint::Taking);
    CHECK(person.cue.progress > 0.8);
    CHECK(person.sees(pageAt(0.2F), 200ms));
}

TEST_CASE("page_in_motion_photographs_itself") {
    Watching person;
    for (int i = 0; i < 60; ++i)
        CHECK_FALSE(person.sees(pageAt(0.1F + 0.01F * static_cast<float>(i % 30)), 66ms));
    CHECK(person.cue.hint == PageHint::HoldStill);
    CHECK(person.cue.progress == 0);
    for (int i = 0; i < 20; ++i) // a finder's uncertainty is no motion
        CHECK_FALSE(person.sees(pageAt(0.5F + 0.002F * static_cast<float>(i % 3)), 66ms));
    CHECK(person.sees(pageAt(0.5F), 400ms));
}

TEST_CASE("face_that_breathes_is_never_still") {
    Watching person;
    const auto face = [](float x) {
        auto sight = pageAt(x);
        sight.sway = 0.03F;
        return sight;
    };
    bool due = false;
    for (int i = 0; i < 30; ++i)
        due = person.sees(face(0.3F + 0.005F * static_cast<float>(i % 5)), 66ms) || due;
    CHECK(due);
    Watching restless;
    for (int i = 0; i < 30; ++i)
        CHECK_FALSE(restless.sees(face(0.3F + 0.05F * static_cast<float>(i % 2)), 66ms));
}

TEST_CASE("poor_page_photographs_itself") {
    const std::pair<PageFlaw, PageHint> flaws[] = {{PageFlaw::NoPage, PageHint::NoPage},
                                                   {PageFlaw::CutOff, PageHint::CutOff},
                                                   {PageFlaw::TooDark, PageHint::TooDark},
                                                   {PageFlaw::Glare, PageHint::Glare},
                                                   {PageFlaw::Blurred, PageHint::Blurred},
                                                   {PageFlaw::NoFace, PageHint::NoFace},
                                                   {PageFlaw::SeveralFaces, PageHint::SeveralFaces},
                                                   {PageFlaw::TooFar, PageHint::TooFar},
                                                   {PageFlaw::TooNear, PageHint::TooNear},
                                                   {PageFlaw::OffCentre, PageHint::OffCentre},
                                                   {PageFlaw::Tilted, PageHint::Tilted},
                                                   {PageFlaw::EyesShut, PageHint::EyesShut},
                                                   {PageFlaw::UnevenLight, PageHint::UnevenLight}};
    for (const auto& [flaw, hint] : flaws) {
        Watching person;
        CHECK_FALSE(person.sees(pageAt(0.2F, flaw), 5s));
        CHECK(person.cue.hint == hint);
        CHECK(person.cue.progress == 0);
    }
}

TEST_CASE("flicker_of_the_camera_ends_the_count_down") {
    Watching person;
    person.sees(pageAt(0.2F), 800ms);
    CHECK_FALSE(person.sees(pageAt(0.2F, PageFlaw::Blurred), 66ms));
    CHECK(person.cue.hint == PageHint::Taking);
    CHECK(person.sees(pageAt(0.2F), 700ms));
    Watching other;
    other.sees(pageAt(0.2F), 1200ms);
    CHECK_FALSE(other.sees(pageAt(0.2F, PageFlaw::Glare), 700ms)); // that is no flicker
    CHECK(other.cue.hint == PageHint::Glare);
    CHECK_FALSE(other.sees(pageAt(0.2F), 1200ms));
}

TEST_CASE("words_flicker_and_cannot_be_read") {
    Watching person;
    person.sees({}, 1s);
    REQUIRE(person.cue.hint == PageHint::NoPage);
    for (int i = 0; i < 12; ++i) {
        person.sees(pageAt(0.3F, i % 2 == 0 ? PageFlaw::CutOff : PageFlaw::Blurred), 66ms);
        CHECK(person.cue.hint == PageHint::NoPage);
    }
    person.sees(pageAt(0.3F, PageFlaw::CutOff), 500ms);
    CHECK(person.cue.hint == PageHint::CutOff);
}

TEST_CASE("slow_camera_counts_down_with_one_picture") {
    Watching person;
    CHECK_FALSE(person.sees(pageAt(0.2F), 4s, 1s));
    CHECK(person.sees(pageAt(0.2F), 2s, 1s));
}

TEST_CASE("photographed_page_photographs_itself_again") {
    Watching person;
    REQUIRE(person.sees(pageAt(0.2F), 2s));
    person.watch.taken();
    CHECK_FALSE(
        person.sees(pageAt(0.21F), 5s)); // the next document is asked for, and this one still lies there
    CHECK(person.cue.hint == PageHint::Taken);
    person.sees({}, 500ms);
    CHECK(person.sees(pageAt(0.2F), 2s)); // it was away: this is another
    person.watch.taken();
    CHECK(person.sees(pageAt(0.3F), 2s)); // moved for a better picture
}

TEST_CASE("scene_photographs_itself") {
    auto scene = showing(0);
    REQUIRE(scene.asked<WatchCamera>());
    CHECK(scene.asked<WatchCamera>()->seek == Seek::Nothing);
    CHECK_FALSE(aimsAtPage(scene.session));
    CHECK_FALSE(scene.does(PageHeldStill{}).asked<ShootPicture>());

    auto page = showing(1);
    CHECK(page.asked<WatchCamera>()->seek == Seek::Page);
    CHECK(aimsAtPage(page.session));
    page.does(Leave{}); // the question whether to leave lies over the picture
    CHECK_FALSE(aimsAtPage(page.session));
    page.does(Stay{}).does(PageHeldStill{});
    REQUIRE(page.asked<ShootPicture>());
    CHECK(page.asked<ShootPicture>()->subject == model::PictureSubject::Page);
    CHECK_FALSE(aimsAtPage(page.session));
    CHECK_FALSE(page.does(PageHeldStill{}).asked<ShootPicture>()); // one is on its way
}

TEST_CASE("page_that_lies_there_keeps_the_session_awake") {
    Person person;
    person.entersService("issue-licence").signsInByApp().answersForm();
    CHECK_FALSE(person.does(PageHeldStill{}).asked<StartTimer>());
    CHECK(person.does(TakePicture{}).asked<StartTimer>());
}

TEST_CASE("hand_before_the_camera_hears_nothing_of_the_dark_or_too_much") {
    using namespace std::chrono_literals;
    PageWatch watch;
    PageWatch::Time now{1h};
    const auto lacks = [&](model::PageFlaw flaw, std::chrono::milliseconds later) {
        now += later;
        return watch.lacking({std::nullopt, flaw, 0}, now);
    };
    CHECK(lacks(model::PageFlaw::TooDark, 0ms) == PageHint::None); // it may be on its way
    CHECK(lacks(model::PageFlaw::Blurred, 400ms) == PageHint::None);
    CHECK(lacks(model::PageFlaw::TooDark, 400ms) == PageHint::None);
    CHECK(lacks(model::PageFlaw::TooDark, 800ms) == PageHint::TooDark);
    CHECK(lacks(model::PageFlaw::NoPage, 100ms) == PageHint::TooDark); // no sentence flickers
    CHECK(lacks(model::PageFlaw::NoPage, 800ms) == PageHint::None); // a hand holds it: no page is asked for
    CHECK(lacks(model::PageFlaw::CutOff, 2s) == PageHint::None);
    CHECK(lacks(model::PageFlaw::Blurred, 100ms) == PageHint::None);
    CHECK(lacks(model::PageFlaw::Blurred, 800ms) == PageHint::Blurred);
}
