// Fakes of every port, for the service layer's own tests: they answer at once with what the test put there.
#pragma once

#include "kiosk/service/devices.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace balady::service::test {

/// The system's, until a test sets it.
struct FakeClock final : Clock {
    std::optional<WallTime> time;
    bool synchronised = true;
    [[nodiscard]] WallTime now() const override { return time.value_or(SystemClock{}.now()); }
    [[nodiscard]] bool isSynchronised() const override { return synchronised; }
};

struct FakeBackend : ports::Backend {
    Result<ports::CatalogueReply> catalogueReply = Fault{FaultCode::Unreachable, "fake"};
    Result<std::string> keys = std::string{};
    Result<ports::Answer<model::Submission>> submission = Fault{FaultCode::TimedOut, "fake"};
    Result<ports::Answer<model::Submission>> byKey = Fault{FaultCode::Unreachable, "fake"};
    Result<ports::Answer<model::SignedLicence>> signedLicence = Fault{FaultCode::Unreachable, "fake"};
    int submitted = 0;
    model::Draft lastDraft;
    std::function<void()> onSubmit = [] {};
    int challenges = 0;
    bool challengeFails = false; ///< startChallenge() has no answer
    model::ChallengeState challengeState = model::ChallengeState::Pending;
    Result<ports::Answer<model::Citizen>> signedIn = Fault{FaultCode::Unreachable, "fake"};
    boost::asio::steady_timer* hold = nullptr; ///< startChallenge() waits for it

    std::string knownEtag; ///< of the last question for a catalogue
    ports::Task<ports::CatalogueReply> catalogue(std::string known) override {
        knownEtag = std::move(known);
        co_return catalogueReply;
    }
    ports::Asked<model::Challenge> startChallenge(model::IdentityNumber, model::ChallengeKind kind) override {
        ++challenges;
        if (hold != nullptr) {
            boost::system::error_code ignored;
            co_await hold->async_wait(boost::asio::redirect_error(boost::asio::use_awaitable, ignored));
        }
        if (challengeFails)
            co_return Fault{FaultCode::TimedOut, "fake"};
        model::Challenge challenge;
        challenge.id = "c";
        challenge.state = challengeState;
        challenge.kind = kind;
        co_return ports::Answer<model::Challenge>{challenge, {}};
    }
    ports::Asked<model::Challenge> challenge(std::string) override {
        co_return Fault{FaultCode::Unreachable, "fake"};
    }
    ports::Asked<model::Challenge> answerChallenge(std::string, SecretText) override {
        co_return Fault{FaultCode::Unreachable, "fake"};
    }
    ports::Asked<model::Citizen> signIn(std::string) override { co_return signedIn; }
    ports::Task<Done> signOut(SecretText) override { co_return Done{}; }
    ports::Asked<std::vector<model::Option>> options(SecretText, std::string, std::string) override {
        co_return Fault{FaultCode::Unreachable, "fake"};
    }
    ports::Asked<std::string> upload(SecretText, model::Attachment) override {
        co_return ports::Answer<std::string>{"a1", {}};
    }
    std::string ticketAddress = "https://phone.example/d/TEST-TEST";
    ports::Asked<model::UploadTicket> startTicket(SecretText, std::string, std::string) override {
        model::UploadTicket given;
        given.id = "t1";
        given.address = ticketAddress;
        co_return ports::Answer<model::UploadTicket>{given, {}};
    }
    ports::Asked<model::UploadTicket> ticket(SecretText, std::string) override {
        co_return Fault{FaultCode::Unreachable, "fake"};
    }
    ports::Asked<model::Submission> submit(SecretText, model::Draft draft, std::string) override {
        ++submitted;
        lastDraft = std::move(draft);
        onSubmit();
        co_return submission;
    }
    ports::Asked<model::Submission> submissionByKey(SecretText, std::string) override { co_return byKey; }
    ports::Asked<model::Submission> request(SecretText, std::string) override { co_return submission; }
    ports::Asked<std::vector<model::Finding>> inquire(SecretText, std::string, model::Answers) override {
        co_return Fault{FaultCode::Unreachable, "fake"};
    }
    ports::Asked<model::SignedLicence> licence(SecretText, std::string) override { co_return signedLicence; }
    ports::Task<std::string> verificationKeys() override { co_return keys; }
    ports::Asked<Done> rate(std::string, std::string, int, std::string) override {
        co_return ports::Answer<Done>{Done{}, {}};
    }
};

struct FakeCardReader final : ports::CardReader {
    model::CardPresence now = model::CardPresence::Empty;
    [[nodiscard]] model::CardPresence presence() const override { return now; }
    ports::Task<model::CardPresence> presenceChange(model::CardPresence) override {
        co_return Fault{FaultCode::Cancelled, "fake"};
    }
    ports::Task<model::ChipContents> read(model::AccessKey) override {
        co_return Fault{FaultCode::CardRemoved, "fake"};
    }
};

struct FakeBadgeReader final : ports::BadgeReader {
    model::Badge seen{model::BadgeState::Waiting, 3, "mark"};
    std::string pin; ///< that came last
    ports::Task<model::Badge> look() override { co_return seen; }
    ports::Task<model::Badge> prove(SecretText typed) override {
        pin = typed.reveal();
        co_return model::Badge{pin == "123456" ? model::BadgeState::Proven : model::BadgeState::WrongPin, 2,
                               "mark"};
    }
};

struct FakeReceiptPrinter final : ports::ReceiptPrinter {
    Result<model::PrinterStatus> says =
        model::PrinterStatus{model::DeviceState::Online, model::PaperState::Full, false};
    int printed = 0;
    int asked = 0;
    int prepared = 0;
    int askedBeforePrepared = 0;
    int discarded = 0;
    ports::Task<model::PrinterStatus> status() override {
        ++asked;
        co_return says;
    }
    ports::Task<Done> discardRest() override {
        ++discarded;
        co_return Done{};
    }
    ports::Task<Done> prepare() override {
        ++prepared;
        askedBeforePrepared = asked;
        co_return Done{};
    }
    int length = 150;
    Result<model::PaperResult> result = model::PaperResult{model::PaperOutcome::Completed, {}};
    boost::asio::steady_timer* hold = nullptr; ///< print() waits for it, and says what a cut off one would
    ports::Task<int> measure(model::Receipt) override { co_return length; }
    ports::Task<model::PaperResult> print(model::Receipt) override {
        if (hold != nullptr) {
            boost::system::error_code error;
            co_await hold->async_wait(boost::asio::redirect_error(boost::asio::use_awaitable, error));
            if ((co_await boost::asio::this_coro::cancellation_state).cancelled() !=
                boost::asio::cancellation_type::none)
                co_return Fault{FaultCode::Cancelled, "fake"};
        }
        ++printed;
        co_return result;
    }
};

struct FakeDocumentPrinter final : ports::DocumentPrinter {
    int discarded = 0;
    std::vector<bool> copies; ///< of each paper printed: whether it says so
    Result<model::PaperResult> result = model::PaperResult{model::PaperOutcome::Completed, {}};
    ports::Task<model::PrinterStatus> status() override {
        co_return model::PrinterStatus{model::DeviceState::Online, model::PaperState::Full, false};
    }
    ports::Task<Done> discardRest() override {
        ++discarded;
        co_return Done{};
    }
    ports::Task<model::PaperResult> print(model::LicencePaper paper) override {
        copies.push_back(paper.copy);
        co_return result;
    }
};

/// As strict as the store: a paper ends once.
struct FakeLedger final : ports::PaperLedger {
    Result<Done> beginning = Done{};
    std::vector<ports::PaperJob> jobs;                    ///< in the order of beginning
    std::map<std::int64_t, model::PaperOutcome> outcomes; ///< by index into `jobs`
    std::vector<ports::PaperJob> interrupted;
    ports::RollUse use;

    ports::Task<ports::BegunPaper> beginPaper(ports::PaperJob job) override {
        if (!beginning)
            co_return beginning.error();
        int earlier = 0;
        for (std::size_t i = 0; i < jobs.size(); ++i) {
            const auto outcome = outcomes.find(static_cast<std::int64_t>(i));
            if (jobs[i].kind == job.kind && jobs[i].licence == job.licence &&
                (outcome == outcomes.end() || outcome->second != model::PaperOutcome::NotPrinted))
                ++earlier;
        }
        jobs.push_back(std::move(job));
        co_return ports::BegunPaper{static_cast<std::int64_t>(jobs.size()) - 1, earlier};
    }
    ports::Task<Done> endPaper(std::int64_t number, model::PaperOutcome outcome) override {
        if (!outcomes.emplace(number, outcome).second)
            co_return Fault{FaultCode::NotFound, "fake"};
        co_return Done{};
    }
    ports::Task<std::vector<ports::PaperJob>> endInterrupted() override {
        co_return std::exchange(interrupted, {});
    }
    ports::Task<ports::RollUse> rollUse() override { co_return use; }
    ports::Task<Done> setRollUsed(std::int64_t millimetres) override {
        use.millimetres = millimetres;
        co_return Done{};
    }
};

struct FakeCamera final : ports::Camera, ports::CodeReader {
    bool gone = true;
    int frames = 0;                 ///< that were asked for
    int forgotten = 0;              ///< how many people it was told to forget
    std::vector<std::string> codes; ///< on numbered paper
    void forget() override { ++forgotten; }
    ports::Task<ports::Frame> nextFrame() override {
        ++frames;
        if (gone)
            co_return Fault{FaultCode::NoDevice, "fake"};
        co_return ports::Frame{};
    }
    ports::Task<ports::Still> takeStill(ports::PictureSubject) override {
        co_return ports::Still{{0xff}, model::PictureProblem::None};
    }
    ports::Task<std::vector<std::string>> read(ports::Frame, ports::CodeKinds kinds) override {
        co_return kinds == ports::CodeKinds::SquaresAndBars ? codes : std::vector<std::string>{};
    }
};

struct FakeCodeScanner final : ports::CodeScanner {
    Result<std::string> scan = Fault{FaultCode::Cancelled, "fake"};
    int waits = 0;
    ports::Task<std::string> nextScan() override {
        ++waits;
        co_return scan;
    }
    ports::Task<std::vector<std::string>> nextScans() override {
        ++waits;
        if (!scan)
            co_return scan.error();
        co_return std::vector<std::string>{*scan};
    }
};

/// An outbox in memory; what a restart would find is what is in it.
struct FakeOutbox final : ports::Outbox {
    Result<Done> keeping = Done{};
    std::vector<ports::KeptEntry> kept;
    std::map<std::int64_t, ports::KeptRequest> contents;
    std::vector<std::int64_t> closed;
    std::vector<std::int64_t> erased;

    ports::Task<std::int64_t> keep(ports::KeptRequest request) override {
        if (!keeping)
            co_return keeping.error();
        ports::KeptEntry entry;
        entry.number = static_cast<std::int64_t>(contents.size()) + 1;
        entry.idempotencyKey = request.idempotencyKey;
        entry.serviceId = request.draft.serviceId;
        entry.visit = request.visit;
        entry.priority = request.priority;
        entry.acceptedAt = request.acceptedAt;
        request.draft.attachmentIds.assign(request.attachments.size(), "");
        contents[entry.number] = std::move(request);
        kept.push_back(entry);
        co_return entry.number;
    }
    ports::Task<std::vector<ports::KeptEntry>> entries() override { co_return kept; }
    ports::Task<std::vector<std::int64_t>> unreadable() override { co_return closed; }
    ports::Task<ports::KeptRequest> open(std::int64_t number) override {
        if (const auto it = contents.find(number); it != contents.end())
            co_return it->second;
        co_return Fault{FaultCode::NotFound, "fake"};
    }
    ports::Task<Done> noteUpload(std::int64_t number, std::size_t attachment, std::string id) override {
        contents.at(number).draft.attachmentIds.at(attachment) = std::move(id);
        co_return Done{};
    }
    ports::Task<Done> note(ports::KeptEntry entry) override {
        for (auto& known : kept)
            if (known.number == entry.number)
                known = entry;
        co_return Done{};
    }
    ports::Task<Done> erase(std::int64_t number) override {
        std::erase_if(kept, [&](const auto& entry) { return entry.number == number; });
        erased.push_back(number);
        co_return Done{};
    }
};

struct FakeStore final : ports::Journal, ports::DocumentCache {
    Result<Done> beginning = Done{};
    std::vector<ports::Intent> intents;
    std::map<std::string, ports::Settlement> settled;
    std::map<std::string, Document> documents;

    ports::Task<Done> begin(ports::Intent intent) override {
        if (beginning)
            intents.push_back(std::move(intent));
        co_return beginning;
    }
    ports::Task<Done> settle(std::string key, ports::Settlement how) override {
        settled[key] = how;
        co_return Done{};
    }
    ports::Task<std::vector<ports::Intent>> unsettled() override { co_return intents; }
    ports::Task<Document> load(std::string name) override {
        if (const auto it = documents.find(name); it != documents.end())
            co_return it->second;
        co_return Fault{FaultCode::NotFound, "fake"};
    }
    ports::Task<Done> save(std::string name, Document document) override {
        documents[name] = std::move(document);
        co_return Done{};
    }
};

struct FakeDevices {
    FakeBackend backend;
    FakeCardReader cardReader;
    FakeBadgeReader badgeReader;
    FakeReceiptPrinter receiptPrinter;
    FakeDocumentPrinter documentPrinter;
    FakeCamera camera;
    FakeStore store;
    FakeOutbox outbox;
    FakeLedger papers;
    FakeClock clock;
    FakeCodeScanner codeScanner;

    [[nodiscard]] Devices devices() {
        return {backend, cardReader, receiptPrinter, documentPrinter, camera,       camera,      store,
                store,   outbox,     papers,         clock,           &codeScanner, &badgeReader};
    }
};

} // namespace balady::service::test
