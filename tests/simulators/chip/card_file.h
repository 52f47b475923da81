// CardFile: one demo card as written in CARD.json: what its chip holds, how it opens, who signed it, how it
// misbehaves.
#pragma once

#include "drivers/smartcard/security_infos.h"
#include "kiosk/base/result.h"
#include "tests/simulators/chip/chip_key.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace balady::simulators {

/// Ways in which real cards fail. Commands are counted from 1 since the card was powered.
struct CardFaults {
    std::chrono::milliseconds delay{0};      ///< "delay_ms": before each answer
    bool mute = false;                       ///< "mute": no answer to reset
    std::optional<int> diesAfterCommand;     ///< "dies_after_command": lifted after this many answers
    std::optional<int> silentAfterCommand;   ///< "silent_after_command": stays, but answers no more
    std::optional<int> shortAnswerToCommand; ///< "short_answer_to_command": one byte instead of an answer
    std::optional<int> wrongMacToCommand;    ///< "wrong_mac_to_command": one bit of the answer turned
    std::optional<int> emptyAnswerToCommand; ///< "empty_answer_to_command": success with 0 bytes
    std::optional<int> refusedCommand;       ///< "refused_command": answered with `refusal` alone
    std::uint16_t refusal = 0x6982;          ///< "refusal": four hexadecimal digits
};

/// What has become of the issuer's signature over the chip's files.
enum class Signature {
    Good,          ///< "good"
    None,          ///< "none": no EF.SOD
    UnknownIssuer, ///< "unknown-issuer": by a country that is on no list
    ExpiredSigner, ///< "expired-signer": the document signer's certificate has run out
    TamperedName,  ///< "tampered-name": EF.DG1 was changed afterwards
    Forged,        ///< "forged": the signature is another
    Copied         ///< "copied": all as it was signed, on a chip with another key
};

/// What the chip is for.
enum class Application {
    Identity, ///< "lds": an identity card
    Badge,    ///< "piv": a technician's badge
    None      ///< "none": something else
};

struct CardFile {
    Application application = Application::Identity; ///< "application"
    std::string mrz; ///< glued together; empty when the card holds no ICAO application
    bool bac = true; ///< "access": "bac", "pace" or "both"
    std::optional<smartcard::PaceOffer> pace; ///< "pace": {"cipher": "aes-128", "parameters": 13}
    std::string cardAccessNumber;             ///< "cardAccessNumber": opens by PACE
    std::optional<ChipKey::Kind> key; ///< "chipKey": "ec-p256" or "rsa-2048"; with it it proves itself
    std::size_t portraitSize = 0;     ///< "portraitBytes": of the image in EF.DG2; 0: there is none
    Signature signature =
        Signature::Good; ///< "signature"; of a badge "good", "unknown-issuer", "expired-signer" or "forged"
    std::string pin = "123456"; ///< "pin": of a badge
    int tries = 3;              ///< "tries": of a badge, left for the PIN
    bool refusesPin = false;    ///< "refusesPin": a badge that takes no PIN by air
    CardFaults faults;
};

/// Reads {"mrz": [line...], "application": "lds"|"piv"|"none", "faults": {...}} and the optional keys above. InvalidData
/// on anything else: an unknown key or word, a zone whose check digits do not fit.
[[nodiscard]] Result<CardFile> parseCardFile(std::string_view json);

} // namespace balady::simulators
