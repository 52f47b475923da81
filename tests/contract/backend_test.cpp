// Every method of the backend port against the reference backend: real TLS, real rules, real faults.
#include "kiosk/backend/balady_backend.h"
#include "kiosk/crypto/crypto.h"
#include "kiosk/model/terminal_reference.h"
#include "tests/support/run_task.h"
#include "tests/support/sandbox_process.h"
#include "tests/support/temp_folder.h"

#include <boost/asio/io_context.hpp>
#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>

using namespace balady;
using backend::BackendSettings;
using backend::BaladyBackend;
using model::ChallengeKind;
using model::ChallengeState;
using model::RequestState;
using model::ServiceKind;
namespace json = boost::json;

namespace {

// People of the demonstration data.
constexpr const char* kNoura = "1000000016";  // citizen with two establishments
constexpr const char* kFaisal = "1000000024"; // building permit, but no insulation certificate
constexpr const char* kHuda = "1000000040";   // a licence waits to be printed
constexpr const char* kReem = "1000000081";   // a bill is open
constexpr const char* kSami = "3000000012";   // visitor

model::IdentityNumber identity(const char* number) {
    return model::IdentityNumber::parse(number).value();
}

/// Bytes that begin like a JPEG file.
model::Attachment picture(std::string documentId, std::size_t size) {
    model::Attachment attachment{std::move(documentId), "image/jpeg", std::vector<std::uint8_t>(size), ""};
    for (std::size_t i = 0; i < size; ++i)
        attachment.content[i] = static_cast<std::uint8_t>(i * i % 251);
    constexpr std::uint8_t kMagic[]{0xff, 0xd8, 0xff, 0xe0};
    std::copy(std::begin(kMagic), std::end(kMagic), attachment.content.begin());
    return attachment;
}

/// A terminal of its own before a sandbox of its own.
struct Terminal {
    explicit Terminal(const std::vector<std::string>& options = {})
        : sandbox(BALADY_SANDBOX, BALADY_CATALOGUE, BALADY_RECORD, options) {
        start();
    }

    /// Also anew, as after the power came back.
    void start() { client = BaladyBackend::create(io.get_executor(), settings(), clock).value(); }

    [[nodiscard]] BackendSettings settings() const {
        BackendSettings settings;
        settings.transport.host = "localhost";
        settings.transport.port = sandbox.port();
        settings.transport.trustedCa = sandbox.ca();
        settings.transport.certificate = sandbox.clientCertificate();
        settings.transport.privateKey = sandbox.clientKey();
        settings.retry.firstWait = std::chrono::milliseconds{10};
        settings.renewedCertificate = state / "client-certificate.pem";
        return settings;
    }

    template <class T>
    Result<T> run(ports::Task<T> task) {
        return tests::runTask(io, std::move(task));
    }
    template <class T>
    T value(ports::Asked<T> task) {
        auto answer = run(std::move(task));
        REQUIRE_MESSAGE(answer.has_value(), answer.error().context);
        REQUIRE_MESSAGE(answer->value.has_value(), answer->refusal.type);
        return std::move(*answer->value);
    }
    template <class T>
    model::Refusal refusal(ports::Asked<T> task) {
        auto answer = run(std::move(task));
        REQUIRE_MESSAGE(answer.has_value(), answer.error().context);
        REQUIRE_FALSE(answer->value.has_value());
        return answer->refusal;
    }
    template <class T>
    FaultCode fault(ports::Task<T> task) {
        const auto outcome = run(std::move(task));
        REQUIRE(outcome.has_error());
        return outcome.error().code;
    }

    void approve(const std::string& challengeId) {
        sandbox.change("/admin/challenges/" + challengeId + "/approve", json::object{});
    }
    SecretText signIn(const char* number) {
        const auto challenge = value(client->startChallenge(identity(number), ChallengeKind::App));
        approve(challenge.id);
        return value(client->signIn(challenge.id)).token;
    }
    void switchFaults(const json::value& faults) { sandbox.change("/admin/faults", faults); }
    std::size_t requestsKept() { return sandbox.look("/admin/requests").at("requests").as_array().size(); }

    model::Draft shop(const SecretText& token) {
        model::Draft draft;
        draft.serviceId = "issue-commercial-license";
        draft.answers = {{"establishment", "7000000020"},
                         {"activity", "act-books-and-stationery"},
                         {"municipality", "5001-west-dammam"},
                         {"address", "DWFA2911"},
                         {"area", "60"},
                         {"has-sign", "no"},
                         {"years", "1"}};
        for (const char* document : {"shop-front", "lease"})
            draft.attachmentIds.push_back(value(client->upload(token, picture(document, 5'000))));
        return draft;
    }
    model::Draft report() {
        model::Draft draft;
        draft.kind = ServiceKind::Report;
        draft.serviceId = "photo-report";
        draft.answers = {{"category", "pothole"},
                         {"municipality", "5001-west-dammam"},
                         {"landmark", "أمام المدرسة"},
                         {"mobile", "0550000001"}};
        draft.attachmentIds = {value(client->upload({}, picture("picture", 5'000)))};
        return draft;
    }

    tests::SandboxProcess sandbox;
    tests::TempFolder state;
    SystemClock clock;
    boost::asio::io_context io;
    std::unique_ptr<BaladyBackend> client;
};

} // namespace

TEST_CASE("altered_catalogue_passes_for_the_platforms") {
    Terminal terminal;
    std::ifstream file(terminal.sandbox.catalogueKeys(), std::ios::binary);
    const std::string keys{std::istreambuf_iterator<char>(file), {}};
    const auto good = terminal.run(terminal.client->catalogue("")).value();
    CHECK(crypto::verifyDetachedJws(good.signature, good.json.value(), keys).has_value());
    terminal.switchFaults({{"alterCatalogues", 1}});
    const auto altered = terminal.run(terminal.client->catalogue("")).value();
    REQUIRE(altered.json != good.json);
    CHECK(json::parse(altered.json.value()).at("services").as_array().size() >=
          12); // only the signature tells
    CHECK(crypto::verifyDetachedJws(altered.signature, *altered.json, keys).error().code ==
          FaultCode::Tampered);
    // Keys that anybody on the way could have brought are others than those of the catalogue.
    const auto brought = terminal.run(terminal.client->verificationKeys()).value();
    CHECK(crypto::verifyDetachedJws(good.signature, *good.json, brought).has_error());
}

TEST_CASE("catalogue_is_fetched_although_it_is_known") {
    Terminal terminal;
    const auto first = terminal.run(terminal.client->catalogue("")).value();
    REQUIRE(first.json);
    CHECK(json::parse(*first.json).at("services").as_array().size() >= 12);
    const auto again = terminal.run(terminal.client->catalogue(first.etag)).value();
    CHECK_FALSE(again.json);
    CHECK(again.etag == first.etag);
    CHECK(terminal.run(terminal.client->catalogue("\"older\"")).value().json);
}

TEST_CASE("licence_is_not_issued_although_it_is_paid") {
    Terminal terminal;
    auto& backend = *terminal.client;
    const auto started = terminal.value(backend.startChallenge(identity(kNoura), ChallengeKind::App));
    CHECK(started.number.size() == 2);
    CHECK(terminal.value(backend.challenge(started.id)).state == ChallengeState::Pending);
    CHECK(terminal.refusal(backend.signIn(started.id)).type == "challenge-not-approved");
    terminal.approve(started.id);
    CHECK(terminal.value(backend.challenge(started.id)).state == ChallengeState::Approved);
    const auto citizen = terminal.value(backend.signIn(started.id));
    CHECK(citizen.maskedIdentity == "1•••••0016");

    CHECK(
        terminal.value(backend.options(citizen.token, "establishments", "issue-commercial-license")).size() ==
        2);
    const auto key = crypto::uuid4();
    const auto sent = terminal.value(backend.submit(citizen.token, terminal.shop(citizen.token), key));
    CHECK(sent.state == RequestState::AwaitingPayment);
    REQUIRE(sent.bill);
    CHECK_FALSE(sent.bill->paid);
    terminal.sandbox.change("/admin/bills/" + sent.bill->number + "/pay", json::object{});

    const auto paid = terminal.value(backend.request(citizen.token, sent.number));
    CHECK(paid.bill->paid);
    CHECK(paid.state == RequestState::Issued);
    CHECK(terminal.value(backend.submissionByKey({}, key)) == paid);
    const auto licence = terminal.value(backend.licence(citizen.token, paid.licenceNumber.value()));
    CHECK(licence.number == paid.licenceNumber);
    const auto keys = terminal.run(backend.verificationKeys()).value();
    CHECK(crypto::verifyJws(licence.jws, keys).has_value());

    const model::SheetBinding sheet{crypto::uuid4(), "DM-00041237", licence.number};
    terminal.value(backend.bindSheet(sheet));
    terminal.value(backend.bindSheet(sheet)); // the answer was lost
    terminal.value(backend.bindSheet({crypto::uuid4(), sheet.sheet, sheet.licence}));
    CHECK(terminal.refusal(backend.bindSheet({crypto::uuid4(), sheet.sheet, "LC-4500000101"})).type ==
          "sheet-taken");
    CHECK(terminal.refusal(backend.bindSheet({crypto::uuid4(), "DM-00041238", "LC-0000"})).type ==
          "validation");
    const auto sheets = terminal.sandbox.look("/admin/sheets").at("sheets").as_array();
    REQUIRE(sheets.size() == 1);
    CHECK(sheets[0].at("licence") == licence.number.c_str());
}

TEST_CASE("token_outlives_its_session") {
    Terminal terminal;
    auto& backend = *terminal.client;
    const auto token = terminal.signIn(kReem);
    CHECK_FALSE(terminal.value(backend.request(token, "RQ-26-000103")).bill->paid);
    CHECK(terminal.run(backend.signOut(token)).has_value());
    CHECK(terminal.fault(backend.request(token, "RQ-26-000103")) == FaultCode::Unauthorised);

    const auto forgotten = terminal.signIn(kReem);
    terminal.sandbox.change("/admin/clock/advance", json::object{{"hours", 1}});
    CHECK(terminal.fault(backend.request(forgotten, "RQ-26-000103")) == FaultCode::Unauthorised);
}

TEST_CASE("wrong_code_by_sms_is_accepted") {
    Terminal terminal;
    auto& backend = *terminal.client;
    const auto started = terminal.value(backend.startChallenge(identity(kReem), ChallengeKind::Sms));
    CHECK(started.attemptsLeft == 3);
    const auto challenges = terminal.sandbox.look("/admin/challenges");
    const std::string right(challenges.at_pointer("/challenges/0/code").as_string().c_str());
    const SecretText wrong(right == "111111" ? "222222" : "111111");
    const auto refused = terminal.refusal(backend.answerChallenge(started.id, wrong));
    CHECK(refused.type == "wrong-code");
    CHECK(refused.attemptsLeft == 2);
    CHECK(terminal.value(backend.answerChallenge(started.id, SecretText(right))).state ==
          ChallengeState::Approved);
}

TEST_CASE("lost_answer_sends_a_second_message") {
    Terminal terminal;
    const auto messages = [&] {
        return terminal.sandbox.look("/admin/challenges").at("challenges").as_array().size();
    };
    const auto before = messages();
    terminal.switchFaults(json::object{{"dropAfterCommit", 1}}); // asked again, with the same key
    terminal.value(terminal.client->startChallenge(identity(kReem), ChallengeKind::Sms));
    CHECK(messages() == before + 1);
    terminal.value(terminal.client->startChallenge(identity(kReem), ChallengeKind::Sms));
    CHECK(messages() == before + 2); // who asks for another one gets it
}

TEST_CASE("report_without_a_name_goes_astray") {
    Terminal terminal;
    auto& backend = *terminal.client;
    const auto sent = terminal.value(backend.submit({}, terminal.report(), crypto::uuid4()));
    CHECK(sent.unit.in(model::Language::English).starts_with("West Dammam Municipality"));
    const auto found =
        terminal.value(backend.inquire({}, "transaction-by-number", {{"number", sent.number}}));
    REQUIRE(found.size() == 1);
    CHECK_FALSE(found[0].printable);
}

TEST_CASE("report_of_yesterday_is_sent_as_one_of_today") {
    Terminal terminal;
    auto& backend = *terminal.client;
    auto kept = terminal.report();
    const auto reference = model::terminalReference("dammam-07", 468201);
    kept.deferred = model::Deferred{SystemClock{}.now() - std::chrono::hours{20}, reference};
    const auto key = crypto::uuid4();
    const auto sent = terminal.value(backend.submit({}, kept, key));
    CHECK(terminal.value(backend.submissionByKey({}, key)).number == sent.number);
    const auto found = terminal.value(backend.inquire({}, "transaction-by-number", {{"number", reference}}));
    REQUIRE(found.size() == 1);
    CHECK(found[0].facts.front().value == sent.number);
    kept.attachmentIds = terminal.report().attachmentIds;
    CHECK(terminal.refusal(backend.submit({}, kept, crypto::uuid4())).field == "deferred");
}

TEST_CASE("appointment_is_booked_twice") {
    Terminal terminal;
    auto& backend = *terminal.client;
    const auto token = terminal.signIn(kHuda);
    const auto slots = terminal.value(backend.options(token, "slots", "book-appointment"));
    REQUIRE_FALSE(slots.empty());
    model::Draft draft;
    draft.kind = ServiceKind::Appointment;
    draft.serviceId = "book-appointment";
    draft.answers = {{"municipality", "5001-west-dammam"},
                     {"classification", "commercial-licences"},
                     {"slot", slots[0].code}};
    CHECK_FALSE(terminal.value(backend.submit(token, draft, crypto::uuid4())).number.empty());
    CHECK(terminal.refusal(backend.submit(token, draft, crypto::uuid4())).type == "slot-taken");
}

TEST_CASE("strangers_are_told_what_is_not_theirs") {
    Terminal terminal;
    auto& backend = *terminal.client;
    CHECK(terminal.fault(backend.inquire({}, "my-requests", {})) == FaultCode::Unauthorised);
    const auto mine = terminal.value(backend.inquire(terminal.signIn(kHuda), "my-requests", {}));
    CHECK(std::any_of(mine.begin(), mine.end(), [](const model::Finding& one) {
        return one.requestNumber == "RQ-26-000101" && one.printable;
    }));
    CHECK(terminal.value(backend.inquire({}, "licence-by-number", {{"number", "LC-0000"}})).empty());
    CHECK(terminal.fault(backend.licence(terminal.signIn(kNoura), "LC-4500000101")) == FaultCode::NotFound);
}

TEST_CASE("rule_that_says_no_looks_like_a_failure") {
    Terminal terminal;
    auto& backend = *terminal.client;
    model::Draft draft;
    draft.serviceId = "issue-occupancy-certificate";
    draft.answers = {{"permit", "LC-4500000105"}, {"building-use", "villa"}};
    const auto gate = terminal.refusal(backend.submit(terminal.signIn(kFaisal), draft, crypto::uuid4()));
    CHECK(gate.type == "gate-not-met");
    CHECK(gate.serviceId == "insulation-certificate");
    CHECK_FALSE(gate.sentence.empty());

    const auto token = terminal.signIn(kNoura);
    auto shop = terminal.shop(token);
    shop.answers["area"] = "";
    const auto invalid = terminal.refusal(backend.submit(token, shop, crypto::uuid4()));
    CHECK(invalid.type == "validation");
    CHECK(invalid.field == "area");

    auto noPicture = picture("lease", 1'000);
    noPicture.content[0] = 'A';
    CHECK(terminal.refusal(backend.upload(token, noPicture)).type == "file-refused");
    draft.kind = ServiceKind::Inquiry;
    CHECK(terminal.fault(backend.submit(token, draft, crypto::uuid4())) == FaultCode::Bug);
}

TEST_CASE("limit_of_challenges_looks_like_a_failure") {
    Terminal terminal;
    std::optional<model::Refusal> limited;
    for (int i = 0; i < 10 && !limited; ++i) {
        const auto answer =
            terminal.run(terminal.client->startChallenge(identity(kSami), ChallengeKind::App)).value();
        if (!answer.value)
            limited = answer.refusal;
    }
    REQUIRE(limited);
    CHECK(limited->type == "rate-limited");
    CHECK(limited->retryAfterSeconds > 0);
}

TEST_CASE("backend_commits_and_the_answer_is_lost") {
    Terminal terminal;
    auto& backend = *terminal.client;
    const auto draft = terminal.report();
    const auto before = terminal.requestsKept();
    const auto key = crypto::uuid4();
    terminal.switchFaults({{"dropAfterCommit", 1}});
    CHECK(terminal.fault(backend.submit({}, draft, key)) == FaultCode::ConnectionLost);
    const auto found = terminal.value(backend.submissionByKey({}, key));
    CHECK(found.serviceId == "photo-report");
    CHECK(terminal.requestsKept() == before + 1);
    // The citizen presses the button again: the same key has the same answer and no second effect.
    CHECK(terminal.value(backend.submit({}, draft, key)).number == found.number);
    CHECK(terminal.requestsKept() == before + 1);
}

TEST_CASE("answer_is_garbage_after_the_commit") {
    Terminal terminal;
    auto& backend = *terminal.client;
    for (const char* trouble : {"garbageNext", "wrongShapeNext"}) {
        const auto draft = terminal.report();
        const auto before = terminal.requestsKept();
        const auto key = crypto::uuid4();
        terminal.switchFaults({{trouble, 1}});
        CHECK(terminal.fault(backend.submit({}, draft, key)) == FaultCode::Malformed);
        CHECK(terminal.value(backend.submissionByKey({}, key)).serviceId == "photo-report");
        CHECK(terminal.requestsKept() == before + 1);
    }
}

TEST_CASE("submission_that_never_arrived_is_taken_for_sent") {
    Terminal terminal;
    auto& backend = *terminal.client;
    const auto draft = terminal.report();
    const auto key = crypto::uuid4();
    terminal.switchFaults({{"failNext", {{"status", 503}, {"count", 100}}}});
    CHECK(terminal.fault(backend.submit({}, draft, key)) == FaultCode::Unreachable);
    terminal.switchFaults({{"failNext", {{"status", 503}, {"count", 0}}}, {"refuseConnections", true}});
    CHECK(terminal.fault(backend.submit({}, draft, key)) == FaultCode::Unreachable);
    terminal.switchFaults(json::object{{"refuseConnections", false}});
    CHECK(terminal.fault(backend.submissionByKey({}, key)) == FaultCode::NotFound);
}

TEST_CASE("short_trouble_reaches_the_citizen") {
    Terminal terminal;
    auto& backend = *terminal.client;
    const auto draft = terminal.report();
    terminal.switchFaults({{"failNext", {{"status", 500}, {"count", 1}}}});
    CHECK(terminal.run(backend.verificationKeys()).has_value());
    terminal.switchFaults({{"failNext", {{"status", 503}, {"count", 2}}}});
    CHECK_FALSE(terminal.value(backend.submit({}, draft, crypto::uuid4())).number.empty());
    // 500 says that the effect is unknown: not sent again, for the caller to reconcile.
    terminal.switchFaults({{"failNext", {{"status", 500}, {"count", 1}}}});
    CHECK(terminal.fault(backend.submit({}, draft, crypto::uuid4())) == FaultCode::Overloaded);
}

TEST_CASE("rating_counts_twice") {
    Terminal terminal;
    const auto ratings = [&] {
        return terminal.sandbox.look("/admin/state").at_pointer("/counts/ratings").as_int64();
    };
    const auto before = ratings();
    terminal.switchFaults(json::object{{"dropAfterCommit", 1}}); // asked again, with the same key
    terminal.value(terminal.client->rate("issue-commercial-license", "", 5, crypto::uuid4()));
    CHECK(ratings() == before + 1);
}

TEST_CASE("ticket_for_a_telephone_is_not_understood") {
    Terminal terminal;
    auto& backend = *terminal.client;
    const auto given = terminal.value(backend.startTicket({}, "photo-report", "picture"));
    CHECK(model::isTicketAddress(given.address, given.address.substr(0, given.address.find("/d/"))));
    const auto told = terminal.value(backend.ticket({}, given.id));
    CHECK(told.state == model::TicketState::Waiting);
    CHECK(told.address.empty());
    (void)terminal.value(backend.startTicket({}, "photo-report", "picture")); // ends the one before
    CHECK(terminal.value(backend.ticket({}, given.id)).state == model::TicketState::Expired);
    CHECK(terminal.refusal(backend.startTicket({}, "photo-report", "lease")).type == "validation");
    CHECK(terminal.fault(backend.ticket({}, "5f0c6a1e-0000-4000-8000-000000000001")) == FaultCode::NotFound);
}

TEST_CASE("upload_is_given_up_after_short_trouble") {
    Terminal terminal;
    const auto kept = [&] {
        return terminal.sandbox.look("/admin/state").at_pointer("/counts/attachments").as_int64();
    };
    const auto before = kept();
    const auto large = picture("picture", 1'000'000); // four chunks
    terminal.switchFaults(json::object{{"dropAfterCommit", 2}});
    CHECK_FALSE(terminal.value(terminal.client->upload({}, large)).empty());
    terminal.switchFaults({{"failNext", {{"status", 503}, {"count", 2}}}});
    CHECK_FALSE(terminal.value(terminal.client->upload({}, large)).empty());
    CHECK(kept() == before + 2);
}

TEST_CASE("slow_backend_keeps_the_citizen_waiting") {
    Terminal terminal;
    auto settings = terminal.settings();
    settings.transport.replyWithin = std::chrono::milliseconds{200};
    terminal.client = BaladyBackend::create(terminal.io.get_executor(), settings, terminal.clock).value();
    terminal.switchFaults(json::object{{"latencyMs", 60'000}});
    CHECK(terminal.fault(terminal.client->verificationKeys()) == FaultCode::TimedOut);
}

namespace {

std::string contents(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}
void write(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << text;
}

/// A terminal whose certificate ends in half a day, of a day and a half.
struct EndingTerminal : Terminal {
    EndingTerminal() : Terminal({"--terminal-hours", "12"}) {}
    [[nodiscard]] auto ends() const { return client->certificate().validity().until; }
    Result<Done> renew() { return run(client->certificate().renew()); }
    [[nodiscard]] std::filesystem::path successor() const { return state / "client-certificate.pem"; }
    const std::chrono::sys_seconds soon =
        std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now() + std::chrono::hours{13});
};

} // namespace

TEST_CASE("certificate_ends_although_the_platform_renews_it") {
    EndingTerminal terminal;
    CHECK(terminal.ends() < terminal.soon);
    REQUIRE(
        terminal.run(terminal.client->verificationKeys()).has_value()); // leaves a connection of the old one
    const auto renewed = terminal.renew();
    REQUIRE_MESSAGE(renewed.has_value(), renewed.error().context);
    CHECK(terminal.ends() > terminal.soon + std::chrono::hours{24 * 3000});
    CHECK(terminal.run(terminal.client->verificationKeys()).has_value()); // without a restart
    terminal.start();
    CHECK(terminal.ends() > terminal.soon + std::chrono::hours{24 * 3000});
    CHECK(terminal.run(terminal.client->verificationKeys()).has_value());
}

TEST_CASE("foreign_certificate_takes_the_place_of_the_terminals_own") {
    EndingTerminal terminal;
    terminal.switchFaults(json::object{{"foreignCertificates", 1}});
    CHECK(terminal.renew().error().code == FaultCode::Tampered);
    CHECK(terminal.ends() < terminal.soon);
    CHECK_FALSE(std::filesystem::exists(terminal.successor()));
    CHECK(std::filesystem::exists(terminal.state / "client-certificate.pem.refused")); // for who examines it
    terminal.switchFaults(json::object{{"wrongShapeNext", 1}});
    CHECK(terminal.renew().error().code == FaultCode::Malformed);
    terminal.switchFaults({{"failNext", {{"status", 422}, {"count", 1}}}});
    CHECK(terminal.renew().error().code == FaultCode::Refused);
    CHECK(terminal.run(terminal.client->verificationKeys()).has_value()); // by the old one
    CHECK(terminal.renew().has_value());                                  // and nothing stands in the way
}

TEST_CASE("power_lost_while_the_certificate_is_renewed_leaves_none") {
    EndingTerminal terminal;
    // Before the rename: a draft that is torn.
    write(terminal.successor().string() + ".new", "-----BEGIN CERTIFICATE-----\nMIIB");
    terminal.start();
    CHECK(terminal.run(terminal.client->verificationKeys()).has_value());
    REQUIRE(terminal.renew().has_value()); // what lies there is in nobody's way
    const auto good = contents(terminal.successor());
    // A disk that tore what it had promised to keep, at any place; or gave it away.
    for (const auto& damaged :
         {std::string{}, good.substr(0, good.size() / 2), good.substr(0, good.size() - 30),
          std::string(4096, '\0'), contents(terminal.sandbox.ca())}) {
        write(terminal.successor(), damaged);
        terminal.start();
        CHECK(terminal.ends() < terminal.soon); // the one that was issued
        CHECK(terminal.run(terminal.client->verificationKeys()).has_value());
    }
    std::filesystem::remove(terminal.successor());
    std::filesystem::create_directory(terminal.successor());
    terminal.start();
    CHECK(terminal.ends() < terminal.soon);
    std::filesystem::remove(terminal.successor());
    write(terminal.successor(), good);
    terminal.start();
    CHECK(terminal.ends() > terminal.soon);
}

TEST_CASE("certificate_that_cannot_be_kept_is_used") {
    EndingTerminal terminal;
    std::filesystem::create_directory(terminal.successor().string() +
                                      ".new"); // as good as a disk without room
    CHECK(terminal.renew().error().code == FaultCode::AccessDenied);
    CHECK(terminal.ends() < terminal.soon);
    CHECK(terminal.run(terminal.client->verificationKeys()).has_value());
}

TEST_CASE("audit_trail_that_was_cut_off_is_noted_as_a_good_one") {
    Terminal terminal;
    const std::string hash(64, 'a');
    const std::string other(64, 'b');
    CHECK(terminal.run(terminal.client->noteAuditHead({7, hash})).has_value());
    CHECK(terminal.run(terminal.client->noteAuditHead({7, hash})).has_value()); // the answer was lost
    CHECK(terminal.run(terminal.client->noteAuditHead({9, other})).has_value());
    CHECK(terminal.fault(terminal.client->noteAuditHead({8, hash})) == FaultCode::Refused);
    CHECK(terminal.fault(terminal.client->noteAuditHead({9, hash})) == FaultCode::Refused);
    const auto heads = terminal.sandbox.look("/admin/audit-heads").at("heads").as_array();
    REQUIRE(heads.size() == 2);
    CHECK(heads[1].at("sequence") == 9);
    CHECK(heads[1].at("terminal") == "terminal-0001");
}
