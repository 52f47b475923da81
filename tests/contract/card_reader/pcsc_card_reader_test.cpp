// The card reader over a real PC/SC service and a simulated chip. Run by tests/simulators/with_pcscd.sh,
// which gives it both; BALADY_CARD_CONTROL names the file that says which card is inserted.
#include "drivers/smartcard/pcsc_card_reader.h"
#include "drivers/smartcard/pcsc_fault.h"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <doctest/doctest.h>
#include <winscard.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace balady;
using namespace std::chrono_literals;
using ports::CardPresence;
using smartcard::PcscCardReader;
namespace asio = boost::asio;

namespace {

const ports::AccessKey kCitizenKey{"SA1234567", "900517", "310816"};
/// Far beyond what any step needs; a test that hangs must end with a name.
constexpr auto kPatience = 20s;

void insert(const std::string& card) {
    const char* control = std::getenv("BALADY_CARD_CONTROL");
    REQUIRE(control != nullptr);
    std::ofstream(control) << card;
}

/// Who signed the simulator's cards, or issued its badges.
crypto::TrustList trustList(const char* variable = "BALADY_CARD_TRUST_LIST") {
    const char* path = std::getenv(variable);
    REQUIRE(path != nullptr);
    std::ifstream in(path);
    const std::string pem{std::istreambuf_iterator<char>(in), {}};
    return crypto::TrustList::fromPem(pem).value();
}

template <class T>
Result<T> await(ports::Task<T> task) {
    asio::io_context context;
    std::optional<Result<T>> out;
    asio::co_spawn(context, std::move(task), [&](std::exception_ptr error, Result<T> result) {
        REQUIRE(!error);
        out = std::move(result);
    });
    context.run_for(kPatience);
    if (!out)
        return Fault{FaultCode::Bug, "the test's patience ended"};
    return std::move(*out);
}

/// False if the reader never comes to say so.
bool becomes(PcscCardReader& reader, CardPresence wanted) {
    const auto end = std::chrono::steady_clock::now() + kPatience;
    for (auto now = reader.presence(); now != wanted;) {
        const auto changed = await(reader.presenceChange(now));
        if (!changed || std::chrono::steady_clock::now() > end)
            return false;
        now = *changed;
    }
    return true;
}

/// A reader with nothing in it, whatever the test before left behind.
struct Bench {
    explicit Bench(smartcard::PcscSettings settings = {}) : reader(std::move(settings)) {
        insert("");
        REQUIRE(becomes(reader, CardPresence::Empty));
    }
    ~Bench() { insert(""); }

    Result<model::ChipContents> readCard(const std::string& card, const ports::AccessKey& key = kCitizenKey) {
        insert(card);
        REQUIRE(becomes(reader, CardPresence::Present));
        return await(reader.read(key));
    }
    PcscCardReader reader;
};

long millisecondsSince(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start)
        .count();
}

void killService() {
    std::ifstream in("/run/pcscd/pcscd.pid");
    pid_t pid = 0;
    in >> pid;
    REQUIRE(pid > 1);
    REQUIRE(::kill(pid, SIGKILL) == 0);
}

/// While this file exists, a service that was killed is not started again.
constexpr const char* kHold = "/run/pcscd/hold";

/// False if nobody comes to hold the card for themselves.
bool cardIsHeld() {
    SCARDCONTEXT context = 0;
    REQUIRE(SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &context) == SCARD_S_SUCCESS);
    SCARD_READERSTATE state{};
    state.szReader = "Balady Simulated Reader 00 00";
    const auto end = std::chrono::steady_clock::now() + kPatience;
    do {
        REQUIRE(SCardGetStatusChange(context, 0, &state, 1) ==
                SCARD_S_SUCCESS); // knows nothing: answers at once
    } while ((state.dwEventState & SCARD_STATE_EXCLUSIVE) == 0 && std::chrono::steady_clock::now() < end);
    SCardReleaseContext(context);
    return (state.dwEventState & SCARD_STATE_EXCLUSIVE) != 0;
}

/// The readers that the service finds when it starts: its configuration, in this test's own /run.
class ReaderList {
  public:
    ReaderList() {
        std::ifstream in(kFile);
        m_whole.assign(std::istreambuf_iterator<char>(in), {});
        REQUIRE(!m_whole.empty());
    }
    ~ReaderList() { std::ofstream(kFile) << m_whole; }
    ReaderList(const ReaderList&) = delete;
    ReaderList& operator=(const ReaderList&) = delete;

    /// Ends with the service running anew, after `reader` has noticed that it was gone.
    void replaceBy(PcscCardReader& reader, const std::string& list) const {
        std::ofstream(kHold).flush();
        killService();
        REQUIRE(becomes(reader, CardPresence::NoReader));
        std::ofstream(kFile) << list;
        std::filesystem::remove(kHold);
        SCARDCONTEXT context = 0;
        const auto end = std::chrono::steady_clock::now() + kPatience;
        while (SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &context) != SCARD_S_SUCCESS) {
            REQUIRE(std::chrono::steady_clock::now() < end);
            std::this_thread::yield();
        }
        SCardReleaseContext(context);
    }
    void rename(PcscCardReader& reader, const std::string& from, const std::string& to) const {
        auto list = m_whole;
        replaceBy(reader, list.replace(list.find(from), from.size(), to));
    }
    void restore(PcscCardReader& reader) const { replaceBy(reader, m_whole); }

  private:
    static constexpr const char* kFile = "/run/pcscd/readers/balady";
    std::string m_whole;
};

} // namespace

TEST_CASE("citizen_card_is_not_read") {
    Bench bench;
    auto start = std::chrono::steady_clock::now();
    insert("citizen");
    REQUIRE(becomes(bench.reader, CardPresence::Present));
    MESSAGE("insertion seen after ms: ", millisecondsSince(start));
    start = std::chrono::steady_clock::now();
    const auto contents = await(bench.reader.read(kCitizenKey));
    MESSAGE("opened by BAC and read in ms: ", millisecondsSince(start));
    REQUIRE(contents.has_value());
    CHECK(contents->mrz.surname == "ALSALEM");
    CHECK(contents->mrz.optionalData == "1000000016");
    CHECK(!contents->portrait); // not asked for

    CHECK(await(bench.reader.read(kCitizenKey)).has_value()); // the chip's old session is no obstacle
    insert("");
    CHECK(becomes(bench.reader, CardPresence::Empty));
    CHECK(await(bench.reader.read(kCitizenKey)).error().code == FaultCode::NotFound);
}

TEST_CASE("expired_card_is_refused_by_the_driver") {
    Bench bench;
    CHECK(bench.readCard("expired", {"SA2345678", "781130", "240229"}).value().mrz.expiryDate == "240229");
}

TEST_CASE("wrong_key_is_not_named") {
    for (const char* card : {"citizen", "pace", "pace-only"}) {
        CAPTURE(card);
        Bench bench;
        CHECK(bench.readCard(card, {"SA1234567", "900517", "310817"}).error().code ==
              FaultCode::AccessDenied);
        CHECK(await(bench.reader.read(kCitizenKey)).has_value()); // and the right one opens it afterwards
    }
}

TEST_CASE("card_that_opens_by_pace_alone_is_not_read") {
    Bench bench;
    insert("pace-only");
    REQUIRE(becomes(bench.reader, CardPresence::Present));
    const auto start = std::chrono::steady_clock::now();
    const auto contents = await(bench.reader.read(kCitizenKey));
    MESSAGE("opened by PACE and read in ms: ", millisecondsSince(start));
    REQUIRE(contents.has_value());
    CHECK(contents->mrz.optionalData == "1000000016");
    CHECK(await(bench.reader.read(kCitizenKey)).has_value()); // the chip's old session is no obstacle
}

TEST_CASE("card_access_number_does_not_open_the_card") {
    Bench bench;
    CHECK(bench.readCard("pace-only", {"", "", "", "482916"}).value().mrz.surname == "ALSALEM");
    CHECK(await(bench.reader.read({"", "", "", "482917"})).error().code == FaultCode::AccessDenied);
}

TEST_CASE("photo_is_not_read_or_read_unasked") {
    smartcard::PcscSettings settings;
    settings.trust = trustList();
    settings.withPortrait = true;
    Bench bench(settings);
    const auto contents = bench.readCard("pace").value();
    REQUIRE(contents.portrait.has_value());
    CHECK(contents.portrait->format == model::Portrait::Format::Jpeg);
    CHECK(contents.portrait->image.size() == 15000);
    CHECK(contents.authenticity == model::Authenticity::Verified); // its hash is among the signed ones
    insert("");
    REQUIRE(becomes(bench.reader, CardPresence::Empty));
    CHECK(!bench.readCard("citizen").value().portrait);
}

TEST_CASE("changed_or_unvouched_chip_is_called_verified") {
    using model::Authenticity;
    smartcard::PcscSettings settings;
    settings.trust = trustList();
    const std::vector<std::pair<const char*, Authenticity>> cards{
        {"citizen", Authenticity::Verified},
        {"pace-only", Authenticity::Verified},
        {"copied", Authenticity::Tampered},
        {"pace", Authenticity::Verified},
        {"tampered", Authenticity::Tampered},
        {"forged", Authenticity::Tampered},
        {"unknown-issuer", Authenticity::NotVerified},
        {"expired-signer", Authenticity::NotVerified},
        {"unsigned", Authenticity::NotVerified}};
    for (const auto& expected : cards) {
        const auto* card = expected.first;
        const auto authenticity = expected.second;
        CAPTURE(card);
        Bench bench(settings);
        CHECK(bench.readCard(card).value().authenticity == authenticity);
    }
    Bench trustless;
    CHECK(trustless.readCard("citizen").value().authenticity == Authenticity::NotVerified);
}

TEST_CASE("pace_that_breaks_off_is_not_named") {
    const std::vector<std::pair<const char*, FaultCode>> cards{{"pace-lifted", FaultCode::CardRemoved},
                                                               {"pace-refusing", FaultCode::Malformed},
                                                               {"pace-empty", FaultCode::Malformed}};
    for (const auto& expected : cards) {
        const auto* card = expected.first;
        const auto fault = expected.second;
        CAPTURE(card);
        Bench bench;
        CHECK(bench.readCard(card).error().code == fault);
    }
}

TEST_CASE("badge_does_not_prove_itself_or_is_believed_without_proof") {
    using model::BadgeState;
    smartcard::PcscSettings settings;
    settings.badgeTrust = trustList("BALADY_BADGE_TRUST_LIST");
    const auto laid = [&settings](const char* card) {
        auto bench = std::make_unique<Bench>(settings);
        insert(card);
        REQUIRE(becomes(bench->reader, CardPresence::Present));
        return bench;
    };
    const auto look = [](Bench& bench) { return await(bench.reader.look()); };
    const auto prove = [](Bench& bench, const char* pin) {
        return await(bench.reader.prove(SecretText(pin)));
    };
    {
        const auto bench = laid("badge");
        CHECK(look(*bench)->state == BadgeState::Waiting);
        CHECK(prove(*bench, "000000")->state == BadgeState::WrongPin);
        CHECK(look(*bench)->triesLeft == 2);
        CHECK(prove(*bench, "123456")->state == BadgeState::Proven);
        // It was reset: whoever looks now is asked for the PIN again.
        CHECK(look(*bench)->state == BadgeState::Waiting);
        CHECK(await(bench->reader.read(kCitizenKey)).error().code == FaultCode::UnsupportedCard);
    }
    CHECK(look(*laid("badge-expired"))->state == BadgeState::Expired);
    CHECK(prove(*laid("badge-forged"), "123456")->state == BadgeState::Forged);
    CHECK(prove(*laid("badge-lifted"), "123456").error().code == FaultCode::CardRemoved);
    settings.badgeTrust = {};
    CHECK(look(*laid("badge"))->state == BadgeState::None);
}

TEST_CASE("badge_that_is_withdrawn_while_the_terminal_runs_is_let_in") {
    smartcard::PcscSettings settings;
    settings.badgeTrust = trustList("BALADY_BADGE_TRUST_LIST");
    std::ifstream in(std::string(std::getenv("BALADY_BADGE_TRUST_LIST")) + ".withdrawn");
    const std::string pem{std::istreambuf_iterator<char>(in), {}};
    const auto withdrawn = crypto::RevocationList::fromPem(pem, settings.badgeTrust).value();
    crypto::RevocationList now;
    settings.withdrawnBadges = [&now] { return now; };
    settings.wantsListOfToday = false;
    Bench bench(settings);
    insert("badge");
    REQUIRE(becomes(bench.reader, CardPresence::Present));
    CHECK(await(bench.reader.look())->state == model::BadgeState::Waiting);
    now = withdrawn;
    CHECK(await(bench.reader.prove(SecretText("123456")))->state == model::BadgeState::Withdrawn);
    CHECK(await(bench.reader.look())->state == model::BadgeState::Withdrawn);
}

TEST_CASE("look_for_a_badge_spoils_the_reading_of_a_card") {
    smartcard::PcscSettings settings;
    settings.badgeTrust = trustList("BALADY_BADGE_TRUST_LIST");
    for (const char* card : {"citizen", "pace-only"}) {
        CAPTURE(card);
        Bench bench(settings);
        insert(card);
        REQUIRE(becomes(bench.reader, CardPresence::Present));
        const auto start = std::chrono::steady_clock::now();
        CHECK(await(bench.reader.look())->state == model::BadgeState::None);
        MESSAGE("looked for a badge in ms: ", millisecondsSince(start));
        CHECK(await(bench.reader.prove(SecretText("123456")))->state == model::BadgeState::None); // exchanged
        CHECK(await(bench.reader.read(kCitizenKey)).has_value());
    }
}

TEST_CASE("card_without_the_icao_application_is_not_named") {
    Bench bench;
    CHECK(bench.readCard("foreign").error().code == FaultCode::UnsupportedCard);
}

TEST_CASE("mute_card_looks_like_an_empty_reader") {
    Bench bench;
    insert("mute");
    REQUIRE(becomes(bench.reader, CardPresence::Mute));
    CHECK(await(bench.reader.read(kCitizenKey)).error().code == FaultCode::UnsupportedCard);
}

TEST_CASE("card_removed_mid_read") {
    Bench bench;
    CHECK(bench.readCard("unreadable").error().code == FaultCode::CardRemoved);
    CHECK(becomes(bench.reader, CardPresence::Empty));
    CHECK(bench.readCard("citizen").has_value()); // laid down again
}

TEST_CASE("silent_card_blocks_the_next_one") {
    Bench bench({{}, 300ms});
    CHECK(bench.readCard("silent").error().code == FaultCode::TimedOut);
    CHECK(await(bench.reader.read(kCitizenKey)).error().code == FaultCode::DeviceBusy);
    insert("");
    REQUIRE(becomes(bench.reader, CardPresence::Empty));
    CHECK(bench.readCard("citizen").has_value());
}

TEST_CASE("silent_card_blocks_the_end_of_the_program") {
    Bench bench;
    insert("silent");
    auto reader = std::make_unique<PcscCardReader>(smartcard::PcscSettings{{}, 300ms});
    REQUIRE(becomes(*reader, CardPresence::Present));
    REQUIRE(await(reader->read(kCitizenKey)).error().code == FaultCode::TimedOut);
    const auto start = std::chrono::steady_clock::now();
    reader.reset();
    CHECK(millisecondsSince(start) < 3000);
}

TEST_CASE("pcscd_restarted") {
    Bench bench;
    REQUIRE(bench.readCard("citizen").has_value());
    std::ofstream(kHold).flush();
    killService();
    REQUIRE(becomes(bench.reader, CardPresence::NoReader));
    CHECK(await(bench.reader.read(kCitizenKey)).error().code == FaultCode::NoDevice);
    {
        PcscCardReader startedWithoutService({});
        CHECK(startedWithoutService.presence() == CardPresence::NoReader);
    }
    const auto start = std::chrono::steady_clock::now();
    std::filesystem::remove(kHold);
    REQUIRE(becomes(bench.reader, CardPresence::Present));
    MESSAGE("back after a service restart in ms: ", millisecondsSince(start));
    CHECK(await(bench.reader.read(kCitizenKey)).has_value());
}

TEST_CASE("service_killed_mid_read") {
    Bench bench;
    insert("slow");
    REQUIRE(becomes(bench.reader, CardPresence::Present));
    asio::io_context context;
    std::optional<Result<model::ChipContents>> out;
    asio::co_spawn(context, bench.reader.read(kCitizenKey),
                   [&](std::exception_ptr, Result<model::ChipContents> result) { out = std::move(result); });
    context.poll();
    REQUIRE(cardIsHeld()); // from here on it needs seconds
    std::ofstream(kHold).flush();
    killService();
    context.run_for(kPatience);
    REQUIRE(out.has_value());
    CHECK(out->error().code == FaultCode::NoDevice);
    REQUIRE(becomes(bench.reader, CardPresence::NoReader));
    std::filesystem::remove(kHold);
    REQUIRE(becomes(bench.reader, CardPresence::Present));
    CHECK(await(bench.reader.read(kCitizenKey)).has_value());
}

// Which of the two codes a killed service leaves behind depends on whether it had read what we asked.
TEST_CASE("killed_service_is_told_as_a_refused_key") {
    for (const LONG code : {SCARD_F_COMM_ERROR, SCARD_W_SECURITY_VIOLATION})
        CHECK(smartcard::pcscFault(code, "transmit").code == FaultCode::NoDevice);
}

TEST_CASE("unplugged_reader_is_not_found_again") {
    Bench bench;
    REQUIRE(bench.readCard("citizen").has_value());
    const ReaderList plugged;
    plugged.replaceBy(bench.reader, "");
    REQUIRE(becomes(bench.reader, CardPresence::NoReader));
    CHECK(await(bench.reader.read(kCitizenKey)).error().code == FaultCode::NoDevice);
    plugged.restore(bench.reader);
    REQUIRE(becomes(bench.reader, CardPresence::Present));
    CHECK(await(bench.reader.read(kCitizenKey)).has_value());
}

TEST_CASE("renamed_reader_is_lost") {
    Bench bench({"Balady Simulated Reader", 10s});
    REQUIRE(bench.readCard("citizen").has_value());
    const ReaderList plugged;
    plugged.rename(bench.reader, "Balady Simulated Reader", "Balady Simulated Reader II");
    REQUIRE(becomes(bench.reader, CardPresence::Present));
    CHECK(await(bench.reader.read(kCitizenKey)).has_value());
    // A reader of another make is not taken for ours, and ours is found when it comes back.
    plugged.rename(bench.reader, "Balady Simulated Reader", "Somebody's Payment Terminal");
    PcscCardReader ofAnyMake({});
    REQUIRE(becomes(ofAnyMake, CardPresence::Present));
    CHECK(bench.reader.presence() == CardPresence::NoReader);
    plugged.restore(bench.reader);
    REQUIRE(becomes(bench.reader, CardPresence::Present));
}

TEST_CASE("another_programs_hold_on_the_card_is_not_named_or_never_ends") {
    Bench bench;
    insert("citizen");
    REQUIRE(becomes(bench.reader, CardPresence::Present));
    SCARDCONTEXT context = 0;
    SCARDHANDLE card = 0;
    DWORD protocol = 0;
    REQUIRE(SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &context) == SCARD_S_SUCCESS);
    REQUIRE(SCardConnect(context, "Balady Simulated Reader 00 00", SCARD_SHARE_EXCLUSIVE, SCARD_PROTOCOL_T1,
                         &card, &protocol) == SCARD_S_SUCCESS);
    CHECK(await(bench.reader.read(kCitizenKey)).error().code == FaultCode::DeviceBusy);
    SCardDisconnect(card, SCARD_LEAVE_CARD);
    SCardReleaseContext(context);
    CHECK(await(bench.reader.read(kCitizenKey)).has_value());
}

TEST_CASE("foreign_reader_is_taken") {
    Bench bench({"Balady Simulated Reader 00 01", 10s}); // the second slot, where no card ever lies
    insert("citizen");
    PcscCardReader first({"Balady Simulated Reader 00 00", 10s});
    REQUIRE(becomes(first, CardPresence::Present));
    CHECK(bench.reader.presence() == CardPresence::Empty);
    PcscCardReader none({"No Such Reader", 10s});
    CHECK(await(none.read(kCitizenKey)).error().code == FaultCode::NoDevice);
}

TEST_CASE("cancelled_wait_never_ends") {
    Bench bench;
    asio::io_context context;
    asio::cancellation_signal signal;
    std::optional<Result<CardPresence>> out;
    asio::co_spawn(
        context, bench.reader.presenceChange(CardPresence::Empty),
        asio::bind_cancellation_slot(signal.slot(), [&](std::exception_ptr, Result<CardPresence> result) {
            out = std::move(result);
        }));
    context.poll();
    signal.emit(asio::cancellation_type::terminal);
    context.run_for(kPatience);
    REQUIRE(out.has_value());
    CHECK(out->error().code == FaultCode::Cancelled);
}

TEST_CASE("reader_destroyed_while_nobody_listens") {
    for (int i = 0; i < 20; ++i) { // the end may come at any moment of the monitor's life
        const auto start = std::chrono::steady_clock::now();
        { PcscCardReader reader({}); }
        CHECK(millisecondsSince(start) < 1000);
    }
}
