// A whole reading of a chip that opens as it should and holds whatever it likes.
#include "drivers/smartcard/lds_reader.h"
#include "tests/fuzz/issuer.h"
#include "tests/fuzz/target.h"
#include "tests/simulators/chip/lds_chip.h"

namespace {

using namespace balady;
using namespace balady::smartcard;

crypto::RandomSource sameEachTime() {
    return [count = std::uint8_t{0}](std::size_t size) mutable {
        Bytes out(size);
        for (auto& byte : out)
            byte = static_cast<std::uint8_t>(++count & 0x3f);
        return out;
    };
}

/// Flags, then EF.CardAccess, EF.COM, EF.DG1, EF.SOD and EF.DG2 as portions; an empty one is no file.
simulators::ChipDesign chipOf(fuzz::Portions input) {
    constexpr int kNoFile = 0;
    simulators::ChipDesign chip;
    chip.mrz = fuzz::kSignedZone;
    if ((input.byte() & 2) != 0)
        chip.pace = PaceOffer{Cipher::Aes128, crypto::Curve::BrainpoolP256r1, 13, false};
    for (const int file : {kNoFile, 0x011e, 0x0101, 0x011d, 0x0102}) {
        const auto portion = input.portion();
        Bytes content(portion.begin(), portion.end());
        if (content.empty())
            continue;
        if (file == kNoFile)
            chip.cardAccess = std::move(content);
        else
            chip.files[file] = std::move(content);
    }
    return chip;
}

void run(ByteView input) {
    // Five files of at most 32 KiB in pieces of 223 bytes, and some forty commands to open the chip and to select.
    constexpr int kMostCommands = 5 * 147 + 50;
    const fuzz::Portions portions(input);
    const auto design = chipOf(portions);
    simulators::LdsChip chip(design, sameEachTime());
    LdsReader reader(chip.accessKey(), {fuzz::issuerTrusted(), fuzz::dayOfValidity(),
                                        !input.empty() && (input[0] & 1) != 0, sameEachTime()});
    auto step = reader.start();
    for (int i = 0; std::holds_alternative<Transmit>(step); ++i) {
        fuzz::mustHold(i < kMostCommands, "a reading ends");
        step = reader.resume(chip.answer(std::get<Transmit>(step).command));
    }
    const auto& contents = std::get<Result<model::ChipContents>>(step);
    if (!contents) {
        fuzz::mustHold(contents.error().code != FaultCode::Bug, "a chip's contents are no bug of ours");
        return;
    }
    const auto dg1 = design.files.find(0x0101);
    if (contents->authenticity == model::Authenticity::Verified)
        fuzz::mustHold(dg1 == design.files.end() ||
                           dg1->second == simulators::makeDg1(std::string(fuzz::kSignedZone)),
                       "only what was signed is verified");
}

const fuzz::Registration kTarget("chip_files", run);

} // namespace
