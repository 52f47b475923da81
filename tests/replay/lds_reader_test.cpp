// Whole readings of chips of each kind, with each step failing in each way that cards fail.
#include "drivers/smartcard/lds_reader.h"
#include "drivers/smartcard/security_infos.h"
#include "tests/simulators/chip/lds_chip.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

using namespace balady;
using smartcard::LdsReader;
using smartcard::Transmit;

namespace {

// Doc 9303-5 appendix B's specimen.
const std::string kZone = "I<UTOD231458907<<<<<<<<<<<<<<<"
                          "7408122F1204159UTO<<<<<<<<<<<6"
                          "ERIKSSON<<ANNA<MARIA<<<<<<<<<<";
const ports::AccessKey kKey{"D23145890", "740812", "120415"};

/// Bytes that count up from `start`: below the order of every curve, and never the same on both sides.
crypto::RandomSource counting(std::uint8_t start) {
    return [start](std::size_t count) {
        Bytes out(count);
        std::iota(out.begin(), out.end(), start);
        return out;
    };
}

/// A kind of chip, and what its reading ends in when a command before the files is refused.
struct Kind {
    const char* name;
    simulators::ChipDesign design;
    std::vector<std::optional<FaultCode>> refusals; ///< nothing: it is read all the same
};

simulators::ChipDesign withPace(smartcard::Cipher cipher, crypto::Curve curve, std::uint8_t parameterId) {
    return {kZone, false, smartcard::PaceOffer{cipher, curve, parameterId, false}, "123456", {}};
}

const std::vector<Kind>& kinds() {
    using crypto::Curve;
    using smartcard::Cipher;
    using enum FaultCode;
    // EF.CardAccess (3), MSE:Set AT, GENERAL AUTHENTICATE (4), and the application under secure messaging. Without
    // EF.CardAccess a chip is tried with BAC, which these do not have.
    const std::vector<std::optional<FaultCode>> pace{UnsupportedCard, UnsupportedCard, UnsupportedCard,
                                                     UnsupportedCard, Malformed,       Malformed,
                                                     Malformed,       AccessDenied,    Malformed};
    static const std::vector<Kind> kKinds{
        // EF.CardAccess, which is refused anyway; the application; BAC (2).
        {"bac", {kZone}, {std::nullopt, UnsupportedCard, UnsupportedCard, AccessDenied}},
        {"pace aes-128 brainpool", withPace(Cipher::Aes128, Curve::BrainpoolP256r1, 13), pace},
        {"pace aes-256 p-521", withPace(Cipher::Aes256, Curve::NistP521, 18), pace},
        {"pace 3des p-256", withPace(Cipher::Des3, Curve::NistP256, 12), pace},
    };
    return kKinds;
}

simulators::LdsChip chipOf(const simulators::ChipDesign& design) {
    return {design, counting(100)};
}

struct Ending {
    Result<model::ChipContents> result = Fault{FaultCode::Bug, "never ended"};
    std::size_t answers = 0;
};

/// Drives a reading; `answer` gets the step's number (from 0) and the command.
Ending drive(const ports::AccessKey& key, const std::function<Bytes(std::size_t, ByteView)>& answer) {
    LdsReader reader(key, {{}, {}, false, counting(1)});
    Ending ending;
    auto step = reader.start();
    while (auto* transmit = std::get_if<Transmit>(&step)) {
        REQUIRE(ending.answers < 200);
        step = reader.resume(answer(ending.answers, transmit->command));
        ++ending.answers;
    }
    ending.result = std::get<Result<model::ChipContents>>(std::move(step));
    return ending;
}

/// The answers of a chip of this kind.
std::vector<Bytes> record(const Kind& kind) {
    auto chip = chipOf(kind.design);
    std::vector<Bytes> answers;
    const auto ending = drive(kKey, [&](std::size_t, ByteView command) {
        answers.push_back(chip.answer(command));
        return answers.back();
    });
    REQUIRE(ending.result.has_value());
    return answers;
}

/// A reading of which one answer is replaced on its way.
Ending withFault(const Kind& kind, std::size_t failing, const Bytes& instead) {
    auto chip = chipOf(kind.design);
    return drive(kKey, [&](std::size_t step, ByteView command) {
        auto answer = chip.answer(command);
        return step == failing ? instead : answer;
    });
}

} // namespace

TEST_CASE("healthy_chip_is_not_read") {
    for (const auto& kind : kinds()) {
        CAPTURE(kind.name);
        auto chip = chipOf(kind.design);
        const auto ending = drive(kKey, [&](std::size_t, ByteView command) { return chip.answer(command); });
        const auto& mrz = ending.result->mrz;
        CHECK(mrz.documentNumber == "D23145890");
        CHECK(mrz.surname == "ERIKSSON");
        CHECK(mrz.givenNames == "ANNA MARIA");
        CHECK(ending.answers == kind.refusals.size() + 7); // EF.COM (3), EF.DG1 (3), EF.SOD (none)
    }
}

TEST_CASE("card_removed_at_any_step") {
    for (const auto& kind : kinds())
        for (std::size_t step = 0; step < record(kind).size(); ++step)
            for (const Bytes& stump : {Bytes{}, Bytes{0x90}}) {
                const auto ending = withFault(kind, step, stump);
                CAPTURE(kind.name);
                CAPTURE(step);
                CHECK(ending.result.error().code == FaultCode::CardRemoved);
                CHECK(ending.answers == step + 1);
            }
}

TEST_CASE("refusal_at_any_step_is_named_wrongly") {
    for (const auto& kind : kinds())
        for (std::size_t step = 0; step < record(kind).size(); ++step)
            for (const int word : {0x6300, 0x6700, 0x6982, 0x6985, 0x6988, 0x6a82, 0x6d00, 0x6f00, 0x0000}) {
                const Bytes refusal{static_cast<std::uint8_t>(word >> 8), static_cast<std::uint8_t>(word)};
                const auto ending = withFault(kind, step, refusal);
                CAPTURE(kind.name);
                CAPTURE(step);
                CAPTURE(word);
                // After the handshake a bare status word means that the chip has dropped the session.
                const auto expected =
                    step < kind.refusals.size() ? kind.refusals[step] : std::optional(FaultCode::Malformed);
                CHECK(ending.result.has_error() == expected.has_value());
                if (expected)
                    CHECK(ending.result.error().code == *expected);
            }
}

TEST_CASE("garbled_answer_at_any_step_gives_a_name") {
    for (const auto& kind : kinds()) {
        CAPTURE(kind.name);
        const std::size_t stride = kind.design.pace ? 29 : 1; // curves take their time
        const auto transcript = record(kind);
        for (std::size_t step = 1; step < transcript.size();
             ++step) { // step 0 carries nothing but its status
            const auto& good = transcript[step];
            CAPTURE(step);
            for (std::size_t byte = 0; byte + 2 < good.size(); byte += stride) {
                auto altered = good;
                altered[byte] ^= 0x40;
                CHECK(withFault(kind, step, altered).result.has_error());
            }
            for (std::size_t size = 2; size < good.size(); size += stride)
                CHECK(withFault(kind, step, Bytes(good.begin(), good.begin() + static_cast<long>(size)))
                          .result.has_error());
            CHECK(withFault(kind, step, Bytes(300, 0xff)).result.has_error());
            if (good.size() > 2) // else only its status is looked at
                CHECK(withFault(kind, step, transcript[step - 1]).result.has_error());
            CHECK(withFault(kind, step, {0x90, 0x00}).result.has_error() ==
                  (good.size() > 2)); // no bytes at all
        }
    }
}

TEST_CASE("pace_failure_falls_back_to_bac") {
    for (auto kind : kinds()) {
        kind.design.bac = true;
        CAPTURE(kind.name);
        auto chip = chipOf(kind.design);
        const auto ending = drive({"D23145891", "740812", "120415"}, [&](std::size_t, ByteView command) {
            CHECK((!kind.design.pace || command[1] != 0x84)); // GET CHALLENGE is BAC's first command
            return chip.answer(command);
        });
        CHECK(ending.result.error().code == FaultCode::AccessDenied);
    }
}

TEST_CASE("chip_with_a_pace_that_we_do_not_speak_is_not_opened_by_bac") {
    // PACE with integrated mapping only, as Doc 9303-11, 9.2.1 writes it.
    simulators::ChipDesign design{kZone};
    design.cardAccess = fromHex("31143012060a04007f0007020204040202010202010d").value();
    auto chip = chipOf(design);
    const auto ending = drive(kKey, [&](std::size_t, ByteView command) { return chip.answer(command); });
    CHECK(ending.result.has_value());
}

TEST_CASE("garbled_card_access_is_taken_for_a_chip_without_pace") {
    simulators::ChipDesign design{kZone};
    design.cardAccess = fromHex("3104300202ff").value();
    auto chip = chipOf(design);
    const auto ending = drive(kKey, [&](std::size_t, ByteView command) { return chip.answer(command); });
    CHECK(ending.result.error().code == FaultCode::Malformed);
}

TEST_CASE("card_access_number_opens_nothing_or_anything") {
    const auto& pace = kinds()[1];
    const auto readWith = [](const simulators::ChipDesign& design, const char* number) {
        auto chip = chipOf(design);
        return drive({"", "", "", number},
                     [&](std::size_t, ByteView command) { return chip.answer(command); })
            .result;
    };
    CHECK(readWith(pace.design, "123456").value().mrz.surname == "ERIKSSON");
    CHECK(readWith(pace.design, "123457").error().code == FaultCode::AccessDenied);
    CHECK(readWith({kZone}, "123456").error().code == FaultCode::AccessDenied); // BAC knows no such number
    auto without = pace.design;
    without.cardAccessNumber.clear();
    CHECK(readWith(without, "123456").error().code == FaultCode::UnsupportedCard);
}

TEST_CASE("wrong_key_opens_the_chip") {
    for (const auto& kind : kinds())
        for (const ports::AccessKey& key : {ports::AccessKey{"D23145891", "740812", "120415"},
                                            ports::AccessKey{"D23145890", "740813", "120415"},
                                            ports::AccessKey{"D23145890", "740812", "120416"}}) {
            auto chip = chipOf(kind.design);
            const auto ending =
                drive(key, [&](std::size_t, ByteView command) { return chip.answer(command); });
            CHECK(ending.result.error().code == FaultCode::AccessDenied);
            CHECK(ending.result.error().context.find("6300") != std::string::npos);
        }
}

TEST_CASE("unusable_key_reaches_the_chip") {
    const auto ending = drive({"", "", ""}, [](std::size_t, ByteView) { return Bytes{0x90, 0x00}; });
    CHECK(ending.result.error().code == FaultCode::Malformed);
    CHECK(ending.answers == 0);
}

TEST_CASE("personal_data_in_a_fault_context") {
    for (const auto& kind : kinds())
        for (std::size_t step = 1; step < record(kind).size(); ++step)
            for (const Bytes& answer : {Bytes{}, Bytes{0x69, 0x82}, Bytes(40, 0x33)}) {
                const auto context = withFault(kind, step, answer).result.error().context;
                for (const char* personal : {"D2314589", "740812", "120415", "ERIKSSON"})
                    CHECK(context.find(personal) == std::string::npos);
            }
}

TEST_CASE("simulated_chip_answers_in_the_clear") {
    for (const auto& kind : kinds()) {
        auto chip = chipOf(kind.design);
        CHECK(toHex(chip.answer(fromHex("00a4040c07a0000002471001").value())) == "9000");
        CHECK(toHex(chip.answer(fromHex("00a4020c020101").value())) == "6982");
        CHECK(toHex(chip.answer(fromHex("00b0000004").value())) == "6982");
        CHECK(toHex(chip.answer(fromHex("00a4040c07a0000002471002").value())) == "6a82");
    }
}
