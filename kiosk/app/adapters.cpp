#include "kiosk/app/adapters.h"

#include "drivers/receipt_printer/receipt_printer.h"
#include "drivers/scanner/hand_scanner.h"
#include "drivers/smartcard/pcsc_card_reader.h"
#include "kiosk/app/key_place.h"
#include "kiosk/app/outbox_keys.h"
#include "kiosk/app/revocation_file.h"
#include "kiosk/app/terminal_key.h"
#include "kiosk/audit/audit_file.h"
#include "kiosk/backend/balady_backend.h"
#include "kiosk/base/log.h"
#include "kiosk/crypto/crypto.h"
#include "kiosk/crypto/renewal.h"
#include "kiosk/store/sqlite_store.h"
#include "printing/cups/cups_document_printer.h"
#include "printing/layout/qr_code.h"

#include <fstream>
#include <iterator>

namespace balady::app {
namespace {

std::unique_ptr<ports::ReceiptPrinter> makeReceiptPrinter(const settings::ReceiptPrinter& settings) {
    const escpos::Profile profile{settings.widthDots, settings.hasCutter, settings.hasStatus,
                                  settings.dotsPerInch, settings.pulseAtEnd};
    if (const auto* tcp = std::get_if<settings::TcpAddress>(&settings.channel))
        return receipt_printer::makeNetworkReceiptPrinter(profile, {tcp->host, tcp->port});
    if (const auto* line = std::get_if<settings::SerialAddress>(&settings.channel)) {
        const bool wire = line->flow == settings::SerialAddress::FlowControl::RtsCts;
        return receipt_printer::makeSerialReceiptPrinter(
            profile, {line->device, line->bitsPerSecond,
                      wire ? serial::FlowControl::RtsCts : serial::FlowControl::XonXoff});
    }
    const auto& usb = std::get<settings::UsbAddress>(settings.channel);
    return receipt_printer::makeUsbReceiptPrinter(profile, {usb.vendorId, usb.productId, ""});
}

std::unique_ptr<ports::CodeScanner> makeCodeScanner(const settings::CodeScanner& settings,
                                                    boost::asio::any_io_executor executor) {
    using settings::CodeScanner;
    auto device = settings.channel == CodeScanner::Channel::Serial ? scanner::serialLine(settings.device)
                                                                   : scanner::keyboard(settings.device);
    scanner::Frame frame;
    if (settings.frame == CodeScanner::Frame::StxEtx)
        frame = {"\x02", "\x03"};
    return std::make_unique<scanner::HandScanner>(std::move(executor), std::move(device), std::move(frame));
}

/// Lies beside this program, whichever that is.
sight::Program sightProgram(const settings::Camera& settings) {
    std::error_code error;
    const auto file = std::filesystem::read_symlink("/proc/self/exe", error).parent_path() / "balady-sight";
    if (const auto* device = std::get_if<settings::CameraDevice>(&settings))
        return {file, {"device", device->device.string()}, device->device};
    const auto& scenes = std::get<settings::CameraScenes>(settings);
    return {file, {"scenes", scenes.scenes.string(), scenes.control.string()}, {}};
}

Result<std::string> contents(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!in)
        return Fault{FaultCode::InvalidSettings, "cannot be read"};
    return text;
}

/// Without a list nobody is trusted, which is a choice; with one that cannot be read the terminal does not start.
Result<crypto::TrustList> readTrustList(const std::filesystem::path& file) {
    if (file.empty())
        return crypto::TrustList{};
    auto pem = contents(file);
    if (!pem)
        return pem.error();
    auto list = crypto::TrustList::fromPem(*pem);
    if (!list)
        return Fault{FaultCode::InvalidSettings, list.error().context};
    return list;
}

/// The platform knows a terminal by its certificate: with another's settings, however well they are signed, it would stand in
/// one place and be known in another.
Result<Done> areOfThisTerminal(const settings::Settings& settings) {
    const auto pem = contents(settings.backend.clientCertificate);
    if (!pem)
        return pem.error().within("backend/clientCertificate");
    const auto holder = crypto::holderOf(*pem);
    if (!holder)
        return Fault{FaultCode::InvalidSettings, "backend/clientCertificate: " + holder.error().context};
    if (*holder != settings.terminal.id)
        return Fault{FaultCode::InvalidSettings, "terminal/id: the certificate is that of " + *holder};
    return Done{};
}

Result<std::string> readCatalogueKeys(const std::filesystem::path& file) {
    auto keys = contents(file);
    if (keys)
        if (auto usable = crypto::checkJwkSet(*keys); !usable)
            return Fault{FaultCode::InvalidSettings, usable.error().context};
    return keys;
}

/// Without a key a terminal works, but accepts nothing that it cannot send at once.
std::optional<crypto::Keyring> outboxKeys(const settings::Settings& settings) {
    if (!settings.outboxKeys)
        return std::nullopt;
    auto keys = readOutboxKeys(*settings.outboxKeys);
    if (!keys) {
        log::fault("app", "outbox_keys_not_read", keys.error());
        return std::nullopt;
    }
    return std::move(*keys);
}

struct OwnKeys {
    audit::SigningKey audit;
    SecretBytes marks;
};

/// What they are for is part of them: with another word, what the old ones signed or counted is a stranger's.
Result<OwnKeys> ownKeys(const settings::KeySource& from) {
    constexpr std::size_t kMarks = 16;
    const auto terminal = TerminalKey::read(from);
    if (!terminal)
        return terminal.error();
    auto seed = terminal->keyFor("balady audit trail", audit::SigningKey::kSize);
    if (!seed)
        return seed.error();
    auto audit = audit::SigningKey::fromSeed(std::move(*seed));
    if (!audit)
        return audit.error();
    auto marks = terminal->keyFor("balady licence marks", kMarks);
    if (!marks)
        return marks.error();
    return OwnKeys{std::move(*audit), std::move(*marks)};
}

Result<backend::BackendSettings> backendSettings(const settings::Backend& settings,
                                                 const std::filesystem::path& stateDirectory) {
    auto key = keyPlace(settings.clientKey);
    if (!key)
        return key.error().within("clientKey");
    backend::BackendSettings out;
    out.transport.host = settings.host;
    out.transport.port = settings.port;
    out.transport.trustedCa = settings.ca;
    out.transport.certificate = settings.clientCertificate;
    out.transport.privateKey = std::move(*key);
    out.renewedCertificate = stateDirectory / "client-certificate.pem";
    return out;
}

constexpr std::int64_t kMillimetres = 1000; ///< of a metre

} // namespace

service::PaperKeeper::Options paperOptions(const settings::Settings& settings, SecretBytes markKey) {
    service::PaperKeeper::Options options;
    options.markKey = std::move(markKey);
    if (const auto& roll = settings.receiptPrinter.roll) {
        options.roll = service::Roll{roll->metres * kMillimetres, {}};
        if (roll->nearEndMetres)
            options.roll->nearEnd = *roll->nearEndMetres * kMillimetres;
    }
    options.draw = [](const std::string& text) -> Result<model::CodeSquare> {
        auto code = layout::makeQrCode(text, layout::QrCorrection::Low); // a screen is neither torn nor dirty
        if (!code)
            return code.error();
        return model::CodeSquare{code->size, std::move(code->dark)};
    };
    // The technician says so with `touch`, whatever tool or account that is done with.
    options.newRoll = [file = settings.stateDirectory / "new-roll"] {
        std::error_code error;
        return std::filesystem::remove(file, error);
    };
    return options;
}

Result<std::unique_ptr<Adapters>> makeAdapters(const settings::Settings& settings,
                                               boost::asio::any_io_executor executor) {
    auto adapters = std::make_unique<Adapters>();
    if (auto ours = areOfThisTerminal(settings); !ours)
        return ours.error();
    std::error_code error;
    std::filesystem::create_directories(settings.stateDirectory, error);
    auto keys = outboxKeys(settings);
    adapters->outboxHasKey = keys.has_value();
    store::StoreSettings storeSettings{settings.stateDirectory / "terminal.db", {}};
    storeSettings.keys = std::move(keys);
    auto opened = store::SqliteStore::open(storeSettings, adapters->clock);
    if (!opened)
        return opened.error().within("store");
    adapters->storeLostData = opened->setAside.has_value();
    adapters->cache = opened->store.get();
    adapters->outbox = opened->store.get();
    adapters->papers = opened->store.get();
    adapters->keptSheets = opened->store.get();
    adapters->journal = std::move(opened->store);
    auto own = ownKeys(settings.terminalKey);
    if (!own)
        return own.error().within("terminalKey");
    adapters->markKey = std::move(own->marks);
    auto audit = audit::AuditFile::open(settings.stateDirectory, std::move(own->audit), adapters->clock);
    if (!audit)
        return audit.error();
    log::write(log::Level::Info, "audit", "opened", {{"key", log::Plain{(*audit)->publicKey()}}});
    adapters->audit = std::move(*audit);
    auto platformSettings = backendSettings(settings.backend, settings.stateDirectory);
    if (!platformSettings)
        return platformSettings.error().within("backend");
    auto platform = backend::BaladyBackend::create(executor, std::move(*platformSettings), adapters->clock);
    if (!platform)
        return platform.error().within("backend");
    adapters->certificate = &(*platform)->certificate();
    adapters->heads = platform->get();
    adapters->sheets = platform->get();
    adapters->backend = std::move(*platform);
    auto catalogueKeys = readCatalogueKeys(settings.backend.catalogueKeys);
    if (!catalogueKeys)
        return catalogueKeys.error().within("backend/catalogueKeys");
    adapters->catalogueKeys = std::move(*catalogueKeys);
    auto trust = readTrustList(settings.identityReader.trustList);
    if (!trust)
        return trust.error().within("identityReader/trustList");
    smartcard::PcscSettings reader;
    reader.readerPrefix = settings.identityReader.namePrefix;
    reader.trust = std::move(*trust);
    auto badgeTrust = readTrustList(settings.identityReader.badgeTrustList);
    if (!badgeTrust)
        return badgeTrust.error().within("identityReader/badgeTrustList");
    reader.badgeTrust = std::move(*badgeTrust);
    if (const auto& revocations = settings.identityReader.badgeRevocations) {
        auto file = RevocationFile::open(revocations->file, reader.badgeTrust);
        if (!file)
            return file.error().within("identityReader/badgeRevocations");
        reader.withdrawnBadges = [file = std::move(*file)]() mutable { return file.now(); };
        reader.wantsListOfToday = revocations->whenOld == settings::BadgeRevocations::WhenOld::Refuse;
    }
    auto cards = std::make_unique<smartcard::PcscCardReader>(std::move(reader));
    adapters->badgeReader = cards.get();
    adapters->cardReader = std::move(cards);
    adapters->receiptPrinter = makeReceiptPrinter(settings.receiptPrinter);
    cups::Queue queue;
    queue.server = settings.documentPrinter.server;
    queue.name = settings.documentPrinter.queue;
    adapters->documentPrinter = std::make_unique<cups::CupsDocumentPrinter>(std::move(queue));
    adapters->sight = std::make_unique<sight::RemoteSight>(sightProgram(settings.camera));
    if (settings.codeScanner)
        adapters->codeScanner = makeCodeScanner(*settings.codeScanner, executor);
    return adapters;
}

} // namespace balady::app
