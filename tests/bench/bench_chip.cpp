// bench_chip: how long this terminal's side of a reading takes, beside the time that the bytes need over the antenna.
#include "drivers/smartcard/lds_reader.h"
#include "tests/simulators/chip/personalisation.h"

#include <boost/json.hpp>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <stdexcept>
#include <vector>

using namespace balady;
namespace json = boost::json;

namespace {

constexpr int kRuns = 25;
/// ISO/IEC 14443-3: the slowest rate, which every chip speaks, and the one that most readers settle on.
constexpr double kSlowRate = 106'000;
constexpr double kUsualRate = 424'000;
/// ISO/IEC 14443-4 around each block: PCB, CID, two bytes of CRC, and the start, stop and parity bits of each byte.
constexpr double kBlockOverhead = 4;
constexpr double kBitsOnTheAir = 9;

struct Reading {
    double terminalMs = 0; ///< without the chip's own work
    double chipMs = 0;     ///< the simulated chip's, which a real one does at its own pace
    std::size_t commands = 0;
    std::size_t bytes = 0; ///< both ways
};

using Clock = std::chrono::steady_clock;
double millisecondsOf(Clock::duration time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

Reading readOnce(const simulators::ChipDesign& design, const crypto::TrustList& trust, bool withPortrait) {
    simulators::LdsChip chip(design, crypto::randomBytes);
    Reading out;
    const auto start = Clock::now();
    Clock::duration inChip{};
    smartcard::LdsReader reader(chip.accessKey(), {trust, SystemClock().now(), withPortrait});
    auto step = reader.start();
    while (auto* transmit = std::get_if<smartcard::Transmit>(&step)) {
        const auto asked = Clock::now();
        const auto answer = chip.answer(transmit->command);
        inChip += Clock::now() - asked;
        ++out.commands;
        out.bytes += transmit->command.size() + answer.size();
        step = reader.resume(answer);
    }
    const auto& contents = std::get<Result<model::ChipContents>>(step).value();
    if (contents.authenticity != model::Authenticity::Verified ||
        contents.portrait.has_value() != withPortrait)
        throw std::runtime_error("the reading is not what it should be");
    out.terminalMs = millisecondsOf(Clock::now() - start - inChip);
    out.chipMs = millisecondsOf(inChip);
    return out;
}

double transferMs(const Reading& reading, double bitsPerSecond) {
    const double bytes =
        static_cast<double>(reading.bytes) + kBlockOverhead * 2 * static_cast<double>(reading.commands);
    return bytes * kBitsOnTheAir / bitsPerSecond * 1000;
}

json::object measure(const simulators::Country& country, simulators::CardFile card, bool withPortrait) {
    card.portraitSize = withPortrait ? 15000 : 0;
    const auto design = country.personalise(card).value();
    const auto trust = crypto::TrustList::fromPem(country.trustList()).value();
    std::vector<Reading> readings;
    for (int i = 0; i < kRuns; ++i)
        readings.push_back(readOnce(design, trust, withPortrait));
    std::sort(readings.begin(), readings.end(),
              [](const Reading& a, const Reading& b) { return a.terminalMs < b.terminalMs; });
    const auto& median = readings[kRuns / 2];
    return {{"terminal_ms_median", median.terminalMs},
            {"terminal_ms_worst", readings.back().terminalMs},
            {"simulated_chip_ms", median.chipMs},
            {"commands", median.commands},
            {"bytes", median.bytes},
            {"transfer_ms_at_106_kbit", transferMs(median, kSlowRate)},
            {"transfer_ms_at_424_kbit", transferMs(median, kUsualRate)}};
}

} // namespace

int main() {
    const simulators::Country country;
    simulators::CardFile bac;
    bac.mrz = "I<SAUSA123456741000000016<<<<<9005178F3108169SAU<<<<<<<<<<<8ALSALEM<<NOURA<<<<<<<<<<<<<<<<";
    const auto pace = [&](smartcard::Cipher cipher, crypto::Curve curve, std::uint8_t parameterId) {
        auto card = bac;
        card.bac = false;
        card.pace = smartcard::PaceOffer{cipher, curve, parameterId, false};
        return card;
    };
    const auto usual = pace(smartcard::Cipher::Aes128, crypto::Curve::BrainpoolP256r1, 13);
    const auto strongest = pace(smartcard::Cipher::Aes256, crypto::Curve::NistP521, 18);
    std::cout << json::serialize(
                     json::object{{"runs", kRuns},
                                  {"bac", measure(country, bac, false)},
                                  {"pace_aes128_brainpool256", measure(country, usual, false)},
                                  {"pace_aes256_p521", measure(country, strongest, false)},
                                  {"pace_aes128_brainpool256_with_photo", measure(country, usual, true)}})
              << '\n';
}
