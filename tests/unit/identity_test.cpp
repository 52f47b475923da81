#include "kiosk/model/identity.h"

#include <doctest/doctest.h>

using namespace balady::model;

namespace {
NumberProblem problemOf(std::string_view text) {
    NumberProblem problem{};
    CHECK_FALSE(IdentityNumber::parse(text, &problem));
    return problem;
}
} // namespace

TEST_CASE("wrong_identity_number_is_accepted") {
    CHECK(problemOf("") == NumberProblem::Empty);
    CHECK(problemOf("1000000009") == NumberProblem::WrongCheckDigit);
    CHECK(problemOf("100000000") == NumberProblem::TooShort);
    CHECK(problemOf("10000000080") == NumberProblem::TooLong);
    CHECK(problemOf("4000000000") == NumberProblem::WrongFirstDigit);
    CHECK(problemOf("10000A0008") == NumberProblem::ForeignCharacter);
}

TEST_CASE("right_identity_number_is_refused") {
    CHECK(IdentityNumber::parse("1000000008")->kind() == IdentityKind::Citizen);
    CHECK(IdentityNumber::parse("2000000006")->kind() == IdentityKind::Resident);
    CHECK(IdentityNumber::parse("100 000 0008")->digits() == "1000000008");
    CHECK(IdentityNumber::parse("1000000008")->masked() == "1•••••0008");
}

TEST_CASE("mobile_is_not_normalised") {
    for (auto text : {"0501234567", "+966501234567", "00966501234567", "501234567", "050 123 4567"})
        CHECK(parseMobile(text) == "0501234567");
    CHECK_FALSE(parseMobile("0401234567"));
    CHECK(maskMobile("0501234567") == "05••••4567");
}

TEST_CASE("establishment_or_address_of_wrong_shape_is_accepted") {
    CHECK(parseEstablishmentNumber("7001234567"));
    CHECK_FALSE(parseEstablishmentNumber("2001234567"));
    CHECK(parseNationalAddress("raaa2919") == "RAAA2919");
    CHECK_FALSE(parseNationalAddress("RAA29199"));
}
