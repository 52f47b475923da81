#include "kiosk/audit/signing_key.h"

#include "kiosk/crypto/crypto.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string>

namespace balady::audit {
namespace {

constexpr std::size_t kSize = 32;

Fault denied(const char* step) {
    return {FaultCode::AccessDenied, std::string("audit: key: ") + step + ": errno " + std::to_string(errno)};
}

/// A power cut leaves the whole key or none, because it gets its name when it is on the disk.
Result<Done> write(const std::filesystem::path& file, ByteView seed) {
    const auto fresh = file.string() + ".new";
    ::unlink(fresh.c_str());
    const int out = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (out < 0)
        return denied("create");
    const bool written =
        ::write(out, seed.data(), seed.size()) == static_cast<ssize_t>(seed.size()) && ::fsync(out) == 0;
    ::close(out);
    if (!written || ::rename(fresh.c_str(), file.c_str()) != 0)
        return denied("write");
    return Done{};
}

} // namespace

Result<SigningKey> SigningKey::open(const std::filesystem::path& file) {
    SecretBytes seed(kSize + 1);
    const int in = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (in >= 0) {
        const auto count = ::read(in, seed.data(), seed.size());
        ::close(in);
        if (count != static_cast<ssize_t>(kSize))
            return Fault{FaultCode::Malformed, "audit: key: not 32 bytes"};
        seed.resize(kSize);
    } else if (errno != ENOENT) {
        return denied("open");
    } else {
        auto random = crypto::randomBytes(kSize);
        seed.assign(random.begin(), random.end());
        wipe(random.data(), random.size());
        if (auto kept = write(file, seed); !kept)
            return kept.error();
    }
    auto publicKey = crypto::ed25519PublicKey(seed);
    if (!publicKey)
        return publicKey.error().within("audit: key");
    return SigningKey(std::move(seed), toHex(*publicKey));
}

Result<Bytes> SigningKey::sign(std::string_view text) const {
    return crypto::ed25519Sign(m_seed, asBytes(text));
}

} // namespace balady::audit
