// The pages on the one window, as the journeys' snapshots call for them.
#include "kiosk/app/screen.h"
#include "kiosk/flow/session.h"
#include "kiosk/view/page_stage.h"

#include <doctest/doctest.h>

#include <QDeadlineTimer>
#include <QGuiApplication>
#include <QPointer>
#include <algorithm>

using namespace balady;

namespace {

QGuiApplication& application() {
    static int argc = 3;
    static char name[] = "unit_screen", option[] = "-platform", platform[] = "offscreen";
    static char* argv[] = {name, option, platform, nullptr};
    static const bool software = qputenv("QT_QUICK_BACKEND", "software");
    // Never destroyed: at exit Qt's font cache, which its destructor asks for, has gone before it.
    static auto* const app = new QGuiApplication(argc, argv);
    REQUIRE(software);
    return *app;
}

template <class Condition>
bool within10s(const Condition& condition) {
    for (QDeadlineTimer deadline(10'000); !deadline.hasExpired();) {
        if (condition())
            return true;
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    }
    return condition();
}

/// By name, whether it can be seen or not.
QQuickItem* find(QQuickItem& in, const QString& name) {
    if (in.objectName() == name)
        return &in;
    for (auto* child : in.childItems())
        if (auto* found = find(*child, name))
            return found;
    return nullptr;
}

view::PageStage* stageIn(QQuickItem& in) {
    if (auto* stage = qobject_cast<view::PageStage*>(&in))
        return stage;
    for (auto* child : in.childItems())
        if (auto* found = stageIn(*child))
            return found;
    return nullptr;
}

/// A terminal's screen without a core: the test says what the session is.
struct Terminal {
    Terminal() {
        auto catalogue = std::make_shared<model::Catalogue>();
        model::Service service;
        service.id = "sample";
        service.name = model::text("خدمة", "Service");
        service.documents = {{"page", model::text("مستند", "Document"), {}, true, {}}};
        catalogue->services = {service};
        world.catalogue = catalogue;
        screen.show(false);
        REQUIRE(within10s([&] { return screen.ready(); }));
    }

    void at(flow::Place place, model::Language language = model::Language::Arabic) {
        flow::Session session;
        session.language = language;
        session.place = std::move(place);
        bridge.onSnapshot(
            std::make_shared<const service::Snapshot>(service::Snapshot{session, world, false}));
        QCoreApplication::sendPostedEvents();
    }
    QQuickItem* item(const QString& name) { return find(*screen.window()->contentItem(), name); }
    bool shows(const QString& name) {
        const auto* found = item(name);
        return found != nullptr && found->isVisible();
    }
    view::PageStage& stage() { return *stageIn(*screen.window()->contentItem()); }

    QGuiApplication& app = application();
    flow::World world;
    std::vector<flow::Event> sent;
    view::Bridge bridge{[this](flow::Event event) { sent.push_back(std::move(event)); }};
    app::Screen screen{{}, {1080, 1920}, bridge, app::Screen::Content::Journeys};
};

} // namespace

TEST_CASE("page_that_comes_next_is_made_only_when_it_is_wanted") {
    Terminal terminal;
    terminal.at(flow::ChooseLanguage{});
    REQUIRE(terminal.shows("language.ar"));
    const auto homes = [&] { // one in each language
        std::vector<QQuickItem*> pages;
        for (auto* page : terminal.stage().childItems())
            if (find(*page, "service.sample") != nullptr)
                pages.push_back(page);
        return pages;
    };
    REQUIRE(within10s([&] { return homes().size() == 2; }));
    const auto ready = homes();
    CHECK(terminal.shows("language.ar"));
    CHECK_FALSE(terminal.shows("service.sample"));

    terminal.at(flow::HomePage{});

    CHECK(std::ranges::count(ready, terminal.stage().current()) == 1);
    CHECK(terminal.stage().current()->isVisible());
    CHECK_FALSE(terminal.shows("language.ar"));
}

TEST_CASE("page_that_is_foreseen_takes_the_place_of_the_one_on_show") {
    Terminal terminal;
    terminal.at(flow::HomePage{});
    auto* home = terminal.stage().current();

    terminal.stage().foresee("serviceChosen", "sample");

    REQUIRE(within10s([&] { return terminal.item("service.print") != nullptr; }));
    CHECK(terminal.stage().current() == home);
    CHECK_FALSE(terminal.shows("service.print"));
    CHECK(terminal.sent.empty());
}

TEST_CASE("what_was_foreseen_is_shown_although_the_world_has_changed") {
    Terminal terminal;
    terminal.at(flow::HomePage{});
    terminal.stage().foresee("serviceChosen", "sample");
    REQUIRE(within10s([&] { return terminal.item("service.obstacle") != nullptr; }));
    CHECK_FALSE(terminal.item("service.obstacle")->isVisible());

    terminal.world.conditions.standing[model::DeviceRole::DocumentCamera] = model::Trouble::Gone;
    terminal.at(flow::About{"sample"});

    CHECK(terminal.stage().current()->property("obstacle").toString() == "camera_gone");
}

TEST_CASE("home_page_is_made_anew_at_each_visit") {
    Terminal terminal;
    terminal.at(flow::HomePage{});
    const QPointer<QQuickItem> home = terminal.stage().current();
    terminal.at(flow::About{"sample"});
    REQUIRE(home);
    CHECK_FALSE(home->isVisible());

    terminal.at(flow::HomePage{});

    CHECK(terminal.stage().current() == home);
    CHECK(home->isVisible());
}

TEST_CASE("pages_that_were_left_pile_up") {
    Terminal terminal;
    terminal.at(flow::ChooseLanguage{});
    const QPointer<QQuickItem> language = terminal.stage().current();

    terminal.at(flow::HomePage{});

    CHECK(within10s([&] { return language.isNull(); }));
}

TEST_CASE("page_in_the_other_language_keeps_its_words") {
    Terminal terminal;
    terminal.at(flow::About{"sample"});
    const QPointer<QQuickItem> arabic = terminal.stage().current();

    terminal.at(flow::About{"sample"}, model::Language::English);

    CHECK(terminal.stage().current() != arabic);
    CHECK(terminal.stage().current()->property("title").toString() == "Service");
}

TEST_CASE("something_of_a_citizen_stays_on_the_screen") {
    Terminal terminal;
    terminal.at(flow::HomePage{});
    const QPointer<QQuickItem> page = terminal.stage().current();
    const QPointer<view::PageStage> stage = &terminal.stage();
    CHECK_FALSE(terminal.shows("attract.start"));

    terminal.bridge.onSessionEnded();
    terminal.at(flow::Attract{});

    CHECK(terminal.shows("attract.start"));
    CHECK((page.isNull() || !page->isVisible()));
    CHECK(within10s([&] { return stage.isNull() && page.isNull(); }));
    CHECK(within10s([&] { return terminal.screen.ready(); }));
    CHECK(terminal.shows("attract.start"));
}

TEST_CASE("gallery_lies_outside_the_frame_of_all_pages_and_keeps_one_language") {
    application();
    view::Bridge bridge{[](const flow::Event&) {}};
    app::Screen screen{{}, {1080, 1920}, bridge, app::Screen::Content::Gallery};
    screen.show(false);
    const auto item = [&](const char* name) {
        return find(*screen.window()->contentItem(), QLatin1String(name));
    };
    REQUIRE(item("gallery") != nullptr);
    REQUIRE(item("frame.language") != nullptr);
    CHECK(item("gallery")->mapToScene({0, 0}).y() > item("frame.language")->mapToScene({0, 0}).y());
    const auto title = [&] { return item("gallery")->property("title").toString(); };
    const auto arabic = title();

    REQUIRE(QMetaObject::invokeMethod(item("frame.language"), "clicked"));

    CHECK(title() == QStringLiteral("Gallery"));
    CHECK(arabic != title());
}
