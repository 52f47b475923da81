#include "kiosk/service/zone_scans.h"

#include <doctest/doctest.h>

using namespace balady;
using service::ZoneScans;

namespace {

// Doc 9303-5 and 9303-4, appendices B: the specimens' zones.
constexpr const char* kCard[] = {"I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6",
                                 "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"};
constexpr const char* kPassport[] = {"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
                                     "L898902C36UTO7408122F1204159ZE184226B<<<<<10"};

} // namespace

TEST_CASE("zone_that_comes_line_by_line_is_not_put_together") {
    ZoneScans scans;
    CHECK(!scans.take(kCard[0]));
    CHECK(!scans.take(kCard[1]));
    const auto card = scans.take(kCard[2]);
    REQUIRE(card);
    CHECK(card->documentNumber == "D23145890");
    CHECK(!scans.take(kPassport[0])); // the next one begins anew
    const auto passport = scans.take(kPassport[1]);
    REQUIRE(passport);
    CHECK(passport->documentNumber == "L898902C3");
}

TEST_CASE("zone_in_one_piece_is_not_read") {
    ZoneScans scans;
    CHECK(scans.take(std::string(kCard[0]) + kCard[1] + kCard[2]));
}

TEST_CASE("half_a_zone_or_another_code_before_it_spoils_it") {
    ZoneScans scans;
    CHECK(!scans.take("https://example.org/"));
    CHECK(!scans.take(kCard[0])); // lifted too early, and once more
    CHECK(!scans.take(kCard[0]));
    CHECK(!scans.take(kCard[1]));
    CHECK(scans.take(kCard[2]));
}

TEST_CASE("lines_of_two_cards_make_a_third_one") {
    ZoneScans scans;
    CHECK(!scans.take("I<UTOSA12345674<<<<<<<<<<<<<<<"));
    CHECK(!scans.take(kCard[1])); // its last digit is over both lines
    CHECK(!scans.take(kCard[2]));
    CHECK(!scans.take(kPassport[1]));
}
