#include "kiosk/crypto/sealing.h"

#include <openssl/evp.h>

#include <algorithm>
#include <memory>

namespace balady::crypto {
namespace {

using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

constexpr std::size_t kKey = 32;
constexpr std::size_t kNonce = 12;
constexpr std::size_t kTag = 16;
constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kHead = 1 + 4; // version and key id
constexpr std::size_t kMostKeys = 8;

/// Names a key without telling anything of it: 4 bytes of a hash of 32 random ones.
std::array<std::uint8_t, 4> idOf(ByteView key) {
    SecretBytes labelled;
    const auto label = asBytes("balady sealing key ");
    labelled.reserve(label.size() + key.size());
    labelled.assign(label.begin(), label.end());
    labelled.insert(labelled.end(), key.begin(), key.end());
    const auto hash = sha256(labelled);
    return {hash[0], hash[1], hash[2], hash[3]};
}

Bytes associatedData(ByteView head, ByteView place) {
    Bytes data(head.begin(), head.end());
    data.insert(data.end(), place.begin(), place.end());
    return data;
}

/// What both directions begin with.
bool prepare(EVP_CIPHER_CTX* context, bool encrypt, ByteView key, ByteView nonce, ByteView associated) {
    int ignored = 0;
    return EVP_CipherInit_ex(context, EVP_aes_256_gcm(), nullptr, key.data(), nonce.data(), encrypt) == 1 &&
           (associated.empty() || EVP_CipherUpdate(context, nullptr, &ignored, associated.data(),
                                                   static_cast<int>(associated.size())) == 1);
}

} // namespace

Result<Bytes> aes256GcmSeal(ByteView key, ByteView nonce, ByteView associated, ByteView plain) {
    if (key.size() != kKey || nonce.size() != kNonce)
        return Fault{FaultCode::Bug, "crypto: gcm: wrong key or nonce length"};
    const CipherContext context{EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free};
    Bytes out(plain.size() + kTag);
    int written = 0;
    int last = 0;
    if (!context || !prepare(context.get(), true, key, nonce, associated) ||
        EVP_CipherUpdate(context.get(), out.data(), &written, plain.data(), static_cast<int>(plain.size())) !=
            1 ||
        EVP_CipherFinal_ex(context.get(), out.data() + written, &last) != 1 ||
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, kTag, out.data() + plain.size()) != 1)
        return Fault{FaultCode::Bug, "crypto: gcm refused its input"};
    return out;
}

Result<SecretBytes> aes256GcmOpen(ByteView key, ByteView nonce, ByteView associated, ByteView sealed) {
    if (key.size() != kKey || nonce.size() != kNonce)
        return Fault{FaultCode::Bug, "crypto: gcm: wrong key or nonce length"};
    if (sealed.size() < kTag)
        return Fault{FaultCode::Malformed, "crypto: gcm: too short"};
    const auto text = sealed.first(sealed.size() - kTag);
    auto tag = Bytes(sealed.end() - kTag, sealed.end());
    const CipherContext context{EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free};
    SecretBytes out(text.size());
    int written = 0;
    int last = 0;
    if (!context || !prepare(context.get(), false, key, nonce, associated) ||
        EVP_CipherUpdate(context.get(), out.data(), &written, text.data(), static_cast<int>(text.size())) !=
            1 ||
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, kTag, tag.data()) != 1)
        return Fault{FaultCode::Bug, "crypto: gcm refused its input"};
    if (EVP_CipherFinal_ex(context.get(), out.data() + written, &last) != 1)
        return Fault{FaultCode::Tampered, "crypto: gcm: the tag does not fit"};
    return out;
}

Result<Keyring> Keyring::parse(std::string_view text) {
    Keyring ring;
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        auto bytes = fromHex(line);
        if (!bytes || bytes->size() != kKey || ring.m_keys.size() == kMostKeys) {
            if (bytes)
                wipe(bytes->data(), bytes->size());
            return Fault{FaultCode::Malformed, "keys: not lines of 64 hexadecimal digits"};
        }
        SecretBytes key(bytes->begin(), bytes->end());
        wipe(bytes->data(), bytes->size());
        const auto id = idOf(key);
        ring.m_keys.push_back({id, std::move(key)});
    }
    if (ring.m_keys.empty())
        return Fault{FaultCode::Malformed, "keys: there is none"};
    return ring;
}

SecretBytes Keyring::freshLine() {
    auto key = randomBytes(kKey);
    auto digits = toHex(key);
    SecretBytes line(digits.begin(), digits.end());
    line.push_back('\n');
    wipe(key.data(), key.size());
    wipe(digits.data(), digits.size());
    return line;
}

Result<Bytes> Keyring::seal(ByteView plain, ByteView place, const RandomSource& random) const {
    if (m_keys.empty())
        return Fault{FaultCode::Bug, "sealing: no key"};
    const auto& key = m_keys.front();
    Bytes record{kVersion};
    record.insert(record.end(), key.id.begin(), key.id.end());
    const auto nonce = random(kNonce);
    auto sealed = aes256GcmSeal(key.bytes, nonce, associatedData(record, place), plain);
    if (!sealed)
        return sealed.error();
    record.reserve(kHead + kNonce + sealed->size());
    record.insert(record.end(), nonce.begin(), nonce.end());
    record.insert(record.end(), sealed->begin(), sealed->end());
    return record;
}

Result<SecretBytes> Keyring::open(ByteView sealed, ByteView place) const {
    if (sealed.size() < kHead + kNonce + kTag || sealed.front() != kVersion)
        return Fault{FaultCode::Malformed, "sealing: no sealed record"};
    const auto head = sealed.first(kHead);
    const auto key = std::find_if(m_keys.begin(), m_keys.end(), [&](const Key& candidate) {
        return std::equal(candidate.id.begin(), candidate.id.end(), head.begin() + 1);
    });
    if (key == m_keys.end())
        return Fault{FaultCode::NotFound, "sealing: sealed with a key that is not here"};
    return aes256GcmOpen(key->bytes, sealed.subspan(kHead, kNonce), associatedData(head, place),
                         sealed.subspan(kHead + kNonce));
}

} // namespace balady::crypto
