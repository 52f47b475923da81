#include "kiosk/base/journal_socket.h"
#include "kiosk/base/log.h"
#include "kiosk/base/secret.h"
#include "kiosk/model/card.h"
#include "kiosk/model/citizen.h"
#include "kiosk/model/form.h"
#include "kiosk/model/identity.h"
#include "kiosk/model/language.h"
#include "kiosk/model/mrz.h"
#include "kiosk/model/picture.h"
#include "kiosk/model/request.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <ostream>
#include <string>
#include <type_traits>

using namespace balady;

namespace {

template <class T>
concept Printable = requires(std::ostream& out, const T& value) {
    out << value;
};
template <class T>
concept Loggable = std::is_constructible_v<log::Field, std::string_view, T>;

template <class... T>
constexpr bool kNoneCanBeWritten = ((!Printable<T> && !Loggable<T>)&&...);

// What of a citizen has a type: does not compile where somebody gives one of them a way into a log or a stream.
static_assert(kNoneCanBeWritten<SecretText, SecretBytes, model::IdentityNumber, model::Citizen,
                                model::Challenge, model::Mrz, model::ChipContents, model::Portrait,
                                model::AccessKey, model::Still, model::Attachment, model::Answers,
                                model::Draft, model::Submission, model::Bill, model::Finding, model::Fact,
                                model::Licence, model::SignedLicence, model::LocalizedText>);
// What has none, such as a name: a text must be vouched for by whoever logs it.
static_assert(!Loggable<std::string> && !Loggable<std::string_view> && !Loggable<const char*>);
static_assert(Loggable<log::Plain> && Loggable<FaultCode> && Loggable<int>);

/// What the journal's socket gets.
class Listener {
  public:
    Listener() {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, path().c_str(), sizeof address.sun_path - 1);
        REQUIRE(::bind(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    }
    ~Listener() { ::close(m_socket); }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    [[nodiscard]] std::string path() const { return (m_folder.path() / "socket").string(); }
    [[nodiscard]] std::string next() const {
        std::array<char, 4096> text{};
        const auto size = ::recv(m_socket, text.data(), text.size(), 0);
        REQUIRE(size >= 0);
        return {text.data(), static_cast<std::size_t>(size)};
    }

  private:
    tests::TempFolder m_folder;
    int m_socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
};

} // namespace

TEST_CASE("value_with_a_line_end_makes_another_field_in_the_journal") {
    const Listener listener;
    const log::JournalSocket journal(listener.path());
    const std::array<log::JournalField, 2> entry{{{"MESSAGE", "a=b"}, {"BALADY_CONTEXT", "x\nPRIORITY=0"}}};
    REQUIRE(journal.send(entry));
    CHECK(listener.next() ==
          std::string("MESSAGE=a=b\nBALADY_CONTEXT\n\x0c\0\0\0\0\0\0\0x\nPRIORITY=0\n", 48));
}

TEST_CASE("missing_journal_swallows_the_log") {
    const tests::TempFolder folder;
    const log::JournalSocket journal((folder.path() / "nobody").string());
    const std::array<log::JournalField, 1> entry{{{"MESSAGE", "a=b"}}};
    CHECK_FALSE(journal.send(entry));
}

TEST_CASE("file_that_is_not_the_journal_passes_for_it") {
    ::unsetenv("JOURNAL_STREAM");
    CHECK_FALSE(log::journalHearsStandardError());
    ::setenv("JOURNAL_STREAM", "1:1", 1);
    CHECK_FALSE(log::journalHearsStandardError());
    ::unsetenv("JOURNAL_STREAM");
}
