#include "kiosk/app/outbox_keys.h"

#include "kiosk/base/secret.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string_view>

namespace balady::app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongest = 4096; // many times what a keyring takes

struct Descriptor {
    explicit Descriptor(int number) : number(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number >= 0)
            ::close(number);
    }
    int number;
};

Fault cannot(std::string_view what) {
    const int error = errno;
    return {error == ENOENT ? FaultCode::NotFound : FaultCode::AccessDenied,
            std::string(what) + ": errno " + std::to_string(error)};
}

Result<crypto::Keyring> read(const fs::path& file) {
    const Descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (in.number < 0)
        return cannot("keys cannot be opened");
    struct stat facts {};
    if (::fstat(in.number, &facts) != 0)
        return cannot("keys cannot be examined");
    if (!S_ISREG(facts.st_mode) || (facts.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return Fault{FaultCode::AccessDenied, "keys may be read by others: the mode must be 0600 or 0400"};
    SecretBytes text(kLongest);
    std::size_t size = 0;
    while (size < text.size()) {
        const auto count = ::read(in.number, text.data() + size, text.size() - size);
        if (count < 0)
            return cannot("keys cannot be read");
        if (count == 0)
            break;
        size += static_cast<std::size_t>(count);
    }
    return crypto::Keyring::parse({reinterpret_cast<const char*>(text.data()), size});
}

/// O_EXCL: of two that start at the same time one makes it, and both read it.
Result<Done> make(const fs::path& file) {
    const Descriptor out(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (out.number < 0)
        return errno == EEXIST ? Result<Done>(Done{}) : cannot("keys cannot be made");
    const auto line = crypto::Keyring::freshLine();
    if (::write(out.number, line.data(), line.size()) != static_cast<ssize_t>(line.size()) ||
        ::fsync(out.number) != 0)
        return cannot("keys cannot be written");
    return Done{};
}

} // namespace

Result<crypto::Keyring> readOutboxKeys(const settings::OutboxKeys& from) {
    if (from.source == settings::OutboxKeys::Source::File) {
        if (auto made = make(from.file); !made)
            return made.error();
        return read(from.file);
    }
    const char* folder = std::getenv("CREDENTIALS_DIRECTORY");
    if (folder == nullptr || *folder == '\0')
        return Fault{FaultCode::NotFound, "systemd gave no credentials"};
    return read(fs::path(folder) / from.name);
}

} // namespace balady::app
