#include "kiosk/base/replace_file.h"

#include "kiosk/base/descriptor.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <string>

namespace balady {
namespace {

namespace fs = std::filesystem;

Fault diskFault(int error) {
    const auto context = "file: errno " + std::to_string(error);
    switch (error) {
    case ENOSPC:
    case EDQUOT: return {FaultCode::StorageFull, context};
    case EIO: return {FaultCode::HardwareError, context};
    default: return {FaultCode::AccessDenied, context};
    }
}

} // namespace

Result<Done> replaceFile(const fs::path& file, std::string_view text, mode_t mode) {
    auto draft = file;
    draft += ".new";
    {
        const Descriptor out(
            ::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, mode));
        if (!out || ::write(out.number(), text.data(), text.size()) != static_cast<ssize_t>(text.size()) ||
            ::fsync(out.number()) != 0)
            return diskFault(errno);
    }
    if (std::rename(draft.c_str(), file.c_str()) != 0)
        return diskFault(errno);
    // A new name is on the disk only when its folder is.
    const Descriptor folder(::open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder || ::fsync(folder.number()) != 0)
        return diskFault(errno);
    return Done{};
}

} // namespace balady
