// A whole reading of a chip, recorded once, then replayed with each step failing in each way that cards fail.
#include "drivers/smartcard/lds_reader.h"
#include "tests/simulators/chip/lds_chip.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <string>
#include <vector>

using namespace balady;
using smartcard::BacRandom;
using smartcard::LdsReader;
using smartcard::Transmit;

namespace {

// Doc 9303-5 appendix B's specimen.
const std::string kZone = "I<UTOD231458907<<<<<<<<<<<<<<<"
                          "7408122F1204159UTO<<<<<<<<<<<6"
                          "ERIKSSON<<ANNA<MARIA<<<<<<<<<<";
const ports::AccessKey kKey{"D23145890", "740812", "120415"};

BacRandom fixedRandom() {
    BacRandom out;
    std::iota(out.challenge.begin(), out.challenge.end(), std::uint8_t{1});
    std::iota(out.keyPart.begin(), out.keyPart.end(), std::uint8_t{50});
    return out;
}

simulators::LdsChip makeChip() {
    return {kZone, [](std::size_t count) {
                Bytes out(count);
                std::iota(out.begin(), out.end(), std::uint8_t{100});
                return out;
            }};
}

struct Ending {
    Result<model::Mrz> result = Fault{FaultCode::Bug, "never ended"};
    std::size_t answers = 0;
};

/// Drives a reading; `answer` gets the step's number (from 0) and the command.
Ending drive(const ports::AccessKey& key, const std::function<Bytes(std::size_t, ByteView)>& answer) {
    LdsReader reader(key, fixedRandom());
    Ending ending;
    auto step = reader.start();
    while (auto* transmit = std::get_if<Transmit>(&step)) {
        REQUIRE(ending.answers < 50);
        step = reader.resume(answer(ending.answers, transmit->command));
        ++ending.answers;
    }
    ending.result = std::get<Result<model::Mrz>>(std::move(step));
    return ending;
}

std::vector<Bytes> record() {
    auto chip = makeChip();
    std::vector<Bytes> answers;
    const auto ending = drive(kKey, [&](std::size_t, ByteView command) {
        answers.push_back(chip.answer(command));
        return answers.back();
    });
    REQUIRE(ending.result.has_value());
    return answers;
}

/// The recorded transcript with one answer replaced.
Ending replayWith(const std::vector<Bytes>& transcript, std::size_t failing, const Bytes& instead) {
    return drive(kKey, [&](std::size_t step, ByteView) {
        return step == failing ? instead : step < transcript.size() ? transcript[step] : Bytes{};
    });
}

} // namespace

TEST_CASE("healthy_chip_is_not_read") {
    const auto transcript = record();
    const auto ending = replayWith(transcript, transcript.size(), {});
    const auto& mrz = ending.result.value();
    CHECK(mrz.documentNumber == "D23145890");
    CHECK(mrz.surname == "ERIKSSON");
    CHECK(mrz.givenNames == "ANNA MARIA");
    CHECK(ending.answers == 9); // application, BAC (2), EF.COM (3), EF.DG1 (3)
}

TEST_CASE("card_removed_at_any_step") {
    const auto transcript = record();
    for (std::size_t step = 0; step < transcript.size(); ++step)
        for (const Bytes& stump : {Bytes{}, Bytes{0x90}}) {
            const auto ending = replayWith(transcript, step, stump);
            CAPTURE(step);
            CHECK(ending.result.error().code == FaultCode::CardRemoved);
            CHECK(ending.answers == step + 1);
        }
}

TEST_CASE("refusal_at_any_step_is_named_wrongly") {
    const auto transcript = record();
    const std::vector<FaultCode> expected{
        FaultCode::UnsupportedCard, // no ICAO application
        FaultCode::UnsupportedCard, // no BAC
        FaultCode::AccessDenied,    // wrong key
        // From here on a bare status word means that the chip has dropped the session.
        FaultCode::Malformed, FaultCode::Malformed, FaultCode::Malformed, FaultCode::Malformed,
        FaultCode::Malformed, FaultCode::Malformed};
    REQUIRE(expected.size() == transcript.size());
    for (std::size_t step = 0; step < transcript.size(); ++step)
        for (const int word : {0x6300, 0x6700, 0x6982, 0x6985, 0x6988, 0x6a82, 0x6d00, 0x6f00, 0x0000}) {
            const Bytes refusal{static_cast<std::uint8_t>(word >> 8), static_cast<std::uint8_t>(word)};
            const auto ending = replayWith(transcript, step, refusal);
            CAPTURE(step);
            CAPTURE(word);
            CHECK(ending.result.error().code == expected[step]);
            CHECK(ending.answers == step + 1);
        }
}

TEST_CASE("garbled_answer_at_any_step_gives_a_name") {
    const auto transcript = record();
    for (std::size_t step = 1; step < transcript.size(); ++step) { // step 0 carries nothing but its status
        const auto& good = transcript[step];
        CAPTURE(step);
        for (std::size_t byte = 0; byte + 2 < good.size(); ++byte) {
            auto altered = good;
            altered[byte] ^= 0x40;
            CHECK(replayWith(transcript, step, altered).result.has_error());
        }
        for (std::size_t size = 2; size < good.size(); ++size)
            CHECK(replayWith(transcript, step, Bytes(good.begin(), good.begin() + static_cast<long>(size)))
                      .result.has_error());
        CHECK(replayWith(transcript, step, Bytes(300, 0xff)).result.has_error());
        CHECK(replayWith(transcript, step, transcript[step - 1]).result.has_error());
    }
}

TEST_CASE("wrong_key_opens_the_chip") {
    auto chip = makeChip();
    for (const ports::AccessKey& key : {ports::AccessKey{"D23145891", "740812", "120415"},
                                        ports::AccessKey{"D23145890", "740813", "120415"},
                                        ports::AccessKey{"D23145890", "740812", "120416"}}) {
        const auto ending = drive(key, [&](std::size_t, ByteView command) { return chip.answer(command); });
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
    const auto transcript = record();
    for (std::size_t step = 0; step < transcript.size(); ++step)
        for (const Bytes& answer : {Bytes{}, Bytes{0x69, 0x82}, Bytes(40, 0x33)}) {
            const auto context = replayWith(transcript, step, answer).result.error().context;
            for (const char* personal : {"D2314589", "740812", "120415", "ERIKSSON"})
                CHECK(context.find(personal) == std::string::npos);
        }
}

TEST_CASE("simulated_chip_answers_in_the_clear") {
    auto chip = makeChip();
    CHECK(toHex(chip.answer(fromHex("00a4040c07a0000002471001").value())) == "9000");
    CHECK(toHex(chip.answer(fromHex("00a4020c020101").value())) == "6982");
    CHECK(toHex(chip.answer(fromHex("00b0000004").value())) == "6982");
    CHECK(toHex(chip.answer(fromHex("00a4040c07a0000002471002").value())) == "6a82");
}
