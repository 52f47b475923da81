#include "kiosk/settings/kept_settings.h"
#include "kiosk/settings/settings.h"
#include "tests/support/temp_folder.h"

#include <boost/json.hpp>
#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace fs = std::filesystem;
namespace json = boost::json;
using namespace balady;

namespace {

const fs::path kProfiles = fs::path(BALADY_SOURCE_DIR) / "config/profiles";

std::string contents(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

/// The terminal's profile, changed, in a file of its own that goes away with the test.
class Changed {
  public:
    Changed()
        : m_file(fs::temp_directory_path() / ("settings-" + std::to_string(::getpid()) + ".json")),
          m_value(json::parse(contents(kProfiles / "terminal.json"))) {}
    ~Changed() { fs::remove(m_file); }
    Changed(const Changed&) = delete;
    Changed& operator=(const Changed&) = delete;

    json::object& at(std::string_view pointer) { return m_value.at_pointer(pointer).as_object(); }

    Result<settings::Settings> read() const {
        std::ofstream(m_file, std::ios::binary) << json::serialize(m_value);
        return settings::readSettings(m_file);
    }
    /// The context after the file's name, or "" if the file is accepted.
    std::string refusal() const {
        const auto read = this->read();
        if (read)
            return "";
        CHECK(read.error().code == FaultCode::InvalidSettings);
        return read.error().context.substr(m_file.filename().string().size() + 2);
    }

  private:
    fs::path m_file;
    json::value m_value;
};

std::string refusalOf(std::string_view pointer, std::string_view key, json::value value) {
    Changed settings;
    settings.at(pointer)[key] = std::move(value);
    return settings.refusal();
}
std::string refusalWithout(std::string_view pointer, std::string_view key) {
    Changed settings;
    settings.at(pointer).erase(key);
    return settings.refusal();
}

} // namespace

TEST_CASE("shipped_profile_is_refused") {
    for (const auto* profile : {"terminal", "development"}) {
        const auto read = settings::readSettings(kProfiles / (std::string(profile) + ".json"));
        REQUIRE_MESSAGE(read.has_value(), (read ? "" : read.error().context));
        CHECK(read->profile == profile);
        CHECK(read->languages.front() == model::Language::Arabic);
    }
}

TEST_CASE("terminal_keeps_its_keys_in_files") {
    const auto read = settings::readSettings(kProfiles / "terminal.json");
    REQUIRE(read->outboxKeys);
    CHECK(read->outboxKeys->source == settings::KeySource::Source::Credential);
    CHECK(read->backend.clientKey.source == settings::KeySource::Source::Credential);
    CHECK(read->backend.clientKey.name == "balady-client-key");
    const std::string why =
        "a file is for development; a terminal has a credential of systemd (operations.md)";
    CHECK(refusalOf("", "outboxKeys", {{"file", "outbox.keys"}}) == "/outboxKeys: " + why);
    CHECK(refusalOf("/backend", "clientKey", {{"file", "client.key"}}) == "/backend/clientKey: " + why);
    CHECK(refusalOf("/backend", "clientKey", "client.key") == "/backend/clientKey: must be an object");
    CHECK(refusalOf("/backend", "clientKey", {{"credential", "../client-key"}}) != "");
    CHECK(refusalOf("", "terminalKey", {{"file", "terminal.key"}}) == "/terminalKey: " + why);
    CHECK(refusalWithout("", "terminalKey") != "");
    CHECK(refusalOf("", "outboxKeys", {{"credential", "a"}, {"file", "b"}}) != "");
    CHECK(refusalOf("", "outboxKeys", json::object{}) != "");
    CHECK(refusalWithout("", "outboxKeys") == ""); // then nothing is accepted without a network
}

TEST_CASE("terminal_has_a_dock_or_simulated_devices") {
    const auto read = settings::readSettings(kProfiles / "terminal.json");
    REQUIRE(read.has_value());
    CHECK(!read->development.has_value());
    CHECK(std::holds_alternative<settings::UsbAddress>(read->receiptPrinter.channel));
    CHECK(std::holds_alternative<settings::CameraDevice>(read->camera));
}

TEST_CASE("serial_receipt_printer_is_refused_or_runs_at_any_speed") {
    const json::object line{{"channel", "serial"},     {"device", "/dev/serial/by-id/PRINTER"},
                            {"bitsPerSecond", 38'400}, {"flowControl", "rts-cts"},
                            {"widthDots", 512},        {"dotsPerInch", 180},
                            {"hasStatus", true},       {"hasCutter", true},
                            {"pulseAtEnd", true}};
    CHECK(refusalOf("", "receiptPrinter", line) == "");
    const auto with = [&](const char* key, json::value value) {
        auto changed = line;
        changed[key] = std::move(value);
        return refusalOf("", "receiptPrinter", changed);
    };
    CHECK(with("bitsPerSecond", 38'401) == "/receiptPrinter/bitsPerSecond: is no speed of serial lines");
    CHECK(with("bitsPerSecond", 300) == "/receiptPrinter/bitsPerSecond: must be 9600 to 230400");
    CHECK(with("flowControl", "none") == "/receiptPrinter/flowControl: unknown word");
    CHECK(with("flowControl", "xon-xoff") == "");
    CHECK(with("dotsPerInch", 50) == "/receiptPrinter/dotsPerInch: must be 100 to 600");
    CHECK(with("host", "printer") == "/receiptPrinter/host: unknown member");
}

TEST_CASE("bundled_catalogue_is_not_where_the_profile_says") {
    const auto read = settings::readSettings(kProfiles / "development.json");
    REQUIRE(read.has_value());
    CHECK(fs::is_directory(read->catalogueDirectory / "services"));
}

TEST_CASE("relative_path_starts_from_the_working_directory") {
    Changed changed;
    changed.at("")["stateDirectory"] = "../state";
    changed.at("/documentPrinter")["server"] = "./cups.sock";
    changed.at("/backend")["ca"] = "/etc/ca.pem";
    const auto read = changed.read();
    REQUIRE(read.has_value());
    const auto folder = fs::temp_directory_path();
    CHECK(read->stateDirectory == (folder / "../state").lexically_normal());
    CHECK(read->documentPrinter.server == (folder / "cups.sock").string());
    CHECK(read->backend.ca == "/etc/ca.pem");
}

TEST_CASE("unknown_key_is_ignored") {
    CHECK(refusalOf("", "catalog", "x") == "/catalog: unknown member");
    CHECK(refusalOf("/session", "idleSecond", 60) == "/session/idleSecond: unknown member");
    CHECK(refusalOf("/receiptPrinter", "host", "localhost") == "/receiptPrinter/host: unknown member");
    CHECK(refusalOf("/camera", "scenes", "scenes") == "/camera/scenes: unknown member");
}

TEST_CASE("missing_key_gets_a_default") {
    CHECK(refusalWithout("", "digits") == "/digits: is missing");
    CHECK(refusalWithout("/backend", "clientKey") == "/backend/clientKey: is missing");
    CHECK(refusalWithout("/backend", "catalogueKeys") == "/backend/catalogueKeys: is missing");
    CHECK(refusalWithout("/receiptPrinter", "productId") == "/receiptPrinter/productId: is missing");
    CHECK(refusalWithout("/session", "stepMaxSeconds") == "/session/stepMaxSeconds: is missing");
    CHECK(refusalOf("", "development", {{"dock", true}}) == "/development/controlDirectory: is missing");
}

TEST_CASE("wrong_type_is_accepted") {
    CHECK(refusalOf("/session", "idleSeconds", "60") == "/session/idleSeconds: must be a whole number");
    CHECK(refusalOf("/receiptPrinter", "hasCutter", 1) == "/receiptPrinter/hasCutter: must be true or false");
    CHECK(refusalOf("", "terminal", "dammam") == "/terminal: must be an object");
    CHECK(refusalOf("", "languages", "ar") == "/languages: must be a list");
    CHECK(refusalOf("", "stateDirectory", nullptr) == "/stateDirectory: must be a text");
}

TEST_CASE("figure_out_of_range_is_accepted") {
    CHECK(refusalOf("/receiptPrinter/roll", "nearEndMetres", 50) == "");
    CHECK(refusalOf("/receiptPrinter/roll", "metres", 5) ==
          "/receiptPrinter/roll/nearEndMetres: must be less than the roll has");
    CHECK(refusalOf("/session", "idleSeconds", 0) == "/session/idleSeconds: must be 10 to 600");
    CHECK(refusalOf("/receiptPrinter", "widthDots", 80) == "/receiptPrinter/widthDots: must be 360 to 1200");
    CHECK(refusalOf("/receiptPrinter", "widthDots", 577) ==
          "/receiptPrinter/widthDots: must be a multiple of 8");
    CHECK(refusalOf("/receiptPrinter", "vendorId", "04b8") ==
          "/receiptPrinter/vendorId: must be four hexadecimal digits after 0x");
    CHECK(refusalOf("/receiptPrinter", "vendorId", "0x04g8") ==
          "/receiptPrinter/vendorId: must be four hexadecimal digits after 0x");
}

TEST_CASE("sheets_number_of_no_form_is_accepted") {
    Changed settings;
    settings.at("/documentPrinter")["stock"] = {{"prefix", "DM-"}, {"digits", 8}};
    const auto read = settings.read();
    REQUIRE(read.has_value());
    REQUIRE(read->documentPrinter.stock);
    CHECK(read->documentPrinter.stock->prefix == "DM-");
    CHECK(read->documentPrinter.stock->digits == 8);
    // Without a prefix, or too short, any bar code of a shop would do.
    CHECK(refusalOf("/documentPrinter", "stock", {{"prefix", ""}, {"digits", 8}}) != "");
    CHECK(refusalOf("/documentPrinter", "stock", {{"prefix", "DM-"}, {"digits", 3}}) ==
          "/documentPrinter/stock/digits: must be 4 to 12");
    CHECK(refusalOf("/documentPrinter", "stock", {{"prefix", "dm"}, {"digits", 8}}) ==
          "/documentPrinter/stock/prefix: must be of capital letters, digits and hyphens");
}

TEST_CASE("list_of_withdrawn_badges_says_nothing_of_its_age") {
    Changed settings;
    settings.at("/identityReader")["badgeRevocations"] = {{"file", "badges.crl"}, {"whenOld", "say"}};
    const auto read = settings.read();
    REQUIRE(read.has_value());
    REQUIRE(read->identityReader.badgeRevocations);
    CHECK(read->identityReader.badgeRevocations->whenOld == settings::BadgeRevocations::WhenOld::Say);
    CHECK(read->identityReader.badgeRevocations->file.is_absolute());
    CHECK(refusalOf("/identityReader", "badgeRevocations", {{"file", "badges.crl"}}) != "");
    CHECK(
        refusalOf("/identityReader", "badgeRevocations", {{"file", "badges.crl"}, {"whenOld", "perhaps"}}) ==
        "/identityReader/badgeRevocations/whenOld: unknown word");
}

TEST_CASE("unknown_word_is_accepted") {
    CHECK(refusalOf("/terminal", "orientation", "sideways") == "/terminal/orientation: unknown word");
    CHECK(refusalOf("/receiptPrinter", "channel", "parallel") == "/receiptPrinter/channel: unknown word");
    CHECK(refusalOf("", "digits", "roman") == "/digits: unknown word");
    CHECK(refusalOf("", "languages", {"ar", "xx"}) == "/languages: unknown language");
}

TEST_CASE("terminal_without_arabic_is_accepted") {
    CHECK(refusalOf("", "languages", {"en"}) == "/languages: Arabic is missing");
    CHECK(refusalOf("", "languages", {"ar", "ar"}) == "/languages: a language is there twice");
}

TEST_CASE("backend_is_asked_without_tls_or_at_another_place") {
    Changed changed;
    changed.at("/backend")["url"] = "https://gateway.test:8443";
    const auto read = changed.read();
    REQUIRE(read.has_value());
    CHECK(read->backend.host == "gateway.test");
    CHECK(read->backend.port == 8443);
    CHECK(refusalOf("/backend", "url", "http://gateway.test") == "/backend/url: must begin with https://");
    CHECK(refusalOf("/backend", "url", "https://gateway.test/v1") ==
          "/backend/url: must be https://HOST or https://HOST:PORT");
    CHECK(refusalOf("/backend", "url", "https://user@gateway.test") ==
          "/backend/url: must be https://HOST or https://HOST:PORT");
    CHECK(refusalOf("/backend", "url", "https://:8443") ==
          "/backend/url: must be https://HOST or https://HOST:PORT");
    for (const auto* port : {"", "0", "65536", "84a3", "-1"})
        CHECK(refusalOf("/backend", "url", json::string("https://gateway.test:" + std::string(port))) ==
              "/backend/url: has no usable port");
}

TEST_CASE("telephones_are_sent_without_tls_or_anywhere") {
    Changed changed;
    changed.at("/backend")["phoneUrl"] = "https://phone.test:8444";
    const auto read = changed.read();
    REQUIRE(read.has_value());
    CHECK(read->backend.phoneUrl == "https://phone.test:8444");
    CHECK(refusalOf("/backend", "phoneUrl", "http://phone.test") ==
          "/backend/phoneUrl: must begin with https://");
    for (const auto* url : {"https://phone.test/d", "https://gateway.test@phone.test", "https://"})
        CHECK(refusalOf("/backend", "phoneUrl", url) ==
              "/backend/phoneUrl: must be https://HOST or https://HOST:PORT");
    CHECK(refusalOf("/backend", "phoneUrl", "https://phone.test:0") ==
          "/backend/phoneUrl: has no usable port");
    Changed without;
    without.at("/backend").erase("phoneUrl");
    REQUIRE(without.read().has_value());
    CHECK(without.read()->backend.phoneUrl.empty());
}

TEST_CASE("no_file_is_an_empty_file") {
    const auto read = settings::readSettings(kProfiles / "nobody.json");
    REQUIRE(read.has_error());
    CHECK(read.error().code == FaultCode::NotFound);
    CHECK(read.error().context == "nobody.json: no such file");
}

TEST_CASE("empty_file_is_called_unreadable") {
    const tests::TempFolder folder;
    std::ofstream(folder / "settings.json").flush();
    CHECK(settings::readSettings(folder / "settings.json").error().code == FaultCode::InvalidSettings);
}

TEST_CASE("hand_scanner_is_misread") {
    CHECK(!Changed{}.read().value().codeScanner);
    Changed changed;
    changed.at("")["codeScanner"] = {{"channel", "keyboard"}, {"device", "/dev/input/by-id/x-event-kbd"}};
    using settings::CodeScanner;
    const auto line = changed.read().value().codeScanner.value();
    CHECK(line.channel == CodeScanner::Channel::Keyboard);
    CHECK(line.device == "/dev/input/by-id/x-event-kbd");
    CHECK(line.frame == CodeScanner::Frame::Line);
    changed.at("/codeScanner")["channel"] = "serial";
    changed.at("/codeScanner")["frame"] = "stx-etx";
    const auto framed = changed.read().value().codeScanner.value();
    CHECK(framed.channel == CodeScanner::Channel::Serial);
    CHECK(framed.frame == CodeScanner::Frame::StxEtx);
    changed.at("/codeScanner")["frame"] = "cr";
    CHECK(changed.refusal() == "/codeScanner/frame: unknown word");
}

TEST_CASE("settings_that_served_are_not_found_again") {
    const tests::TempFolder state;
    const auto kept = state / "settings-in-use";
    const auto given = kProfiles / "development.json";
    CHECK(settings::readKeptSettings(kept, given).error().code == FaultCode::NotFound);
    auto read = settings::readSettings(given).value();
    read.signature = "header..signature";
    REQUIRE(settings::keepSettings(kept, read).has_value());
    const auto again = settings::readKeptSettings(kept, given).value();
    CHECK(again.document == read.document);
    CHECK(again.signature == read.signature);
    CHECK(again.stateDirectory == read.stateDirectory); // relative to the file that is no longer good
    CHECK_FALSE(again.lastGood);
    std::filesystem::resize_file(kept, 10); // the signature's beginning
    CHECK(settings::readKeptSettings(kept, given).error().code == FaultCode::Malformed);
    std::filesystem::resize_file(kept, 0);
    CHECK(settings::readKeptSettings(kept, given).error().code == FaultCode::Malformed);
}

TEST_CASE("settings_are_kept_where_nobody_said") {
    ::unsetenv("STATE_DIRECTORY");
    CHECK(settings::keptSettingsFile().empty());
    CHECK(settings::keepSettings({}, {}).has_value());
    CHECK(settings::readKeptText({}).error().code == FaultCode::NotFound);
    ::setenv("STATE_DIRECTORY", "/var/lib/balady:/var/lib/other", 1);
    CHECK(settings::keptSettingsFile() == "/var/lib/balady/settings-in-use");
    ::unsetenv("STATE_DIRECTORY");
}
