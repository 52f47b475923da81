#include "kiosk/app/self_test.h"

#include "kiosk/app/screen.h"
#include "kiosk/base/log.h"
#include "kiosk/flow/session.h"
#include "kiosk/view/page_model.h"

#include <QGuiApplication>
#include <QQmlComponent>
#include <set>
#include <string>
#include <vector>

namespace balady::app {
namespace {

int warnings = 0;

void countWarnings(QtMsgType type, const QMessageLogContext&, const QString& message) {
    if (type == QtDebugMsg || type == QtInfoMsg)
        return;
    ++warnings;
    log::write(log::Level::Error, "self_test", "warning", {{"message", log::Plain{message.toStdString()}}});
}

model::Shown somePicture() {
    constexpr int kSide = 8;
    return {kSide, kSide, std::vector<std::uint8_t>(std::size_t{3} * kSide * kSide, 128)};
}

model::Service sampleService() {
    model::Service service;
    service.id = "sample";
    service.name = model::text("خدمة", "Service");
    service.conditions = {model::text("شرط", "Condition")};
    service.steps = {model::text("خطوة", "Step")};
    service.documents = {{"page", model::text("مستند", "Document"), {}, true, {}}};
    model::FormPage page{"all", model::text("أسئلة", "Questions"), {}};
    using enum model::FieldType;
    for (auto type : {Text, Note, Digits, Number, Identity, Establishment, Mobile, Address, Date, Choice,
                      YesNo, Reference}) {
        model::Field field;
        field.id = "field-" + std::to_string(static_cast<int>(type));
        field.type = type;
        field.label = model::text("سؤال", "Question");
        if (type == Choice)
            field.options = {{"a", model::text("أ", "A"), {}, {}, {}}};
        page.fields.push_back(std::move(field));
    }
    service.form = {page};
    return service;
}

/// One session at each place and stage that has a page of its own.
std::vector<flow::Session> everyPage(const flow::World& world) {
    namespace f = flow;
    std::vector<f::Session> sessions;
    const auto at = [&](f::Place place) {
        sessions.push_back({model::Language::Arabic, {}, std::move(place), f::Overlay::None, {}});
    };
    at(f::Attract{});
    at(f::ChooseLanguage{});
    at(f::HomePage{});
    at(f::About{"sample"});
    at(f::Farewell{});
    at(f::Maintenance{f::maintenance::AskPin{2, "badge_wrong_pin"}, ""});
    at(f::Maintenance{f::maintenance::Refused{"badge_expired"}, ""});
    at(f::Maintenance{f::maintenance::Bench{model::RollLeft{43'000, 120}, false, false, {}}, ""});
    f::Folder folder;
    folder.catalogue = world.catalogue;
    folder.service = &world.catalogue->services.front();
    folder.submission = model::Submission{};
    folder.submission->bill = model::Bill{"902", "1", {100}, false};
    folder.sent = f::Sent::Accepted;
    folder.findings = {model::Finding{model::text("طلب", "Request"), {}, "1", true}};
    const auto who = *model::IdentityNumber::parse("1000000008");
    auto still = std::make_shared<model::Still>();
    still->shown = somePicture();
    const std::vector<f::Stage> stages{
        f::identify::State{f::identify::Choose{}},
        f::identify::State{f::identify::ShowCard{}},
        f::identify::State{f::identify::AwaitCard{}},
        f::identify::State{f::identify::CardDetails{}},
        f::identify::State{f::identify::Reading{}},
        f::identify::State{f::identify::TypeIdentity{}},
        f::identify::State{f::identify::AwaitApp{who, {}}},
        f::identify::State{f::identify::EnterCode{who, {}, "", false}},
        f::identify::State{f::identify::Stuck{"card_removed", {}, {}}},
        f::form::State{},
        f::documents::State{f::documents::Consent{}},
        f::documents::State{f::documents::Aim{}},
        f::documents::State{f::documents::Judge{0, still}},
        f::documents::State{f::documents::ByPhone{0, f::by_phone::Waiting{}}},
        f::documents::State{f::documents::ByPhone{0, f::by_phone::Came{{"a", "image/jpeg", 1, 1, "4711"}}}},
        f::documents::State{f::documents::ByPhone{0, f::by_phone::Stuck{"ticket_expired", {}}}},
        f::review::State{},
        f::submit::State{f::submit::Sending{}},
        f::submit::State{f::submit::Keeping{}},
        f::bill::State{},
        f::outcome::State{},
        f::papers::State{
            {f::papers::Paper::Receipt}, 0, f::papers::Phase::Ready, "", {}, {}, false, {}, {}, {}},
        f::rate::State{},
        f::lookup::State{f::lookup::Shown{}},
        f::scan::State{f::scan::Looking{}},
        f::scan::State{f::scan::Doubtful{"licence_tampered"}},
    };
    for (const auto& stage : stages)
        at(f::Journey{folder, {f::StageKind::Form, f::StageKind::Outcome}, 0, stage});
    return sessions;
}

} // namespace

int selfTest() {
    qInstallMessageHandler(countWarnings);
    auto catalogue = std::make_shared<model::Catalogue>();
    catalogue->services = {sampleService()};
    flow::World world;
    world.catalogue = catalogue;
    world.terminal.amana = model::text("أمانة", "Amana");
    world.terminal.municipality = model::text("بلدية", "Municipality");
    view::Bridge bridge([](flow::Event) {});
    Screen screen(world.terminal, panelSize(settings::Orientation::Portrait), bridge,
                  Screen::Content::Journeys);
    screen.show(false);
    while (!screen.ready())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    std::set<QString> pages;
    for (auto session : everyPage(world)) {
        for (auto language : model::kLanguages) {
            session.language = language;
            if (auto* journey = std::get_if<flow::Journey>(&session.place))
                journey->folder.language = language;
            bridge.onSnapshot(
                std::make_shared<const service::Snapshot>(service::Snapshot{session, world, false}));
            QCoreApplication::processEvents();
            if (screen.window()->grabWindow().isNull())
                ++warnings;
        }
        pages.insert(view::pageModel(session, world).page);
    }
    log::write(log::Level::Info, "self_test", "done", {{"pages", pages.size()}, {"warnings", warnings}});
    return warnings == 0 && screen.works() ? 0 : 1;
}

} // namespace balady::app
