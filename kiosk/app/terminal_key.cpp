#include "kiosk/app/terminal_key.h"

#include "kiosk/app/key_text.h"
#include "kiosk/base/bytes.h"
#include "kiosk/crypto/derivation.h"

namespace balady::app {
namespace {

constexpr std::size_t kDigits = 64;

} // namespace

Result<TerminalKey> TerminalKey::read(const settings::KeySource& from) {
    const auto text = readKeyText(from);
    if (!text)
        return text.error();
    std::string_view line(reinterpret_cast<const char*>(text->data()), text->size());
    if (line.ends_with('\n'))
        line.remove_suffix(1);
    auto bytes = fromHex(line);
    if (!bytes || line.size() != kDigits)
        return Fault{FaultCode::Malformed, "key: not one line of 64 hexadecimal digits"};
    SecretBytes secret(bytes->begin(), bytes->end());
    wipe(bytes->data(), bytes->size());
    return TerminalKey(std::move(secret));
}

Result<SecretBytes> TerminalKey::keyFor(std::string_view purpose, std::size_t bytes) const {
    return crypto::hkdfSha256(m_secret, {}, asBytes(purpose), bytes);
}

} // namespace balady::app
