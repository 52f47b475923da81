#include "kiosk/catalogue/catalogue.h"
#include "kiosk/crypto/crypto.h"
#include "kiosk/service/catalogue_keeper.h"
#include "kiosk/service/device_supervisor.h"
#include "kiosk/service/intent_settler.h"
#include "kiosk/service/session_runner.h"
#include "tests/unit/service/fake_devices.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <doctest/doctest.h>

using namespace balady;
using namespace balady::service;
using namespace balady::service::test;

namespace {

/// The catalogue that ships; "my-requests" of it asks for identity first.
const std::string& shipped() {
    static const std::string document =
        catalogue::assembleDirectory(BALADY_SOURCE_DIR "/config/catalogue").value();
    return document;
}

template <class T>
Result<T> await(boost::asio::io_context& io, ports::Task<T> task) {
    std::optional<Result<T>> out;
    boost::asio::co_spawn(io, std::move(task), [&](std::exception_ptr error, Result<T> result) {
        if (error)
            std::rethrow_exception(error);
        out = std::move(result);
    });
    io.restart();
    io.run();
    return *out;
}

constexpr const char* kLicenceKeys = R"({"keys":[]})";

/// Who signs catalogues.
std::string catalogueKeys() {
    return R"({"keys":[{"kty":"OKP","crv":"Ed25519","kid":"c1","x":")" +
           toBase64Url(crypto::ed25519PublicKey(Bytes(32, 7)).value()) + R"("}]})";
}
std::string signatureOf(const std::string& document, int second = 0) {
    const std::chrono::sys_seconds at{std::chrono::seconds{1'800'000'000 + second}};
    return crypto::signDetachedJws(document, Bytes(32, 7), "c1", at).value();
}
/// With the first such words changed.
std::string with(std::string text, std::string_view words, std::string_view instead) {
    const auto at = text.find(words);
    REQUIRE(at != std::string::npos);
    return text.replace(at, words.size(), instead);
}

/// The keeper on fakes, with a backend that offers one catalogue.
struct CatalogueRoom {
    boost::asio::io_context io;
    FakeDevices fakes;
    ConditionBoard board;
    CatalogueKeeper keeper{fakes.devices(), board, catalogueKeys()};

    Result<Done> start(std::string bundled) { return await(io, keeper.start(std::move(bundled))); }
    void offer(std::string document, std::string signature) {
        fakes.backend.catalogueReply =
            ports::CatalogueReply{std::move(document), "\"2\"", std::move(signature)};
        fakes.backend.keys = std::string(kLicenceKeys);
        CHECK(await(io, keeper.refresh()).has_value()); // the platform was reached
    }
    [[nodiscard]] model::Trouble trouble() const { return board.now().of(model::DeviceRole::Catalogue); }
};

/// The runner on fakes, with a request that only waits to be sent.
struct Running {
    boost::asio::io_context io;
    FakeDevices fakes;
    ConditionBoard board;
    CatalogueKeeper keeper{fakes.devices(), board, catalogueKeys()};
    PaperKeeper papers{
        fakes.devices(),
        {std::nullopt, SecretBytes(16, 7), [](const std::string& text) -> Result<model::CodeSquare> {
             return model::CodeSquare{static_cast<int>(text.size()), {}};
         }}};
    std::shared_ptr<const Snapshot> last;
    std::unique_ptr<SessionRunner> runner;

    Running() {
        SessionRunner::Listeners listeners;
        listeners.changed = [this](std::shared_ptr<const Snapshot> snapshot) { last = std::move(snapshot); };
        runner = std::make_unique<SessionRunner>(io.get_executor(), fakes.devices(), board, keeper, papers,
                                                 terminal(), std::move(listeners));
    }
    void settle() {
        io.restart();
        io.poll();
    }
    /// Puts a badge in and types its PIN.
    void signTechnicianIn() {
        fakes.cardReader.now = model::CardPresence::Present;
        runner->post(flow::CardChanged{model::CardPresence::Present});
        settle();
        runner->post(flow::CodeTyped{SecretText("123456")});
        settle();
    }
    [[nodiscard]] const flow::maintenance::Bench* bench() const {
        const auto* technician = std::get_if<flow::Maintenance>(&last->session.place);
        return technician == nullptr ? nullptr : std::get_if<flow::maintenance::Bench>(&technician->state);
    }
    static flow::Terminal terminal() {
        flow::Terminal terminal;
        terminal.badges = true;
        terminal.phoneOrigin = "https://phone.example";
        return terminal;
    }
};

} // namespace

TEST_CASE("garbled_new_catalogue_replaces_the_good_one") {
    CatalogueRoom room;
    room.fakes.store.documents["catalogue"] = {signatureOf(shipped()) + "\n" + shipped(), "\"1\""};
    REQUIRE(room.start("not a catalogue").has_value());
    REQUIRE(room.keeper.catalogue()->find("my-requests"));
    const std::string garbled = R"({"version":"2"})";
    room.offer(garbled, signatureOf(garbled));
    CHECK(room.keeper.catalogue()->find("my-requests"));
    CHECK(room.fakes.store.documents["catalogue"].etag == "\"1\"");
    CHECK(room.trouble() == model::Trouble::SetAside);
    CHECK(room.keeper.keys() == kLicenceKeys); // licences are examined all the same
}

TEST_CASE("unsigned_or_altered_catalogue_is_shown") {
    const auto altered = with(shipped(), "\"halalas\":0", "\"halalas\":700");
    const auto foreign = crypto::signDetachedJws(shipped(), Bytes(32, 8), "c1", {}).value();
    const auto attached = crypto::signJws(shipped(), Bytes(32, 7), "c1").value();
    for (const auto& [json, signature] :
         {std::pair{shipped(), std::string()}, std::pair{shipped(), foreign}, std::pair{shipped(), attached},
          std::pair{altered, signatureOf(shipped())}}) {
        CatalogueRoom room;
        int shown = 0;
        room.keeper.onNewCatalogue([&] { ++shown; });
        REQUIRE(room.start(shipped()).has_value());
        const auto before = room.keeper.catalogue();
        room.offer(json, signature);
        CHECK(room.keeper.catalogue() == before);
        CHECK(shown == 0);
        CHECK_FALSE(room.fakes.store.documents.contains("catalogue"));
        CHECK(room.trouble() == model::Trouble::SetAside);
        CHECK(room.board.now().works(model::DeviceRole::Catalogue)); // citizens are served on
        room.offer(shipped(), signatureOf(shipped()));
        CHECK(shown == 1);
        CHECK(room.trouble() == model::Trouble::None);
    }
}

TEST_CASE("older_catalogue_comes_back") {
    const auto newer = with(shipped(), "\"halalas\":0", "\"halalas\":700");
    std::map<std::string, ports::DocumentCache::Document> disk;
    {
        CatalogueRoom room;
        REQUIRE(room.start(shipped()).has_value());
        room.offer(newer, signatureOf(newer, 2));
        const auto present = room.keeper.catalogue();
        room.offer(shipped(), signatureOf(shipped(), 1));
        CHECK(room.keeper.catalogue() == present);
        CHECK(room.trouble() == model::Trouble::SetAside);
        disk = room.fakes.store.documents;
    }
    CatalogueRoom room; // after a restart too
    room.fakes.store.documents = disk;
    REQUIRE(room.start(shipped()).has_value());
    room.offer(shipped(), signatureOf(shipped(), 1));
    CHECK(room.trouble() == model::Trouble::SetAside);
    room.offer(shipped(), signatureOf(shipped(), 3)); // signed anew: the platform went back
    CHECK(room.trouble() == model::Trouble::None);
}

TEST_CASE("kept_catalogue_that_was_altered_on_the_disk_is_shown") {
    const auto altered = with(shipped(), "\"halalas\":0", "\"halalas\":700");
    for (const auto& body :
         {signatureOf(shipped()) + "\n" + altered, shipped(), std::string(), "\n" + shipped()}) {
        CatalogueRoom room;
        room.fakes.store.documents["catalogue"] = {body, "\"1\""};
        REQUIRE(room.start(shipped()).has_value());
        CHECK(room.keeper.catalogue()->find("my-requests")); // the one that ships
        CHECK(room.trouble() == model::Trouble::SetAside);
        room.offer(shipped(), signatureOf(shipped()));
        CHECK(room.fakes.backend.knownEtag.empty()); // what was set aside is not "known"
        CHECK(room.trouble() == model::Trouble::None);
    }
}

TEST_CASE("kept_catalogue_is_not_read_after_a_restart") {
    const auto newer = with(shipped(), "\"halalas\":0", "\"halalas\":700");
    std::map<std::string, ports::DocumentCache::Document> disk;
    {
        CatalogueRoom room;
        REQUIRE(room.start(shipped()).has_value());
        room.offer(newer, signatureOf(newer));
        disk = room.fakes.store.documents;
    }
    CatalogueRoom room;
    room.fakes.store.documents = disk;
    REQUIRE(room.start("not a catalogue").has_value());
    CHECK(room.trouble() == model::Trouble::None);
    CHECK(room.keeper.catalogue()->version == catalogue::readDocument(newer).value().version);
}

TEST_CASE("terminal_without_network_or_cache_has_no_services") {
    boost::asio::io_context io;
    FakeDevices fakes;
    ConditionBoard board;
    CatalogueKeeper keeper(fakes.devices(), board, catalogueKeys());
    REQUIRE(await(io, keeper.start(shipped())).has_value());
    CHECK(keeper.catalogue()->find("my-requests"));
    CHECK(await(io, keeper.refresh()).has_error());
    CHECK(board.now().of(model::DeviceRole::Network) == model::Trouble::Offline);
    fakes.backend.catalogueReply = ports::CatalogueReply{std::nullopt, ""};
    fakes.backend.keys = std::string{R"({"keys":[]})"};
    CHECK(await(io, keeper.refresh()).has_value());
    CHECK(board.now().works(model::DeviceRole::Network));
    CHECK(fakes.store.documents["verification-keys"].body == R"({"keys":[]})");
}

TEST_CASE("unanswered_request_is_forgotten_after_a_restart") {
    boost::asio::io_context io;
    FakeDevices fakes;
    fakes.store.intents = {{"k1", "issue"}, {"k2", "issue"}};
    IntentSettler settler(fakes.devices(), [](const std::string& key) { return key == "k2"; });
    CHECK(await(io, settler.settleAll()).has_error()); // no network: nothing is decided
    CHECK(fakes.store.settled.empty());
    fakes.backend.byKey = ports::Answer<model::Submission>{model::Submission{}, {}};
    CHECK(await(io, settler.settleAll()).has_value());
    CHECK(fakes.store.settled ==
          std::map<std::string, ports::Settlement>{{"k1", ports::Settlement::Accepted}}); // k2 is a citizen's
    fakes.store.settled.clear();
    fakes.backend.byKey = Fault{FaultCode::NotFound, "fake"};
    CHECK(await(io, settler.settleAll()).has_value());
    CHECK(fakes.store.settled["k1"] == ports::Settlement::NeverArrived);
}

TEST_CASE("request_that_is_still_on_its_way_is_taken_for_lost") {
    boost::asio::io_context io;
    FakeDevices fakes;
    const auto now = fakes.clock.now();
    fakes.store.intents = {{"on-its-way", "issue", now},
                           {"old", "issue", now - IntentSettler::kOnItsWay - std::chrono::minutes{1}},
                           {"before-the-clock-was-put-back", "issue", now + std::chrono::hours{24 * 365}}};
    fakes.backend.byKey = Fault{FaultCode::NotFound, "fake"};
    IntentSettler settler(fakes.devices(), [](const std::string&) { return false; });
    CHECK(await(io, settler.settleAll()).has_value());
    CHECK_FALSE(fakes.store.settled.contains("on-its-way"));
    CHECK(fakes.store.settled.at("old") == ports::Settlement::NeverArrived);
    CHECK(fakes.store.settled.contains("before-the-clock-was-put-back"));
}

TEST_CASE("badge_does_not_lead_to_the_technicians_page") {
    Running running;
    running.signTechnicianIn();
    CHECK(running.fakes.badgeReader.pin == "123456");
    REQUIRE(running.bench() != nullptr);
    running.fakes.papers.use.millimetres = 70'000;
    running.runner->post(flow::NewRoll{});
    running.settle();
    CHECK(running.fakes.papers.use.millimetres == 0);
    running.runner->post(flow::PrintTest{});
    running.settle();
    CHECK(running.fakes.receiptPrinter.printed == 1);
    CHECK(running.bench()->test == model::PaperOutcome::Completed);
}

TEST_CASE("test_receipt_is_cut_off_and_called_none_when_the_badge_is_taken_out") {
    Running running;
    running.signTechnicianIn();
    boost::asio::steady_timer hold(running.io, std::chrono::steady_clock::time_point::max());
    running.fakes.receiptPrinter.hold = &hold;
    running.runner->post(flow::PrintTest{});
    running.settle();
    REQUIRE(running.fakes.papers.jobs.size() == 1);
    running.runner->post(flow::CardChanged{model::CardPresence::Empty});
    running.settle();
    CHECK(std::holds_alternative<flow::Attract>(running.last->session.place));
    hold.cancel();
    running.settle();
    CHECK(running.fakes.receiptPrinter.printed == 1);
    CHECK(running.fakes.papers.outcomes.at(0) == model::PaperOutcome::Completed);
    CHECK(std::holds_alternative<flow::Attract>(running.last->session.place)); // nobody is told
}

TEST_CASE("late_answer_reaches_the_next_page") {
    Running running;
    REQUIRE(await(running.io, running.keeper.start(shipped())).has_value());
    boost::asio::steady_timer hold(running.io, std::chrono::steady_clock::time_point::max());
    running.fakes.backend.hold = &hold;
    auto& runner = *running.runner;
    runner.post(flow::Touched{});
    runner.post(flow::LanguageChosen{model::Language::Arabic});
    runner.post(flow::ServiceChosen{"my-requests"});
    runner.post(flow::Next{});
    runner.post(flow::TypeNumber{});
    runner.post(flow::Typed{"identity", "1000000008"});
    runner.post(flow::Next{});
    running.settle();
    CHECK(running.fakes.backend.challenges == 1);
    runner.post(flow::Back{}); // the citizen does not wait
    const auto before = std::get<flow::Journey>(running.last->session.place).stage.index();
    hold.cancel();
    running.settle();
    const auto& stage = std::get<flow::Journey>(running.last->session.place).stage;
    CHECK(stage.index() == before);
    CHECK(std::holds_alternative<flow::identify::Choose>(std::get<flow::identify::State>(stage)));
}

TEST_CASE("address_from_somewhere_else_is_drawn_for_telephones") {
    using flow::by_phone::Stuck;
    using flow::by_phone::Waiting;
    for (const bool own : {true, false}) {
        Running running;
        REQUIRE(await(running.io, running.keeper.start(shipped())).has_value());
        if (!own)
            running.fakes.backend.ticketAddress = "https://phone.example.evil.example/d/TEST";
        running.board.set(model::DeviceRole::DocumentCamera, model::Trouble::Gone);
        auto& runner = *running.runner;
        runner.post(flow::Touched{});
        runner.post(flow::LanguageChosen{model::Language::Arabic});
        runner.post(flow::ServiceChosen{"photo-report"});
        runner.post(flow::Next{});
        runner.post(flow::UsePhone{});
        running.settle();
        const auto& stage = std::get<flow::Journey>(running.last->session.place).stage;
        const auto& documents = std::get<flow::documents::State>(stage);
        REQUIRE(std::holds_alternative<flow::documents::ByPhone>(documents));
        const auto& phone = std::get<flow::documents::ByPhone>(documents).state;
        REQUIRE(std::holds_alternative<Waiting>(phone) == own);
        if (own)
            CHECK(std::get<Waiting>(phone).code.size ==
                  static_cast<int>(running.fakes.backend.ticketAddress.size()));
        else
            CHECK(std::get<Stuck>(phone).problem == "backend_busy");
    }
}

TEST_CASE("new_session_may_try_numbers_anew") {
    Running running;
    REQUIRE(await(running.io, running.keeper.start(shipped())).has_value());
    auto& runner = *running.runner;
    const auto identity = [&]() -> const flow::identify::State& {
        return std::get<flow::identify::State>(std::get<flow::Journey>(running.last->session.place).stage);
    };
    const auto typeNumber = [&] {
        runner.post(flow::Touched{});
        runner.post(flow::LanguageChosen{model::Language::Arabic});
        runner.post(flow::ServiceChosen{"my-requests"});
        runner.post(flow::Next{});
        runner.post(flow::TypeNumber{});
        runner.post(flow::Typed{"identity", "1000000008"});
        runner.post(flow::Next{});
        running.settle();
    };
    for (int i = 0; i < flow::LookUpLimit::kBurst; ++i) {
        typeNumber();
        REQUIRE(std::holds_alternative<flow::identify::AwaitApp>(identity()));
        runner.post(flow::Leave{});
        runner.post(flow::LeaveConfirmed{});
        REQUIRE(std::holds_alternative<flow::Attract>(running.last->session.place));
    }
    typeNumber();
    REQUIRE(std::holds_alternative<flow::identify::Stuck>(identity()));
    CHECK(std::get<flow::identify::Stuck>(identity()).problem == "look_ups_used");
    CHECK(running.fakes.backend.challenges == flow::LookUpLimit::kBurst);
}

TEST_CASE("network_that_fails_or_people_who_confirm_close_the_terminal") {
    for (const bool fails : {true, false}) {
        Running running;
        REQUIRE(await(running.io, running.keeper.start(shipped())).has_value());
        running.fakes.backend.challengeFails = fails;
        running.fakes.backend.challengeState = model::ChallengeState::Approved;
        running.fakes.backend.signedIn = ports::Answer<model::Citizen>{model::Citizen{}, {}};
        auto& runner = *running.runner;
        for (int i = 0; i < 2 * flow::LookUpLimit::kBurst; ++i) {
            runner.post(flow::Touched{});
            runner.post(flow::LanguageChosen{model::Language::Arabic});
            runner.post(flow::ServiceChosen{"my-requests"});
            runner.post(flow::Next{});
            runner.post(flow::TypeNumber{});
            runner.post(flow::Typed{"identity", "1000000008"});
            runner.post(flow::Next{});
            running.settle();
            runner.post(flow::Leave{});
            runner.post(flow::LeaveConfirmed{});
        }
        CHECK(running.fakes.backend.challenges == 2 * flow::LookUpLimit::kBurst);
        CHECK(running.last->world.lookUpWait == std::chrono::seconds{0});
    }
}

namespace {

/// A terminal whose devices are looked at at that pace, once the supervisor is started.
struct Supervised {
    explicit Supervised(DeviceSupervisor::Pace pace)
        : supervisor(running.io.get_executor(), running.fakes.devices(), running.board, running.keeper,
                     settler, running.papers, pace) {}
    Running running;
    IntentSettler settler{running.fakes.devices(), [](const std::string&) { return false; }};
    DeviceSupervisor supervisor;
};

} // namespace

TEST_CASE("start_waits_for_the_receipt_printers_fonts") {
    Supervised watched({std::chrono::hours{1}, std::chrono::hours{1}, std::chrono::hours{1}});
    auto& running = watched.running;
    watched.supervisor.start([](model::CardPresence) {});
    running.settle();
    CHECK(running.fakes.receiptPrinter.asked == 1);
    CHECK(running.fakes.receiptPrinter.prepared == 0);
}

TEST_CASE("first_receipt_waits_for_its_fonts") {
    Supervised watched({std::chrono::milliseconds{1}, std::chrono::hours{1}, std::chrono::hours{1}});
    auto& running = watched.running;
    const auto& printer = running.fakes.receiptPrinter;
    watched.supervisor.start([](model::CardPresence) {});
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{30};
    while (printer.asked < 5 && std::chrono::steady_clock::now() < deadline)
        running.io.run_one_until(deadline);
    CHECK(printer.prepared == 1);
    CHECK(printer.askedBeforePrepared == 1);
}

TEST_CASE("clock_that_nobody_sets_passes_for_right") {
    for (const bool right : {true, false}) {
        Supervised watched({std::chrono::hours{1}, std::chrono::hours{1}, std::chrono::hours{1}});
        auto& running = watched.running;
        running.fakes.clock.synchronised = right;
        watched.supervisor.start([](model::CardPresence) {});
        running.settle();
        const auto expected = right ? model::Trouble::None : model::Trouble::Offline;
        CHECK(running.board.now().of(model::DeviceRole::Clock) == expected);
        CHECK(running.board.now().works(model::DeviceRole::Clock)); // dates may be wrong, nothing closes
    }
}

TEST_CASE("camera_that_is_back_keeps_its_services_closed") {
    Supervised watched({std::chrono::milliseconds{1}, std::chrono::hours{1}, std::chrono::hours{1},
                        std::chrono::milliseconds{1}});
    auto& running = watched.running;
    watched.supervisor.start([](model::CardPresence) {});
    const auto& camera = running.fakes.camera;
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{30};
    const auto runUntil = [&](const auto& condition) {
        while (!condition() && std::chrono::steady_clock::now() < deadline)
            running.io.run_one_until(deadline);
        return condition();
    };
    const auto& printer = running.fakes.receiptPrinter;
    CHECK(runUntil([&] { return printer.asked >= 5; }));
    CHECK(camera.frames == 0); // nobody misses it, so nobody switches it on
    running.board.set(model::DeviceRole::DocumentCamera, model::Trouble::Gone);
    CHECK(runUntil([&] { return camera.frames >= 3; }));
    CHECK(running.board.now().of(model::DeviceRole::DocumentCamera) == model::Trouble::Gone);
    running.fakes.camera.gone = false;
    CHECK(runUntil(
        [&] { return running.board.now().of(model::DeviceRole::DocumentCamera) == model::Trouble::None; }));
}

TEST_CASE("condition_is_announced_twice_or_never_cleared") {
    ConditionBoard board;
    int changes = 0;
    board.onChange([&](const model::Conditions&) { ++changes; });
    board.set(model::DeviceRole::ReceiptPrinter, model::Trouble::PaperOut);
    board.set(model::DeviceRole::ReceiptPrinter, model::Trouble::PaperOut);
    CHECK(changes == 1);
    CHECK_FALSE(board.now().works(model::DeviceRole::ReceiptPrinter));
    board.set(model::DeviceRole::ReceiptPrinter, model::Trouble::PaperLow);
    CHECK(board.now().works(model::DeviceRole::ReceiptPrinter)); // low paper still prints
    board.set(model::DeviceRole::ReceiptPrinter, model::Trouble::None);
    CHECK(board.now() == model::Conditions{});
    board.set(model::DeviceRole::Store, model::Trouble::DataLost);
    CHECK(changes == 4);
    CHECK(board.now().works(model::DeviceRole::Store)); // services go on
}

TEST_CASE("licence_scanned_by_hand_is_not_examined") {
    Running running;
    REQUIRE(await(running.io, running.keeper.start(shipped())).has_value());
    running.fakes.codeScanner.scan = std::string("no licence of ours");
    auto& runner = *running.runner;
    runner.post(flow::Touched{});
    runner.post(flow::LanguageChosen{model::Language::English});
    runner.post(flow::ServiceChosen{"verify-licence"});
    CHECK(running.fakes.codeScanner.waits == 0); // no page asks for a code yet
    runner.post(flow::Next{});
    running.settle(); // the camera is gone, the scanner is not
    const auto& journey = std::get<flow::Journey>(running.last->session.place);
    const auto* scan = std::get_if<flow::scan::State>(&journey.stage);
    REQUIRE(scan);
    REQUIRE(std::get_if<flow::scan::Doubtful>(scan));
    CHECK(std::get<flow::scan::Doubtful>(*scan).problem == "code_not_ours");
}

TEST_CASE("zone_scanned_by_hand_does_not_open_the_card") {
    Running running;
    REQUIRE(await(running.io, running.keeper.start(shipped())).has_value());
    running.fakes.codeScanner.scan =
        std::string("I<UTOD231458907<<<<<<<<<<<<<<<7408122F1204159UTO<<<<<<<<<<<6"
                    "ERIKSSON<<ANNA<MARIA<<<<<<<<<<");
    auto& runner = *running.runner;
    runner.post(flow::Touched{});
    runner.post(flow::LanguageChosen{model::Language::English});
    runner.post(flow::ServiceChosen{"my-requests"});
    runner.post(flow::Next{});
    runner.post(flow::UseCard{});
    running.settle();
    CHECK(running.fakes.codeScanner.waits == 1);
    const auto& journey = std::get<flow::Journey>(running.last->session.place);
    const auto* identify = std::get_if<flow::identify::State>(&journey.stage);
    REQUIRE(identify);
    const auto* awaiting = std::get_if<flow::identify::AwaitCard>(identify);
    REQUIRE(awaiting);
    CHECK(awaiting->typed.at("document-number") == "D23145890");
}

TEST_CASE("camera_keeps_what_it_saw_of_a_citizen_who_left") {
    Running running;
    auto& runner = *running.runner;
    runner.post(flow::Touched{});
    runner.post(flow::LanguageChosen{model::Language::English});
    running.settle();
    CHECK(running.fakes.camera.forgotten == 0);
    runner.post(flow::Leave{});
    runner.post(flow::LeaveConfirmed{});
    running.settle();
    REQUIRE(std::holds_alternative<flow::Attract>(running.last->session.place));
    CHECK(running.fakes.camera.forgotten == 1);
}
