#include "kiosk/backend/certificate_files.h"

#include "kiosk/base/log.h"
#include "kiosk/crypto/renewal.h"
#include "kiosk/strictjson/parse.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

namespace balady::backend {
namespace {

namespace fs = std::filesystem;

Fault diskFault(int error) {
    const auto context = "certificate file: errno " + std::to_string(error);
    switch (error) {
    case ENOSPC:
    case EDQUOT: return {FaultCode::StorageFull, context};
    case EIO: return {FaultCode::HardwareError, context};
    default: return {FaultCode::AccessDenied, context};
    }
}

struct Descriptor {
    Descriptor(const fs::path& file, int flags) : number(::open(file.c_str(), flags | O_CLOEXEC, 0644)) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number >= 0)
            ::close(number);
    }
    const int number;
};

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

Result<Done> replaceFile(const fs::path& file, std::string_view text) {
    auto draft = file;
    draft += ".new";
    {
        const Descriptor out(draft, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW);
        if (out.number < 0 ||
            ::write(out.number, text.data(), text.size()) != static_cast<ssize_t>(text.size()) ||
            ::fsync(out.number) != 0)
            return diskFault(errno);
    }
    if (std::rename(draft.c_str(), file.c_str()) != 0)
        return diskFault(errno);
    // A new name is on the disk only when its folder is.
    const Descriptor folder(file.parent_path(), O_RDONLY | O_DIRECTORY);
    if (folder.number < 0 || ::fsync(folder.number) != 0)
        return diskFault(errno);
    return Done{};
}

} // namespace balady::backend
