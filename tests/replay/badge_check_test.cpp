// A technician's badge looked at and proven, without a reader: the protocol talks to the simulated chip directly.
#include "drivers/smartcard/badge_check.h"
#include "tests/simulators/chip/answers.h"
#include "tests/simulators/chip/badge_office.h"

#include <doctest/doctest.h>

#include <functional>
#include <vector>

using namespace balady;
using model::BadgeState;
using smartcard::BadgeCheck;
using smartcard::Transmit;

namespace {

constexpr const char* kPin = "123456";

const simulators::BadgeOffice& office() {
    static const simulators::BadgeOffice kOffice;
    return kOffice;
}

smartcard::BadgeTerms terms() {
    return {crypto::TrustList::fromPem(office().trustList()).value(), SystemClock().now()};
}

simulators::BadgeChip chipOf(simulators::Signature signature = simulators::Signature::Good, int tries = 3) {
    simulators::CardFile card;
    card.signature = signature;
    card.tries = tries;
    return simulators::BadgeChip(office().personalise(card));
}

/// What came of it, and every command that the card got.
struct Run {
    Result<model::Badge> result;
    std::vector<Bytes> commands;
};
using Answer = std::function<Bytes(ByteView)>;

Run run(const Answer& card, const std::string& pin = {}, smartcard::BadgeTerms known = terms()) {
    BadgeCheck check(std::move(known), SecretText(pin));
    std::vector<Bytes> commands;
    auto step = check.start();
    while (const auto* transmit = std::get_if<Transmit>(&step)) {
        commands.emplace_back(transmit->command.begin(), transmit->command.end());
        step = check.resume(card(commands.back()));
    }
    return {std::get<1>(step), std::move(commands)};
}

Run run(simulators::BadgeChip& chip, const std::string& pin = {}) {
    chip.reset();
    return run([&chip](ByteView command) { return chip.answer(command); }, pin);
}

bool gotPin(const Run& done) {
    for (const auto& command : done.commands)
        if (command[1] == 0x20 && command.size() > 4)
            return true;
    return false;
}

} // namespace

TEST_CASE("badge_is_not_seen_or_not_believed") {
    auto chip = chipOf();
    const auto seen = run(chip);
    CHECK(seen.result->state == BadgeState::Waiting);
    CHECK(seen.result->triesLeft == 3);
    CHECK(seen.result->mark.size() == 32);
    CHECK_FALSE(gotPin(seen));
    const auto proven = run(chip, kPin);
    CHECK(proven.result->state == BadgeState::Proven);
    CHECK(proven.result->mark == seen.result->mark);
}

TEST_CASE("citizens_card_is_asked_more_than_once") {
    const auto seen = run([](ByteView) { return simulators::status(0x6a82); });
    CHECK(seen.result->state == BadgeState::None);
    CHECK(seen.commands.size() == 1);
}

TEST_CASE("wrong_pin_opens_or_its_tries_are_not_counted") {
    auto chip = chipOf();
    const auto first = run(chip, "654321");
    CHECK(first.result->state == BadgeState::WrongPin);
    CHECK(first.result->triesLeft == 2);
    CHECK(run(chip, "12345678").result->triesLeft == 1); // longer than the right one, which it begins with
    CHECK(run(chip).result->triesLeft == 1);             // looking costs no try
    CHECK(run(chip, "654321").result->state == BadgeState::Blocked);
    CHECK(run(chip, kPin).result->state == BadgeState::Blocked);
    CHECK(run(chip).result->state == BadgeState::Blocked);
}

TEST_CASE("card_that_nobody_vouches_for_gets_the_pin") {
    using simulators::Signature;
    for (const auto& [signature, state] : {std::pair{Signature::UnknownIssuer, BadgeState::Unknown},
                                           std::pair{Signature::ExpiredSigner, BadgeState::Expired}}) {
        auto chip = chipOf(signature);
        CHECK(run(chip).result->state == state);
        const auto tried = run(chip, kPin);
        CHECK(tried.result->state == state);
        CHECK_FALSE(gotPin(tried));
    }
}

TEST_CASE("copied_certificate_passes_for_the_badge") {
    auto chip = chipOf(simulators::Signature::Forged);
    CHECK(run(chip).result->state == BadgeState::Waiting);
    CHECK(run(chip, kPin).result->state == BadgeState::Forged);
    // A signature that was good once, over another challenge.
    auto good = chipOf();
    Bytes before;
    const auto recorded = run(
        [&](ByteView command) {
            auto answer = good.answer(command);
            if (command[1] == 0x87)
                before = answer;
            return answer;
        },
        kPin);
    REQUIRE(recorded.result->state == BadgeState::Proven);
    good.reset();
    const auto replayed =
        run([&](ByteView command) { return command[1] == 0x87 ? before : good.answer(command); }, kPin);
    CHECK(replayed.result->state == BadgeState::Forged);
}

TEST_CASE("badge_that_takes_no_pin_by_air_counts_as_a_wrong_pin") {
    simulators::CardFile card;
    card.refusesPin = true;
    simulators::BadgeChip chip(office().personalise(card));
    CHECK(run(chip, kPin).result.error().code == FaultCode::UnsupportedCard);
}

TEST_CASE("text_that_is_no_pin_reaches_the_card") {
    for (const char* text : {"12345", "123456789", "12 456", "12345x"}) {
        CAPTURE(text);
        auto chip = chipOf();
        const auto tried = run(chip, text);
        CHECK(tried.result.error().code == FaultCode::Malformed);
        CHECK(tried.commands.empty());
    }
}

TEST_CASE("answer_that_is_cut_or_changed_is_read_beyond_its_end_or_believed") {
    auto good = chipOf();
    const auto count = run(good, kPin).commands.size();
    REQUIRE(count == 5);
    for (std::size_t broken = 0; broken < count; ++broken)
        for (std::size_t keep = 0; keep < 400; keep += 3) {
            CAPTURE(broken);
            CAPTURE(keep);
            auto chip = chipOf();
            std::size_t number = 0;
            bool changed = false;
            const auto cut = run(
                [&](ByteView command) {
                    auto answer = chip.answer(command);
                    if (number++ == broken && keep + 2 < answer.size()) {
                        answer.erase(answer.begin() + static_cast<std::ptrdiff_t>(keep), answer.end() - 2);
                        changed = true;
                    }
                    return answer;
                },
                kPin);
            // But for what SELECT says of itself, which nobody reads.
            if (changed && broken > 0 && cut.result)
                CHECK(cut.result->state != BadgeState::Proven);
        }
}

TEST_CASE("card_that_always_has_more_is_followed_for_ever") {
    const auto endless = run([](ByteView) { return simulators::status(0x6110); });
    CHECK(endless.result.error().code == FaultCode::Malformed);
    const auto flood = run([](ByteView) {
        return simulators::joined({Bytes(256), simulators::status(0x6100)});
    });
    CHECK(flood.result.error().code == FaultCode::Malformed);
}

TEST_CASE("withdrawn_badge_gets_the_pin_or_an_old_list_is_not_said") {
    auto chip = chipOf();
    const auto with = [&](bool withdrawn, long until, bool wantsListOfToday) {
        auto known = terms();
        known.withdrawn =
            crypto::RevocationList::fromPem(office().withdrawn(withdrawn, until), known.trust).value();
        known.wantsListOfToday = wantsListOfToday;
        chip.reset();
        return run([&chip](ByteView command) { return chip.answer(command); }, kPin, std::move(known));
    };
    constexpr long kDay = 24 * 3600;
    for (const bool wants : {true, false})
        for (const long until : {kDay, -kDay}) { // withdrawn stays withdrawn, however old the list is
            const auto lost = with(true, until, wants);
            CHECK(lost.result->state == BadgeState::Withdrawn);
            CHECK_FALSE(gotPin(lost));
        }
    CHECK(with(false, kDay, true).result->state == BadgeState::Proven);
    CHECK_FALSE(with(false, kDay, true).result->listIsOld);
    const auto refused = with(false, -kDay, true);
    CHECK(refused.result->state == BadgeState::ListOld);
    CHECK_FALSE(gotPin(refused));
    CHECK(with(false, -kDay, false).result->state == BadgeState::Proven);
    CHECK(with(false, -kDay, false).result->listIsOld);
}
