// balady-sandbox: the reference Balady backend for a first run, demonstrations and tests.
#include "kiosk/base/log.h"
#include "kiosk/catalogue/catalogue.h"
#include "kiosk/crypto/crypto.h"
#include "tests/sandbox/admin_api.h"
#include "tests/sandbox/api.h"
#include "tests/sandbox/http_server.h"
#include "tests/sandbox/json_out.h"
#include "tests/sandbox/options.h"
#include "tests/sandbox/phone_pages.h"
#include "tests/sandbox/recorder.h"
#include "tests/sandbox/resources.h"
#include "tests/sandbox/seed.h"

#include <boost/asio/signal_set.hpp>

#include <csignal>
#include <fstream>
#include <iostream>

namespace balady::sandbox {
namespace {

Result<ServedCatalogue> serveCatalogue(const std::filesystem::path& folder) {
    auto document = catalogue::assembleDirectory(folder);
    if (!document)
        return document.error();
    auto read = catalogue::readDocument(*document);
    if (!read)
        return read.error();
    return ServedCatalogue{std::move(*document), std::move(*read)};
}

/// Beside the certificates: terminals get its public part as they get those, and not by asking.
Result<std::filesystem::path> signCatalogue(ServedCatalogue& served, Database& database,
                                            const std::filesystem::path& folder) {
    const SigningKey key(database, "catalogue-key", "c1");
    auto signature = crypto::signDetachedJws(served.document, key.secret(), key.id(),
                                             std::chrono::floor<std::chrono::seconds>(SystemClock{}.now()));
    if (!signature)
        return signature.error();
    served.signature = std::move(*signature);
    auto file = folder / "catalogue-keys.json";
    if (std::ofstream out(file, std::ios::binary); !(out << key.keySet() << std::flush))
        return Fault{FaultCode::StorageFull, "catalogue keys: cannot be written"};
    return file;
}

void announce(const HttpServer& terminals, const HttpServer& administrator, const std::string& phoneUrl,
              const PkiFiles& pki, const std::filesystem::path& catalogueKeys) {
    const json::object line{{"ready", true},
                            {"url", "https://localhost:" + std::to_string(terminals.port())},
                            {"admin", "http://127.0.0.1:" + std::to_string(administrator.port())},
                            {"phone", phoneUrl},
                            {"ca", std::filesystem::absolute(pki.ca).string()},
                            {"client_certificate", std::filesystem::absolute(pki.clientCertificate).string()},
                            {"client_key", std::filesystem::absolute(pki.clientKey).string()},
                            {"catalogue_keys", std::filesystem::absolute(catalogueKeys).string()}};
    std::cout << json::serialize(line) << std::endl;
}

/// Serves until SIGTERM or SIGINT.
Result<Done> serve(const Options& options) {
    auto rules = readRules(kRulesJson);
    if (!rules)
        return rules.error();
    auto served = serveCatalogue(options.catalogue);
    if (!served)
        return served.error();
    auto pki = developmentPki(options.state / "pki", options.terminalLasts);
    if (!pki)
        return pki.error();

    const SystemClock world;
    Database database(options.state / "sandbox.sqlite");
    SandboxClock clock(world, database);
    const LicenceSigner signer(database);
    auto catalogueKeys = signCatalogue(*served, database, pki->ca.parent_path());
    if (!catalogueKeys)
        return catalogueKeys.error();
    Platform platform{database, clock, *rules, *served, signer};
    if (auto seeded = seed(platform, kSeedJson); !seeded)
        return seeded.error();
    std::optional<Recorder> recorder;
    if (options.record)
        recorder.emplace(*options.record);

    boost::asio::io_context io(1);
    FaultSwitches faults;
    auto router = terminalRouter(platform);
    addEnrolmentApi(router, [&](const std::string& request, const std::string& terminal) {
        const auto flaw = faults.foreignCertificates > 0 ? Flaw::ForeignAuthority : Flaw::None;
        auto renewed = renewedCertificate(*pki, request, terminal, flaw);
        if (renewed && flaw != Flaw::None)
            --faults.foreignCertificates;
        return renewed;
    });
    const auto answerTerminal = [&](const Request& request) {
        auto reply =
            answerWithFaults(faults, request, [&](const Request& one) { return router.answer(one); });
        if (recorder)
            recorder->record(request, reply);
        return reply;
    };
    auto terminals = HttpServer::tls(io, *pki, options.port, answerTerminal);
    if (!terminals)
        return terminals.error();
    auto telephones =
        HttpServer::open(io, *pki, options.phonePort, kPhoneBodyLimit,
                         [&](const Request& request) { return Reply{answerTelephone(platform, request)}; });
    if (!telephones)
        return telephones.error();
    platform.phoneUrl = "https://localhost:" + std::to_string((*telephones)->port());
    const auto administratorRouter = adminRouter(platform, faults, kAdminPage, [&](bool refuse) {
        if (refuse)
            (*terminals)->refuseConnections();
        else if (auto listening = (*terminals)->acceptConnections(); !listening)
            log::fault("sandbox", "cannot_listen_again", listening.error());
    });
    auto administrator = HttpServer::plain(io, options.adminPort, [&](const Request& request) {
        return Reply{answerAdministrator(administratorRouter, request)};
    });
    if (!administrator)
        return administrator.error();

    boost::asio::signal_set signals(io, SIGTERM, SIGINT);
    signals.async_wait([&](const boost::system::error_code&, int) { io.stop(); });
    announce(**terminals, **administrator, platform.phoneUrl, *pki, *catalogueKeys);
    io.run();
    return Done{};
}

} // namespace
} // namespace balady::sandbox

int main(int argc, char** argv) {
    using namespace balady;
    const auto options = sandbox::parseOptions({argv + 1, argv + argc});
    if (!options) {
        std::cerr << options.error().context << '\n' << sandbox::kUsage;
        return 2;
    }
    try {
        if (const auto served = sandbox::serve(*options); !served) {
            log::fault("sandbox", "cannot_start", served.error());
            return 1;
        }
    } catch (const std::exception& error) { // the database or the record cannot be opened
        std::cerr << "balady-sandbox: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
