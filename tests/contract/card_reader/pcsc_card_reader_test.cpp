// The card reader over a real PC/SC service and a simulated chip. Run by tests/simulators/with_pcscd.sh,
// which gives it both; BALADY_CARD_CONTROL names the file that says which card is inserted.
#include "drivers/smartcard/pcsc_card_reader.h"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <doctest/doctest.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

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

    Result<model::Mrz> readCard(const std::string& card, const ports::AccessKey& key = kCitizenKey) {
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

} // namespace

TEST_CASE("citizen_card_is_not_read") {
    Bench bench;
    auto start = std::chrono::steady_clock::now();
    insert("citizen");
    REQUIRE(becomes(bench.reader, CardPresence::Present));
    MESSAGE("insertion seen after ms: ", millisecondsSince(start));
    start = std::chrono::steady_clock::now();
    const auto mrz = await(bench.reader.read(kCitizenKey));
    MESSAGE("BAC and EF.DG1 read in ms: ", millisecondsSince(start));
    REQUIRE(mrz.has_value());
    CHECK(mrz->surname == "ALSALEM");
    CHECK(mrz->optionalData == "1000000016");

    CHECK(await(bench.reader.read(kCitizenKey)).has_value()); // the chip's old session is no obstacle
    insert("");
    CHECK(becomes(bench.reader, CardPresence::Empty));
    CHECK(await(bench.reader.read(kCitizenKey)).error().code == FaultCode::NotFound);
}

TEST_CASE("expired_card_is_refused_by_the_driver") {
    Bench bench;
    CHECK(bench.readCard("expired", {"SA2345678", "781130", "240229"}).value().expiryDate == "240229");
}

TEST_CASE("wrong_key_is_not_named") {
    Bench bench;
    CHECK(bench.readCard("citizen", {"SA1234567", "900517", "310817"}).error().code ==
          FaultCode::AccessDenied);
    CHECK(await(bench.reader.read(kCitizenKey)).has_value()); // and the right one opens it afterwards
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
    std::ofstream("/run/pcscd/hold").flush();
    killService();
    REQUIRE(becomes(bench.reader, CardPresence::NoReader));
    CHECK(await(bench.reader.read(kCitizenKey)).error().code == FaultCode::NoDevice);
    {
        PcscCardReader startedWithoutService({});
        CHECK(startedWithoutService.presence() == CardPresence::NoReader);
    }
    const auto start = std::chrono::steady_clock::now();
    std::filesystem::remove("/run/pcscd/hold");
    REQUIRE(becomes(bench.reader, CardPresence::Present));
    MESSAGE("back after a service restart in ms: ", millisecondsSince(start));
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
