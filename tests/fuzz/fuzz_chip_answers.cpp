// A whole reading of a chip that answers whatever it likes: APDUs, EF.CardAccess, PACE, BAC, and files in the clear.
#include "drivers/smartcard/lds_reader.h"
#include "tests/fuzz/target.h"

namespace {

using namespace balady;
using namespace balady::smartcard;

/// The same numbers in each run; below the order of every curve.
crypto::RandomSource sameEachTime() {
    return [count = std::uint8_t{0}](std::size_t size) mutable {
        Bytes out(size);
        for (auto& byte : out)
            byte = static_cast<std::uint8_t>(++count & 0x3f);
        return out;
    };
}

void run(ByteView input) {
    LdsReader reader({"SA1234567", "900517", "310816"}, {{}, {}, true, sameEachTime()});
    fuzz::Portions answers(input);
    auto step = reader.start();
    while (const auto* transmit = std::get_if<Transmit>(&step)) {
        fuzz::mustHold(transmit->command.size() >= 4 && transmit->command.size() <= 5 + 255 + 1,
                       "a command is an APDU in the short form");
        // At the end of the input the card is taken away: an empty answer, which ends every reading.
        const bool taken = answers.empty();
        step = reader.resume(answers.portion());
        fuzz::mustHold(!taken || !std::holds_alternative<Transmit>(step),
                       "a card that is gone is asked nothing");
    }
    const auto& contents = std::get<Result<model::ChipContents>>(step);
    if (!contents) {
        fuzz::mustHold(contents.error().code != FaultCode::Bug, "a chip's answer is no bug of ours");
        return;
    }
    fuzz::mustHold(contents->authenticity != model::Authenticity::Verified,
                   "who trusts nobody verifies nothing");
    fuzz::mustHold(!reader.access().empty() && !reader.reason().empty(), "a reading can be explained");
}

const fuzz::Registration kTarget("chip_answers", run);

} // namespace
