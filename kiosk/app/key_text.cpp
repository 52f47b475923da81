#include "kiosk/app/key_text.h"

#include "kiosk/app/key_place.h"
#include "kiosk/base/descriptor.h"
#include "kiosk/crypto/sealing.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>

namespace balady::app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongest = 4096; // many times what a keyring takes

Fault cannot(std::string_view what) {
    const int error = errno;
    return {error == ENOENT ? FaultCode::NotFound : FaultCode::AccessDenied,
            std::string(what) + ": errno " + std::to_string(error)};
}

Result<SecretBytes> read(const fs::path& file) {
    const Descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (!in)
        return cannot("keys cannot be opened");
    SecretBytes text(kLongest);
    std::size_t size = 0;
    while (size < text.size()) {
        const auto count = ::read(in.number(), text.data() + size, text.size() - size);
        if (count < 0)
            return cannot("keys cannot be read");
        if (count == 0)
            break;
        size += static_cast<std::size_t>(count);
    }
    text.resize(size);
    return text;
}

/// O_EXCL: of two that start at the same time one makes it, and both read it.
Result<Done> make(const fs::path& file) {
    const Descriptor out(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!out)
        return errno == EEXIST ? Result<Done>(Done{}) : cannot("keys cannot be made");
    const auto line = crypto::Keyring::freshLine();
    if (::write(out.number(), line.data(), line.size()) != static_cast<ssize_t>(line.size()) ||
        ::fsync(out.number()) != 0)
        return cannot("keys cannot be written");
    return Done{};
}

} // namespace

Result<SecretBytes> readKeyText(const settings::KeySource& from) {
    if (from.source == settings::KeySource::Source::File)
        if (auto made = make(from.file); !made)
            return made.error();
    auto place = keyPlace(from);
    if (!place)
        return place.error();
    return read(*place);
}

} // namespace balady::app
