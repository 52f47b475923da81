#include "drivers/smartcard/t0_transmission.h"

#include "kiosk/base/secret.h"

namespace balady::smartcard {
namespace {

constexpr std::size_t kHeader = 4; // class, instruction, two parameters; a length follows
constexpr std::uint8_t kMoreWaits = 0x61;
constexpr std::uint8_t kOtherLength = 0x6c;
constexpr std::uint8_t kGetResponse = 0xc0; // ISO/IEC 7816-4, 11.5.1

/// The whole answer is a status word of this kind.
bool isOnly(std::uint8_t kind, ByteView answer) {
    return answer.size() == 2 && answer[0] == kind;
}

} // namespace

Result<Bytes> transmitByT0(ByteView command, const ExchangeTpdu& exchange) {
    SecretBytes tpdu(command.begin(), command.end());
    if (tpdu.size() == kHeader)
        tpdu.push_back(0); // no data, none expected: the length is there all the same
    const bool carriesData = tpdu.size() > kHeader + 1;
    if (carriesData)
        tpdu.resize(kHeader + 1 + tpdu[kHeader]); // what is expected is asked for afterwards
    auto answer = exchange(tpdu);
    if (answer && carriesData && isOnly(kMoreWaits, *answer)) {
        // In the same logical channel, without secure messaging (7816-4, 5.4.1).
        const auto channel = static_cast<std::uint8_t>(tpdu[0] & 0x03);
        tpdu.assign({channel, kGetResponse, 0, 0, (*answer)[1]});
        answer = exchange(tpdu);
    }
    const bool canBeAskedAgain = tpdu.size() == kHeader + 1;
    if (answer && canBeAskedAgain && isOnly(kOtherLength, *answer)) {
        tpdu[kHeader] = (*answer)[1];
        answer = exchange(tpdu);
    }
    return answer;
}

} // namespace balady::smartcard
