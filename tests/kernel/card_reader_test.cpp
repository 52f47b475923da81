// The card reader behind a real USB reader: QEMU's CCID device, the kernel's USB, libccid and pcscd. The card is outside of the
// guest: BALADY_CARD_CONTROL names the file that says which one lies in the reader.
#include "drivers/smartcard/pcsc_card_reader.h"
#include "tests/kernel/wait_until.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <doctest/doctest.h>

#include <cstdlib>
#include <exception>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

using namespace balady;
using kernel::waitUntil;
using ports::CardPresence;
using smartcard::PcscCardReader;
namespace asio = boost::asio;

namespace {

const ports::AccessKey kCitizenKey{"SA1234567", "900517", "310816"};
constexpr const char* kCitizensNumber = "1000000016";

const char* fromEnvironment(const char* name) {
    const char* value = std::getenv(name);
    REQUIRE(value != nullptr);
    return value;
}

crypto::TrustList trustList() {
    std::ifstream in(fromEnvironment("BALADY_CARD_TRUST_LIST"));
    const std::string pem{std::istreambuf_iterator<char>(in), {}};
    return crypto::TrustList::fromPem(pem).value();
}

/// The reader, as the driver finds it, and the hand that lays cards into it and takes them out.
class Desk {
  public:
    Desk() : m_reader(settings()) {
        lay("");
        waitFor(CardPresence::Empty);
    }
    ~Desk() { lay(""); }
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    static void lay(const std::string& card) {
        std::ofstream(fromEnvironment("BALADY_CARD_CONTROL")) << card << std::flush;
    }
    void waitFor(CardPresence presence) {
        waitUntil("the reader says what lies in it", [&] { return m_reader.presence() == presence; });
    }
    Result<model::ChipContents> read(const std::string& card, const ports::AccessKey& key = kCitizenKey) {
        lay(card);
        waitFor(CardPresence::Present);
        asio::io_context context;
        std::optional<Result<model::ChipContents>> out;
        asio::co_spawn(context, m_reader.read(key),
                       [&](const std::exception_ptr& error, Result<model::ChipContents> result) {
                           REQUIRE(!error);
                           out = std::move(result);
                       });
        context.run();
        return std::move(out).value();
    }

  private:
    static smartcard::PcscSettings settings() {
        smartcard::PcscSettings settings;
        settings.readerPrefix = "Gemalto"; // what QEMU's reader says that it is
        settings.readDeadline = kernel::kPatience;
        settings.trust = trustList();
        return settings;
    }

    PcscCardReader m_reader;
};

} // namespace

TEST_CASE("chip_is_not_read_through_a_usb_reader") {
    Desk desk;
    const auto contents = desk.read("citizen"); // Basic Access Control
    REQUIRE(contents.has_value());
    CHECK(contents->mrz.optionalData == kCitizensNumber);
    CHECK(contents->authenticity == model::Authenticity::Verified);
    Desk::lay("");
    desk.waitFor(CardPresence::Empty);
}

TEST_CASE("young_chip_is_not_read_through_a_usb_reader") {
    Desk desk;
    const auto contents = desk.read("pace-only");
    REQUIRE(contents.has_value());
    CHECK(contents->mrz.optionalData == kCitizensNumber);
    CHECK(contents->authenticity == model::Authenticity::Verified);
}

TEST_CASE("wrong_key_opens_a_chip_through_a_usb_reader") {
    Desk desk;
    const auto contents = desk.read("citizen", {"SA1234567", "900518", "310816"});
    REQUIRE_FALSE(contents.has_value());
    CHECK(contents.error().code == FaultCode::AccessDenied);
}

TEST_CASE("card_lifted_from_a_usb_reader_is_still_there") {
    Desk desk;
    Desk::lay("citizen");
    desk.waitFor(CardPresence::Present);
    Desk::lay("");
    desk.waitFor(CardPresence::Empty);
}
