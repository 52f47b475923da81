#include "kiosk/store/key_file.h"

#include "kiosk/crypto/crypto.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <iterator>

namespace balady::store {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kKeySize = 16;

Fault faultOf(int error) {
    const auto context = "key file: errno " + std::to_string(error);
    switch (error) {
    case ENOSPC:
    case EDQUOT: return {FaultCode::StorageFull, context};
    case EIO: return {FaultCode::HardwareError, context};
    default: return {FaultCode::AccessDenied, context};
    }
}

/// On disk when it returns.
Result<Done> write(const fs::path& file, ByteView bytes) {
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return faultOf(errno);
    const bool written =
        ::write(descriptor, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) &&
        ::fsync(descriptor) == 0;
    const int error = errno;
    ::close(descriptor);
    if (!written)
        return faultOf(error);
    return Done{};
}

/// A new name is on disk only when its folder is.
Result<Done> syncFolder(const fs::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return faultOf(errno);
    const bool synced = ::fsync(descriptor) == 0;
    const int error = errno;
    ::close(descriptor);
    if (!synced)
        return faultOf(error);
    return Done{};
}

Result<Bytes> make(const fs::path& file) {
    auto key = crypto::randomBytes(kKeySize);
    auto draft = file;
    draft += ".new";
    if (auto written = write(draft, key); !written)
        return written.error();
    std::error_code error;
    fs::rename(draft, file, error);
    if (error)
        return faultOf(error.value());
    if (auto synced = syncFolder(file.parent_path()); !synced)
        return synced.error();
    return key;
}

} // namespace

Result<Bytes> readOrMakeKey(const fs::path& file) {
    std::error_code error;
    if (!fs::exists(file, error) && !error)
        return make(file);
    std::ifstream in(file, std::ios::binary);
    Bytes key{std::istreambuf_iterator<char>(in), {}};
    if (!in.is_open())
        return Fault{FaultCode::AccessDenied, "key file: cannot be read"};
    if (key.size() != kKeySize)
        return Fault{FaultCode::InvalidData, "key file: does not hold 16 bytes"};
    return key;
}

} // namespace balady::store
