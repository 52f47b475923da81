// Settings: everything that differs from one terminal to the next, read once at the start from one file.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/model/digits.h"
#include "kiosk/model/language.h"
#include "kiosk/model/stock.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace balady::settings {

enum class Orientation { Portrait, Landscape };

/// Which terminal this is and where it stands.
struct Terminal {
    std::string
        id; ///< lower-kebab; the common name of its certificate; in the backend's records and on receipts
    model::LocalizedText amana;
    model::LocalizedText municipality;
    std::string municipalityCode; ///< the same one in the catalogue's list of municipalities
    Orientation orientation = Orientation::Portrait;
};

/// Where a secret of this terminal is.
struct KeySource {
    enum class Source {
        Credential, ///< of systemd, by this name: LoadCredentialEncrypted= in the unit, $CREDENTIALS_DIRECTORY/NAME here
        File ///< development only
    };
    Source source = Source::Credential;
    std::string name;           ///< of the credential
    std::filesystem::path file; ///< File only
};

/// "https://HOST[:PORT]" in the file; the files are PEM.
struct Backend {
    std::string host;
    std::uint16_t port = 443;
    std::filesystem::path ca; ///< the only authority that is trusted
    std::filesystem::path clientCertificate;
    KeySource clientKey;
    std::filesystem::path catalogueKeys; ///< JWK Set (RFC 7517): who signs catalogues
    std::string
        phoneUrl; ///< "https://HOST[:PORT]" where citizens' telephones send documents to; empty: they cannot
};

/// A USB device by its descriptors (USB 2.0 section 9.6.1, idVendor and idProduct).
struct UsbAddress {
    std::uint16_t vendorId = 0;
    std::uint16_t productId = 0;
};
struct TcpAddress {
    std::string host;
    std::uint16_t port = 0;
};

/// A serial line: eight bits, no parity.
struct SerialAddress {
    enum class FlowControl { RtsCts, XonXoff };
    std::filesystem::path device; ///< best by its name under /dev/serial/by-id
    int bitsPerSecond = 0;        ///< one of TIA-232's: 9,600 to 230,400
    FlowControl flow = FlowControl::RtsCts;
};

/// The roll that a technician puts into the receipt printer.
struct PaperRoll {
    int metres = 0;
    std::optional<int> nearEndMetres; ///< left when the near-end sensor trips; nothing: the printer has none
};

struct ReceiptPrinter {
    std::variant<UsbAddress, TcpAddress, SerialAddress> channel;
    /// Printable dots of a line: 576 on 80 mm paper at 203 dpi, 384 on 58 mm; 512 and 360 at 180.
    int widthDots = 576;
    int dotsPerInch = 203;
    bool hasStatus = true; ///< answers DLE EOT; without it paper and cover are unknown
    bool hasCutter = true;
    bool pulseAtEnd = false;       ///< rings what hangs on the drawer-kick connector when a receipt is ready
    std::optional<PaperRoll> roll; ///< nothing: metres left are not foretold
};

struct DocumentPrinter {
    std::string server;                ///< of CUPS: HOST[:PORT], or the absolute path of its socket
    std::string queue;                 ///< empty: its default queue, or its only one
    std::optional<model::Stock> stock; ///< nothing: its paper is not numbered
};

/// Which badges were withdrawn, as their issuers say it (CRL, RFC 5280 section 5).
struct BadgeRevocations {
    enum class WhenOld { Refuse, Say }; ///< every badge; or let it in, and say that the list is old
    std::filesystem::path file;         ///< PEM
    WhenOld whenOld = WhenOld::Refuse;
};

struct IdentityReader {
    std::string namePrefix; ///< beginning of the PC/SC name ("ACS ACR1252"); empty takes the first reader
    std::filesystem::path trustList; ///< PEM certificates of those who sign chips; empty: no chip is verified
    std::filesystem::path badgeTrustList; ///< the same of technicians' badges; empty: no card is a badge
    std::optional<BadgeRevocations> badgeRevocations; ///< nothing: none was withdrawn
};

/// A real camera: "/dev/video0", or better a name under /dev/v4l/by-id.
struct CameraDevice {
    std::filesystem::path device;
};
/// Pictures instead of a camera: the scene that the control file names is what the camera sees.
struct CameraScenes {
    std::filesystem::path scenes;
    std::filesystem::path control;
};
using Camera = std::variant<CameraDevice, CameraScenes>;

/// A hand scanner for printed codes, best by its name under /dev/serial/by-id or /dev/input/by-id.
struct CodeScanner {
    enum class Channel { Serial, Keyboard };
    /// What stands around a scan: a line end after it, or STX before and ETX after it (ISO/IEC 646).
    enum class Frame { Line, StxEtx };
    Channel channel = Channel::Serial;
    std::filesystem::path device;
    Frame frame = Frame::Line;
};

/// When a session that nobody uses ends.
struct Session {
    std::chrono::seconds idle{60};     ///< without a touch, until "are you still there?"
    std::chrono::seconds warning{20};  ///< from that question to the end
    std::chrono::seconds stepMax{600}; ///< on one step, however often it is touched, until that question
};

/// What only a development profile has.
struct Development {
    bool dock = false;                      ///< the dock beside the screen that works the simulated devices
    std::filesystem::path controlDirectory; ///< the simulators' control files
};

/// Paths are absolute: relative ones in the file start from its folder.
struct Settings {
    std::string profile; ///< "terminal", "development"
    Terminal terminal;
    Backend backend;
    std::filesystem::path stateDirectory;
    std::filesystem::path catalogueDirectory; ///< the bundled catalogue, until the backend has a newer one
    /// Encrypt what is kept for the platform (crypto::Keyring); nothing: no request is accepted without a network. A file
    /// that is missing is made with a fresh key.
    std::optional<KeySource> outboxKeys;
    KeySource terminalKey; ///< of its audit trail and of what it counts (app::TerminalKey)
    ReceiptPrinter receiptPrinter;
    DocumentPrinter documentPrinter;
    IdentityReader identityReader;
    Camera camera;
    std::optional<CodeScanner> codeScanner;
    Session session;
    std::vector<model::Language> languages; ///< in the order in which they are offered; Arabic is among them
    model::DigitStyle digits = model::DigitStyle::Latin;
    std::optional<Development> development;
    std::string document{};  ///< the file, byte for byte, as it was read
    bool lastGood = false;   ///< these served before: those in the file are of no use (KeptSettings)
    std::string signature{}; ///< of `document`: detached JWS (FILE.jws), not verified; empty: there is none
};

/// Reads the file strictly, as config/schema/settings.schema.json describes it: an unknown key, a missing one, a
/// wrong type or a figure out of range is InvalidSettings, and the context names the file and the key (JSON
/// pointer, RFC 6901). Who wrote it is for app::trustSettings() to find out. NotFound and AccessDenied for the file itself. Nothing that a path names is looked at.
[[nodiscard]] Result<Settings> readSettings(const std::filesystem::path& file);

} // namespace balady::settings
