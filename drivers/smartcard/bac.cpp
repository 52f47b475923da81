#include "drivers/smartcard/bac.h"

#include "drivers/smartcard/blocks.h"
#include "drivers/smartcard/session_cipher.h"
#include "kiosk/crypto/crypto.h"
#include "kiosk/model/mrz.h"

#include <algorithm>

namespace balady::smartcard {
namespace {

constexpr std::size_t kChallengeSize = 8;
constexpr std::size_t kKeySize = 16;
constexpr std::size_t kCryptogramSize = 2 * kChallengeSize + kKeySize;

/// A field and its check digit, as the MRZ information of Doc 9303-11, 9.7.2 wants it.
bool appendChecked(SecretBytes& out, std::string_view field) {
    const int digit = model::mrzCheckDigit(field);
    out.insert(out.end(), field.begin(), field.end());
    out.push_back(static_cast<unsigned char>('0' + std::max(digit, 0)));
    return digit >= 0;
}

} // namespace

Result<SecretBytes> mrzSecret(const ports::AccessKey& printed) {
    if (printed.documentNumber.empty() || printed.birthDate.size() != 6 || printed.expiryDate.size() != 6)
        return Fault{FaultCode::Malformed, "access key is incomplete"};
    std::string number = printed.documentNumber;
    number.resize(std::max<std::size_t>(number.size(), 9), '<');
    SecretBytes information;
    information.reserve(number.size() + 15);
    const bool legal = appendChecked(information, number) && appendChecked(information, printed.birthDate) &&
                       appendChecked(information, printed.expiryDate);
    wipe(number.data(), number.size());
    if (!legal)
        return Fault{FaultCode::Malformed, "access key holds a character that no MRZ has"};
    return secretFrom(crypto::hash(crypto::HashAlgorithm::Sha1, information));
}

Result<KeyPair> documentKeys(const ports::AccessKey& printed) {
    const auto secret = mrzSecret(printed);
    if (!secret)
        return secret.error();
    return deriveKeys(Cipher::Des3, ByteView(*secret).first(kKeySize));
}

BacRandom BacRandom::from(const crypto::RandomSource& random) {
    BacRandom out;
    const auto challenge = random(kChallengeSize);
    const auto keyPart = secretFrom(random(kKeySize));
    std::copy_n(challenge.begin(), kChallengeSize, out.challenge.begin());
    std::copy_n(keyPart.begin(), kKeySize, out.keyPart.begin());
    return out;
}

BacRandom::~BacRandom() {
    wipe(keyPart.data(), keyPart.size());
}

Result<Command> BacHandshake::authenticate(ByteView chipChallenge) {
    if (chipChallenge.size() != kChallengeSize)
        return Fault{FaultCode::Malformed, "challenge is not eight bytes"};
    std::copy(chipChallenge.begin(), chipChallenge.end(), m_chipChallenge.begin());

    SecretBytes proof(m_random.challenge.begin(), m_random.challenge.end());
    proof.insert(proof.end(), m_chipChallenge.begin(), m_chipChallenge.end());
    proof.insert(proof.end(), m_random.keyPart.begin(), m_random.keyPart.end());
    const auto cryptogram = crypto::des3CbcEncrypt(m_keys.encryption, proof);
    if (!cryptogram)
        return cryptogram.error();
    const auto mac = crypto::retailMac(m_keys.mac, padded(*cryptogram, blockSize(Cipher::Des3)));
    if (!mac)
        return mac.error();

    Command command;
    command.ins = 0x82;
    command.data.assign(cryptogram->begin(), cryptogram->end());
    command.data.insert(command.data.end(), mac->begin(), mac->end());
    command.expected = kCryptogramSize + kMacSize;
    return command;
}

Result<Session> BacHandshake::finish(ByteView answer) const {
    if (answer.size() != kCryptogramSize + kMacSize)
        return Fault{FaultCode::Malformed, "authentication answer has a wrong length"};
    const auto cryptogram = answer.first(kCryptogramSize);
    const auto mac = crypto::retailMac(m_keys.mac, padded(cryptogram, blockSize(Cipher::Des3)));
    if (!mac)
        return mac.error();
    if (!sameBytes(*mac, answer.last(kMacSize)))
        return Fault{FaultCode::Tampered, "chip's authentication has a wrong MAC"};
    auto opened = crypto::des3CbcDecrypt(m_keys.encryption, cryptogram);
    if (!opened)
        return opened.error();
    const auto proof = secretFrom(std::move(*opened));
    if (!sameBytes(ByteView(proof).first(kChallengeSize), m_chipChallenge) ||
        !sameBytes(ByteView(proof).subspan(kChallengeSize, kChallengeSize), m_random.challenge))
        return Fault{FaultCode::Tampered, "chip answered another challenge"};

    SecretBytes seed(proof.end() - kKeySize, proof.end());
    for (std::size_t i = 0; i < kKeySize; ++i)
        seed[i] ^= m_random.keyPart[i];
    Session session{Cipher::Des3, deriveKeys(Cipher::Des3, seed), Bytes(blockSize(Cipher::Des3))};
    // The counter starts with the low halves of both challenges.
    std::copy_n(m_chipChallenge.begin() + 4, 4, session.counter.begin());
    std::copy_n(m_random.challenge.begin() + 4, 4, session.counter.begin() + 4);
    return session;
}

} // namespace balady::smartcard
