#include "drivers/smartcard/t0_transmission.h"

#include "kiosk/base/secret.h"

namespace balady::smartcard {
namespace {

constexpr std::size_t kHeader = 4; // class, instruction, two parameters; a length follows
constexpr std::uint8_t kMoreWaits = 0x61;
constexpr std::uint8_t kOtherLength = 0x6c;
constexpr std::uint8_t kGetResponse = 0xc0; // ISO/IEC 7816-4, 11.5.1

/// Pieces of 256 bytes, 16 KiB in all: a card that says "more" for ever is not followed.
constexpr int kMostPieces = 64;

/// The answer's status word is of this kind.
bool endsWith(std::uint8_t kind, ByteView answer) {
    return answer.size() >= 2 && answer[answer.size() - 2] == kind;
}

/// A length of 00, and then lengths of two bytes.
bool isExtended(ByteView command) {
    return command.size() > kHeader + 1 && command[kHeader] == 0;
}

/// Header, length and data, as a card that knows short lengths alone wants them: what is expected is asked for afterwards.
void shorten(SecretBytes& command) {
    if (isExtended(command)) // its data are shorter than 256 bytes
        command.erase(command.begin() + kHeader, command.begin() + kHeader + 2);
    if (command.size() == kHeader)
        command.push_back(0); // no data, none expected: the length is there all the same
    if (command.size() > kHeader + 1)
        command.resize(kHeader + 1 + command[kHeader]);
}

} // namespace

Result<Bytes> transmitByT0(ByteView command, const ExchangeTpdu& exchange) {
    SecretBytes tpdu(command.begin(), command.end());
    shorten(tpdu);
    // Data that wait after the answer to a short command are the caller's.
    int pieces = tpdu.size() == kHeader + 1 ? 0 : isExtended(command) ? kMostPieces : 1;
    bool mayBeCorrected = true;
    Bytes before;
    for (;;) {
        auto answer = exchange(tpdu);
        if (answer && pieces > 0 && endsWith(kMoreWaits, *answer)) {
            --pieces;
            before.insert(before.end(), answer->begin(), answer->end() - 2);
            // In the same logical channel, without secure messaging (7816-4, 5.4.1).
            const auto channel = static_cast<std::uint8_t>(tpdu[0] & 0x03);
            tpdu.assign({channel, kGetResponse, 0, 0, answer->back()});
        } else if (answer && mayBeCorrected && tpdu.size() == kHeader + 1 && answer->size() == 2 &&
                   endsWith(kOtherLength, *answer)) {
            mayBeCorrected = false;
            tpdu[kHeader] = answer->back();
        } else {
            if (answer)
                answer->insert(answer->begin(), before.begin(), before.end());
            return answer;
        }
    }
}

} // namespace balady::smartcard
