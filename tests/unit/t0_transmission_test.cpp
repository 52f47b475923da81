#include "drivers/smartcard/t0_transmission.h"

#include <doctest/doctest.h>

#include <deque>
#include <vector>

using namespace balady;

namespace {

/// A card that was told what to answer, and remembers what it was asked.
struct Card {
    std::deque<Bytes> answers;
    std::vector<Bytes> asked = {};

    Bytes obey(const Bytes& command) {
        return smartcard::transmitByT0(command,
                                       [this](ByteView tpdu) -> Result<Bytes> {
                                           asked.emplace_back(tpdu.begin(), tpdu.end());
                                           if (answers.empty())
                                               return Fault{FaultCode::CardRemoved, "no answer"};
                                           auto answer = answers.front();
                                           answers.pop_front();
                                           return answer;
                                       })
            .value();
    }
};

} // namespace

TEST_CASE("command_without_a_length_is_sent_by_t0") {
    Card card{{{0x90, 0x00}}};
    CHECK(card.obey({0x00, 0xa4, 0x00, 0x0c}) == Bytes{0x90, 0x00});
    CHECK(card.asked == std::vector<Bytes>{{0x00, 0xa4, 0x00, 0x0c, 0x00}});
}

TEST_CASE("data_and_expected_length_cross_t0_together") {
    Card card{{{0x61, 0x03}, {1, 2, 3, 0x90, 0x00}}};
    CHECK(card.obey({0x0c, 0x82, 0x00, 0x00, 0x02, 7, 8, 0x00}) == Bytes{1, 2, 3, 0x90, 0x00});
    CHECK(card.asked ==
          std::vector<Bytes>{{0x0c, 0x82, 0x00, 0x00, 0x02, 7, 8}, {0x00, 0xc0, 0x00, 0x00, 0x03}});
}

TEST_CASE("length_that_the_card_corrects_is_given_up") {
    Card card{{{0x6c, 0x02}, {1, 2, 0x90, 0x00}}};
    CHECK(card.obey({0x00, 0xb0, 0x00, 0x00, 0x00}) == Bytes{1, 2, 0x90, 0x00});
    CHECK(card.asked.back() == Bytes{0x00, 0xb0, 0x00, 0x00, 0x02});
}

TEST_CASE("data_of_the_caller_are_fetched_by_t0") {
    Card more{{{0x61, 0x00}, {1, 2, 0x61, 0x05}}};
    CHECK(more.obey({0x00, 0xcb, 0x3f, 0xff, 0x01, 7, 0x00}) == Bytes{1, 2, 0x61, 0x05});
    CHECK(more.asked.size() == 2);
    Card read{{{0x61, 0x05}}};
    CHECK(read.obey({0x00, 0xc0, 0x00, 0x00, 0x00}) == Bytes{0x61, 0x05});
    CHECK(read.asked.size() == 1);
}

TEST_CASE("answer_that_is_longer_than_256_bytes_is_cut_by_t0") {
    const Bytes extended{0x0c, 0x88, 0x00, 0x00, 0x00, 0x00, 0x02, 7, 8, 0x00, 0x00};
    Card card{{{0x61, 0x00}, {1, 2, 0x61, 0x01}, {3, 0x90, 0x00}}};
    CHECK(card.obey(extended) == Bytes{1, 2, 3, 0x90, 0x00});
    CHECK(card.asked == std::vector<Bytes>{{0x0c, 0x88, 0x00, 0x00, 0x02, 7, 8},
                                           {0x00, 0xc0, 0x00, 0x00, 0x00},
                                           {0x00, 0xc0, 0x00, 0x00, 0x01}});
    Card endless{std::deque<Bytes>(1000, Bytes{1, 0x61, 0x01})};
    CHECK(endless.obey(extended).size() < 256);
    CHECK(endless.asked.size() < 256);
}

TEST_CASE("refusal_is_asked_again_by_t0") {
    Card card{{{0x69, 0x82}}};
    CHECK(card.obey({0x00, 0x20, 0x00, 0x80, 0x01, 7}) == Bytes{0x69, 0x82});
    CHECK(card.asked.size() == 1);
}

TEST_CASE("card_that_is_pulled_from_t0_hangs") {
    CHECK_THROWS(Card{}.obey({0x00, 0xb0, 0x00, 0x00, 0x00})); // the fault, passed on
    Card empty{{Bytes{}}};
    CHECK(empty.obey({0x00, 0xb0, 0x00, 0x00, 0x00}).empty());
}
