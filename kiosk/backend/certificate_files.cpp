#include "kiosk/backend/certificate_files.h"

#include "kiosk/base/log.h"
#include "kiosk/crypto/renewal.h"
#include "kiosk/strictjson/parse.h"

namespace balady::backend {
namespace {

namespace fs = std::filesystem;

/// Good at some time: whether it is good now, a clock that is wrong at the start could not say.
Result<Done> judgeAtItsTime(const std::string& successor, const std::string& issued,
                            const std::string& authority) {
    auto trust = crypto::TrustList::fromPem(authority);
    if (!trust)
        return trust.error();
    const auto validity = crypto::validityOf(successor);
    if (!validity)
        return validity.error();
    return crypto::judgeSuccessor(successor, issued, *trust, validity->from);
}

} // namespace

Result<std::string> readFile(const fs::path& file, std::string_view what) {
    auto text = strictjson::readFile(file);
    if (!text)
        return Fault{FaultCode::InvalidSettings, std::string(what) + ": " + text.error().context};
    return text;
}

Result<std::string> certificateInUse(const CertificateFiles& files) {
    auto issued = readFile(files.issued, "certificate");
    std::error_code error;
    if (!issued || files.successor.empty() || !fs::exists(files.successor, error))
        return issued;
    auto authority = readFile(files.authority, "trusted CA");
    if (!authority)
        return authority.error();
    auto successor = readFile(files.successor, "renewed certificate");
    auto good = successor ? judgeAtItsTime(*successor, *issued, *authority) : Result<Done>(successor.error());
    if (good)
        return successor;
    log::fault("certificate", "successor_not_used", good.error());
    return issued;
}

} // namespace balady::backend
