#include "kiosk/settings/parse_settings.h"
#include "kiosk/strictjson/object.h"
#include "kiosk/strictjson/parse.h"

#include <algorithm>
#include <charconv>

namespace balady::settings {
namespace {

namespace fs = std::filesystem;
using strictjson::Object;

constexpr std::size_t kNameLength = 60;
constexpr std::size_t kPathLength = 1000;

/// Reads the members of the file; knows where relative paths start.
class SettingsFile {
  public:
    explicit SettingsFile(fs::path folder) : m_folder(std::move(folder)) {}

    Settings read(Object& file) {
        m_development = file.has("development");
        Settings settings;
        settings.profile = file.id("profile");
        file.object("terminal", [&](Object& object) { settings.terminal = terminal(object); });
        file.object("backend", [&](Object& object) { settings.backend = backend(object); });
        settings.stateDirectory = path(file, "stateDirectory");
        settings.catalogueDirectory = path(file, "catalogueDirectory");
        file.object("terminalKey", [&](Object& object) { settings.terminalKey = keySource(object); });
        file.optionalObject("outboxKeys", [&](Object& object) { settings.outboxKeys = keySource(object); });
        file.object("receiptPrinter",
                    [&](Object& object) { settings.receiptPrinter = receiptPrinter(object); });
        file.object("documentPrinter",
                    [&](Object& object) { settings.documentPrinter = documentPrinter(object); });
        file.object("identityReader", [&](Object& object) {
            settings.identityReader.namePrefix = object.optionalText("namePrefix", kNameLength);
            settings.identityReader.trustList = absolute(object.optionalText("trustList", kPathLength));
            settings.identityReader.badgeTrustList =
                absolute(object.optionalText("badgeTrustList", kPathLength));
            object.optionalObject("badgeRevocations", [&](Object& inner) {
                settings.identityReader.badgeRevocations =
                    BadgeRevocations{path(inner, "file"), inner.word("whenOld", whenOldFromName)};
            });
        });
        file.object("camera", [&](Object& object) { settings.camera = camera(object); });
        file.optionalObject("codeScanner",
                            [&](Object& object) { settings.codeScanner = codeScanner(object); });
        file.object("session", [&](Object& object) { settings.session = session(object); });
        settings.languages = languages(file);
        settings.digits = file.word("digits", digitStyleFromName);
        file.optionalObject("development", [&](Object& object) {
            settings.development = Development{object.boolean("dock"), path(object, "controlDirectory")};
        });
        return settings;
    }

  private:
    fs::path path(Object& object, std::string_view key) const {
        return absolute(object.text(key, kPathLength));
    }

    fs::path absolute(const fs::path& given) const {
        return given.empty() ? given : (m_folder / given).lexically_normal();
    }

    static Terminal terminal(Object& object) {
        Terminal terminal;
        terminal.id = object.id("id");
        terminal.amana = object.localized("amana", kNameLength);
        terminal.municipality = object.localized("municipality", kNameLength);
        terminal.municipalityCode = object.id("municipalityCode");
        terminal.orientation = object.word("orientation", orientationFromName);
        return terminal;
    }

    Backend backend(Object& object) const {
        Backend backend;
        readUrl(object, object.text("url", kPathLength), "url", backend.host, backend.port);
        backend.ca = path(object, "ca");
        backend.clientCertificate = path(object, "clientCertificate");
        object.object("clientKey", [&](Object& inner) { backend.clientKey = keySource(inner); });
        backend.catalogueKeys = path(object, "catalogueKeys");
        backend.phoneUrl = object.optionalText("phoneUrl", kNameLength);
        std::string host; // only looked at: the address stays whole
        std::uint16_t port = 0;
        readUrl(object, backend.phoneUrl, "phoneUrl", host, port);
        return backend;
    }

    /// The paths of the contract start at the root, so the address has none.
    static void readUrl(Object& object, const std::string& url, std::string_view key, std::string& host,
                        std::uint16_t& port) {
        constexpr std::string_view kScheme = "https://";
        if (url.empty())
            return;
        if (!url.starts_with(kScheme)) {
            object.refuse(key, "must begin with https://");
            return;
        }
        const auto authority = std::string_view(url).substr(kScheme.size());
        const auto colon = authority.find(':');
        host = authority.substr(0, colon);
        if (host.empty() || authority.find_first_of("/?#@[] ") != std::string_view::npos)
            object.refuse(key, "must be https://HOST or https://HOST:PORT");
        if (colon == std::string_view::npos)
            return;
        const auto given = number(authority.substr(colon + 1), 10);
        if (!given || *given == 0)
            object.refuse(key, "has no usable port");
        port = given.value_or(0);
    }

    SerialAddress serialAddress(Object& object) const {
        constexpr std::array kSpeeds{9600, 19'200, 38'400, 57'600, 115'200, 230'400};
        SerialAddress address;
        address.device = path(object, "device");
        address.bitsPerSecond =
            static_cast<int>(object.integer("bitsPerSecond", kSpeeds.front(), kSpeeds.back()));
        if (std::find(kSpeeds.begin(), kSpeeds.end(), address.bitsPerSecond) == kSpeeds.end())
            object.refuse("bitsPerSecond", "is no speed of serial lines");
        address.flow = object.word("flowControl", flowControlFromName);
        return address;
    }

    static std::optional<SerialAddress::FlowControl> flowControlFromName(std::string_view name) {
        if (name == "rts-cts")
            return SerialAddress::FlowControl::RtsCts;
        if (name == "xon-xoff")
            return SerialAddress::FlowControl::XonXoff;
        return std::nullopt;
    }

    /// 58 mm paper at 180 dpi; receipts are not laid out for less (printing/layout).
    static constexpr int kNarrowestRollDots = 360;

    ReceiptPrinter receiptPrinter(Object& object) const {
        ReceiptPrinter printer;
        const auto channel = object.text("channel", kNameLength);
        if (channel == "usb")
            printer.channel = UsbAddress{usbId(object, "vendorId"), usbId(object, "productId")};
        else if (channel == "tcp")
            printer.channel = TcpAddress{object.text("host", kNameLength),
                                         static_cast<std::uint16_t>(object.integer("port", 1, 65535))};
        else if (channel == "serial")
            printer.channel = serialAddress(object);
        else if (!channel.empty())
            object.refuse("channel", "unknown word");
        printer.widthDots = static_cast<int>(object.integer("widthDots", kNarrowestRollDots, 1200));
        if (printer.widthDots % 8 != 0) // a row of dots is whole bytes (GS v 0)
            object.refuse("widthDots", "must be a multiple of 8");
        printer.hasStatus = object.boolean("hasStatus");
        printer.hasCutter = object.boolean("hasCutter");
        if (const auto density = object.optionalInteger("dotsPerInch", 100, 600))
            printer.dotsPerInch = static_cast<int>(*density);
        printer.pulseAtEnd = object.has("pulseAtEnd") && object.boolean("pulseAtEnd");
        object.optionalObject("roll", [&](Object& inner) { printer.roll = paperRoll(inner); });
        return printer;
    }

    static PaperRoll paperRoll(Object& object) {
        PaperRoll roll;
        roll.metres = static_cast<int>(object.integer("metres", 5, 500));
        if (const auto mark = object.optionalInteger("nearEndMetres", 1, 50)) {
            if (*mark >= roll.metres)
                object.refuse("nearEndMetres", "must be less than the roll has");
            roll.nearEndMetres = static_cast<int>(*mark);
        }
        return roll;
    }

    /// Hexadecimal, as lsusb and udev rules write it: "0x04b8".
    static std::uint16_t usbId(Object& object, std::string_view key) {
        const auto text = object.text(key, kNameLength);
        const auto id = text.size() == 6 && text.starts_with("0x")
                            ? number(std::string_view(text).substr(2), 16)
                            : std::nullopt;
        if (!id && !text.empty())
            object.refuse(key, "must be four hexadecimal digits after 0x");
        return id.value_or(0);
    }

    static std::optional<std::uint16_t> number(std::string_view text, int base) {
        std::uint16_t value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
        return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
    }

    DocumentPrinter documentPrinter(Object& object) const {
        DocumentPrinter printer;
        printer.server = object.text("server", kPathLength);
        if (printer.server.find('/') != std::string::npos)
            printer.server = path(object, "server").string();
        printer.queue = object.optionalText("queue", kNameLength);
        object.optionalObject("stock", [&](Object& inner) { printer.stock = stock(inner); });
        return printer;
    }

    /// No shorter than any other code's text is likely to be, and of letters that Code 128 and the contract have.
    static model::Stock stock(Object& object) {
        model::Stock stock{object.text("prefix", 20), static_cast<int>(object.integer("digits", 4, 12))};
        if (stock.prefix.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") != std::string::npos)
            object.refuse("prefix", "must be of capital letters, digits and hyphens");
        return stock;
    }

    Camera camera(Object& object) const {
        if (object.has("device"))
            return CameraDevice{path(object, "device")};
        return CameraScenes{path(object, "scenes"), path(object, "control")};
    }

    CodeScanner codeScanner(Object& object) const {
        CodeScanner scanner;
        scanner.channel = object.word("channel", scannerChannelFromName);
        scanner.device = path(object, "device");
        if (object.has("frame"))
            scanner.frame = object.word("frame", scannerFrameFromName);
        return scanner;
    }

    /// Who takes the disk of a terminal must not find its keys on it.
    KeySource keySource(Object& object) const {
        KeySource source;
        if (object.has("file")) {
            source.source = KeySource::Source::File;
            source.file = path(object, "file");
            if (!m_development)
                object.refuse(
                    "", "a file is for development; a terminal has a credential of systemd (operations.md)");
        } else {
            source.name = object.id("credential");
        }
        return source;
    }

    static Session session(Object& object) {
        using std::chrono::seconds;
        Session session;
        session.idle = seconds(object.integer("idleSeconds", 10, 600));
        session.warning = seconds(object.integer("warningSeconds", 5, 120));
        session.stepMax = seconds(object.integer("stepMaxSeconds", 30, 3600));
        return session;
    }

    static std::vector<model::Language> languages(Object& file) {
        std::vector<model::Language> languages;
        for (const auto& code : file.texts("languages", model::kLanguages.size(), kNameLength)) {
            const auto language = model::languageFromCode(code);
            if (!language)
                file.refuse("languages", "unknown language");
            else if (std::find(languages.begin(), languages.end(), *language) != languages.end())
                file.refuse("languages", "a language is there twice");
            else
                languages.push_back(*language);
        }
        if (std::find(languages.begin(), languages.end(), model::Language::Arabic) == languages.end())
            file.refuse("languages", "Arabic is missing");
        return languages;
    }

    static std::optional<CodeScanner::Channel> scannerChannelFromName(std::string_view name) {
        if (name == "serial")
            return CodeScanner::Channel::Serial;
        if (name == "keyboard")
            return CodeScanner::Channel::Keyboard;
        return std::nullopt;
    }

    static std::optional<CodeScanner::Frame> scannerFrameFromName(std::string_view name) {
        if (name == "line")
            return CodeScanner::Frame::Line;
        if (name == "stx-etx")
            return CodeScanner::Frame::StxEtx;
        return std::nullopt;
    }

    static std::optional<BadgeRevocations::WhenOld> whenOldFromName(std::string_view name) {
        if (name == "refuse")
            return BadgeRevocations::WhenOld::Refuse;
        if (name == "say")
            return BadgeRevocations::WhenOld::Say;
        return std::nullopt;
    }

    static std::optional<Orientation> orientationFromName(std::string_view name) {
        if (name == "portrait")
            return Orientation::Portrait;
        if (name == "landscape")
            return Orientation::Landscape;
        return std::nullopt;
    }

    static std::optional<model::DigitStyle> digitStyleFromName(std::string_view name) {
        if (name == "latin")
            return model::DigitStyle::Latin;
        if (name == "arabic-indic")
            return model::DigitStyle::ArabicIndic;
        return std::nullopt;
    }

    fs::path m_folder;
    bool m_development = false; ///< the file is a development profile
};

/// In one line. What is too long, or cannot be read, is as good as none.
std::string signatureBeside(fs::path file) {
    constexpr std::size_t kLongest = 4096;
    file += ".jws";
    auto text = strictjson::readFile(file);
    if (!text || text->size() > kLongest)
        return {};
    while (!text->empty() && text->back() == '\n')
        text->pop_back();
    return std::move(*text);
}

} // namespace

Result<Settings> parseSettings(std::string document, const fs::path& folder, const std::string& name) {
    auto value = strictjson::parse(document, FaultCode::InvalidSettings, name);
    if (!value)
        return value.error();
    strictjson::Reading reading(FaultCode::InvalidSettings, name);
    Settings settings;
    {
        Object object(reading, *value, "");
        settings = SettingsFile(folder).read(object);
    }
    if (reading.fault())
        return *reading.fault();
    settings.document = std::move(document);
    return settings;
}

Result<Settings> readSettings(const fs::path& file) {
    auto document = strictjson::readFile(file);
    if (!document)
        return document.error();
    auto settings =
        parseSettings(std::move(*document), fs::absolute(file).parent_path(), file.filename().string());
    if (settings)
        settings->signature = signatureBeside(file);
    return settings;
}

} // namespace balady::settings
