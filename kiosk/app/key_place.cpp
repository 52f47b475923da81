#include "kiosk/app/key_place.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstdlib>
#include <string>

namespace balady::app {
namespace {

namespace fs = std::filesystem;

Result<fs::path> examined(const fs::path& file, const std::string& what, mode_t forbidden) {
    struct stat facts {};
    if (::lstat(file.c_str(), &facts) != 0) {
        if (const int error = errno; error != ENOENT)
            return Fault{FaultCode::AccessDenied, what + ": errno " + std::to_string(error)};
        return Fault{FaultCode::NotFound, what + ": is not there"};
    }
    if (!S_ISREG(facts.st_mode))
        return Fault{FaultCode::AccessDenied, what + ": is no regular file"};
    if ((facts.st_mode & forbidden) != 0)
        return Fault{FaultCode::AccessDenied,
                     what + ": may be read by others: the mode must be 0600 or 0400"};
    return file;
}

} // namespace

Result<fs::path> keyPlace(const settings::KeySource& source) {
    if (source.source == settings::KeySource::Source::File)
        return examined(source.file, "key file", S_IRWXG | S_IRWXO);
    const auto what = "credential " + source.name;
    const char* folder = std::getenv("CREDENTIALS_DIRECTORY");
    if (folder == nullptr || *folder == '\0')
        return Fault{FaultCode::NotFound,
                     what + ": systemd gave no credentials: LoadCredentialEncrypted= is missing in the unit"};
    // Where systemd lets the account in by an access control list, its mask stands in the place of the group (acl(5)).
    return examined(fs::path(folder) / source.name, what, S_IWGRP | S_IRWXO);
}

} // namespace balady::app
