#include "kiosk/model/mrz.h"

#include <doctest/doctest.h>

using namespace balady;
using namespace balady::model;

// Specimens of Doc 9303: part 5 (TD1), part 6 (TD2), part 4 (TD3).
constexpr auto kTd1 =
    "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<";
constexpr auto kTd2 = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6";
constexpr auto kTd3 =
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";

TEST_CASE("specimen_of_doc9303_is_misread") {
    for (auto zone : {kTd1, kTd2, kTd3}) {
        const auto mrz = parseMrz(zone).value();
        CHECK(mrz.surname == "ERIKSSON");
        CHECK(mrz.givenNames == "ANNA MARIA");
        CHECK(mrz.birthDate == "740812");
        CHECK(mrz.expiryDate == "120415");
        CHECK(mrz.issuingState == "UTO");
    }
    CHECK(parseMrz(kTd1)->documentNumber == "D23145890");
    CHECK(parseMrz(kTd3)->documentNumber == "L898902C3");
    CHECK(parseMrz(kTd3)->optionalData == "ZE184226B");
}

TEST_CASE("any_single_wrong_character_in_checked_fields_passes") {
    const std::string zone = kTd3;
    for (std::size_t i = 45; i < zone.size(); ++i) {
        if ((i >= 45 + 10 && i < 45 + 13) || i == 45 + 20)
            continue; // nationality and sex are under no check digit in TD3
        auto wrong = zone;
        // The next value: differences of 10 (Z and 5) are beyond any check digit modulo 10.
        wrong[i] = wrong[i] == '<'                      ? '1'
                   : wrong[i] == '9' || wrong[i] == 'Z' ? static_cast<char>(wrong[i] - 1)
                                                        : static_cast<char>(wrong[i] + 1);
        CHECK_MESSAGE(parseMrz(wrong).has_error(), i);
    }
}

TEST_CASE("long_document_number_is_cut") {
    // Doc 9303-5 4.2.2.1: 11 characters, the last two and the check digit in the optional field.
    std::string number = "D23145890AB";
    std::string first =
        "I<UTO" + number.substr(0, 9) + "<" + number.substr(9) + std::to_string(mrzCheckDigit(number));
    first.resize(30, '<');
    std::string second = "7408122F1204159UTO<<<<<<<<<<<";
    second += std::to_string(mrzCheckDigit(first.substr(5, 25) + second.substr(0, 7) + second.substr(8, 7) +
                                           second.substr(18, 11)));
    const auto mrz = parseMrz(first + second + "ERIKSSON<<ANNA<MARIA<<<<<<<<<<").value();
    CHECK(mrz.documentNumber == number);
    CHECK(mrz.optionalData.empty());
}

TEST_CASE("expired_card_seems_to_have_a_century_to_go") {
    using namespace std::chrono;
    CHECK(parseMrz(kTd1)->expiry(2026y / November / 21) == Date{2012y / April / 15});
}

TEST_CASE("filler_in_a_long_document_number_stays_a_filler") {
    // Doc 9303-3 4.2.2: what stands between the parts of a number is printed as a filler.
    const std::string number = "D2314-890AB";
    std::string printed = number;
    printed[5] = '<';
    std::string first =
        "I<UTO" + printed.substr(0, 9) + "<" + printed.substr(9) + std::to_string(mrzCheckDigit(printed));
    first.resize(30, '<');
    std::string second = "7408122F1204159UTO<<<<<<<<<<<";
    second += std::to_string(mrzCheckDigit(first.substr(5, 25) + second.substr(0, 7) + second.substr(8, 7) +
                                           second.substr(18, 11)));
    const auto mrz = parseMrz(first + second + "ERIKSSON<<ANNA<MARIA<<<<<<<<<<").value();
    CHECK(mrz.documentNumber == "D2314 890AB");
}

TEST_CASE("visa_is_asked_for_a_composite_check_digit_that_it_does_not_have") {
    // The specimens of Doc 9303-7.
    const auto large = parseMrz("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n"
                                "L8988901C4XXX4009078F96121096ZE184226B<<<<<<")
                           .value();
    CHECK(large.format == MrzFormat::MrvA);
    CHECK(large.documentNumber == "L8988901C");
    CHECK(large.optionalData == "6ZE184226B");
    const auto small =
        parseMrz("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL8988901C4XXX4009078F9612109<<<<<<<<").value();
    CHECK(small.format == MrzFormat::MrvB);
    CHECK(small.expiryDate == "961210");
    CHECK(parseMrz("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL8988901C5XXX4009078F9612109<<<<<<<<").has_error());
}

TEST_CASE("french_card_is_read_as_the_document_of_its_size") {
    std::string zone = "IDFRAERIKSSON<<<<<<<<<<<<<<<<<001001";
    zone += "880692310285";
    zone += static_cast<char>('0' + mrzCheckDigit("880692310285"));
    zone += "ANNA<<MARIA<<<740812";
    zone += static_cast<char>('0' + mrzCheckDigit("740812"));
    zone += "F";
    zone += static_cast<char>('0' + mrzCheckDigit(zone));
    const auto mrz = parseMrz(zone).value();
    CHECK(mrz.format == MrzFormat::FrenchCard);
    CHECK(mrz.surname == "ERIKSSON");
    CHECK(mrz.givenNames == "ANNA MARIA");
    CHECK(mrz.documentNumber == "880692310285");
    CHECK(mrz.birthDate == "740812");
    CHECK(mrz.expiryDate.empty());
    CHECK(!mrz.expiry(Date{std::chrono::year{2026}, std::chrono::January, std::chrono::day{1}}));
    zone[20] = 'B'; // not 'A', whose value of 10 no check digit sees
    CHECK(parseMrz(zone).has_error());
}
