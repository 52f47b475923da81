// The reading of a zone from what was seen in each place, without any picture.
#include "drivers/vision/mrz_decode.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace balady::vision;

namespace {

constexpr auto kPassport = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
                           "L898902C36UTO7408122F1204159ZE184226B<<<<<10";
constexpr auto kCard =
    "I<UTOD231458907<<<<<<<<<<<<<<<7408122F1204159UTO<<<<<<<<<<<6ERIKSSON<<ANNA<MARIA<<<<<<<<<<";

/// A zone that was seen as `text`, each character with probability `sure`.
ZoneEvidence seen(std::string_view text, int lines, float sure = 0.98F) {
    ZoneEvidence out{lines, static_cast<int>(text.size()) / lines, {}};
    for (const char c : text) {
        Glyph glyph;
        glyph.fill(std::log((1 - sure) / static_cast<float>(kGlyphs.size() - 1)));
        glyph[kGlyphs.find(c)] = std::log(sure);
        out.glyphs.push_back(glyph);
    }
    return out;
}

/// Lets place `at` look like `a` or, that much less likely, like `b`.
void doubt(ZoneEvidence& evidence, std::size_t at, char a, char b, float ratio) {
    evidence.glyphs[at].fill(-12);
    evidence.glyphs[at][kGlyphs.find(a)] = std::log(1 / (1 + ratio));
    evidence.glyphs[at][kGlyphs.find(b)] = std::log(ratio / (1 + ratio));
}

} // namespace

TEST_CASE("clear_zone_is_not_taken_as_it_is") {
    const auto passport = decodeZone(seen(kPassport, 2));
    REQUIRE(passport.layout != nullptr);
    CHECK(passport.layout->layout == ZoneLayout::Td3);
    CHECK(passport.text == kPassport);
    CHECK(passport.allHold());
    CHECK(passport.corrected == 0);
    const auto card = decodeZone(seen(kCard, 3));
    CHECK(card.layout->layout == ZoneLayout::Td1);
    CHECK(card.text == kCard);
    CHECK(card.allHold());
}

TEST_CASE("zero_in_a_name_and_letter_in_a_date_are_taken_as_seen") {
    auto evidence = seen(kPassport, 2);
    doubt(evidence, 18, '4', 'A', 0.3F); // the last letter of ANNA
    doubt(evidence, 44 + 13, 'T', '7', 0.3F);
    const auto zone = decodeZone(evidence);
    CHECK(zone.text == kPassport);
}

TEST_CASE("document_code_is_read_with_a_digit") {
    auto evidence = seen(kCard, 3);
    doubt(evidence, 1, '0', 'D', 0.3F); // the second letter of ID, which no check digit covers
    CHECK(decodeZone(evidence).text.substr(0, 5) == "IDUTO");
}

TEST_CASE("digit_in_a_name_is_not_noticed") {
    CHECK(decodeZone(seen(kPassport, 2)).misplaced == 0);
    std::string odd = kPassport;
    odd[6] = '2';
    const auto zone = decodeZone(seen(odd, 2, 0.9999F));
    CHECK(zone.text == odd);
    CHECK(zone.allHold());
    CHECK(zone.misplaced == 1);
}

TEST_CASE("word_stands_alone_among_fillers") {
    // The last place of a line is the one that is cut off most often; and no check digit covers a name.
    auto evidence = seen(kPassport, 2);
    doubt(evidence, 43, 'X', '<', 0.3F);
    const auto zone = decodeZone(evidence);
    CHECK(zone.text == kPassport);
    CHECK(zone.confidence[43] > 0.5F);
    // Two errors that make up for each other in the composite digit, behind the card's last filler.
    auto card = seen(kCard, 3);
    doubt(card, 58, 'N', '<', 0.6F);
    doubt(card, 59, '3', '6', 0.6F);
    const auto read = decodeZone(card);
    CHECK((read.text == kCard || !read.allHold() || read.certainty.back() < 0.95F));
}

TEST_CASE("words_behind_the_first_gap_of_a_name_are_doubted") {
    auto evidence = seen(kPassport, 2, 0.9F);
    for (const auto at : {15, 16, 17, 18}) // ANNA, after "<<"
        doubt(evidence, static_cast<std::size_t>(at), kPassport[at], '<', 0.6F);
    CHECK(decodeZone(evidence).text.substr(0, 44) == std::string_view(kPassport).substr(0, 44));
}

TEST_CASE("words_that_are_printed_behind_all_others_are_lost") {
    // Some states print more than Doc 9303 foresees: what is clearly seen is read.
    std::string odd = kPassport;
    odd.replace(38, 3, "XIV");
    CHECK(decodeZone(seen(odd, 2, 0.9999F)).text == odd);
}

TEST_CASE("doubtful_character_is_not_settled_by_its_check_digit") {
    auto evidence = seen(kPassport, 2);
    doubt(evidence, 44 + 1, 'B', '8', 0.4F); // L8… seen rather as LB…
    const auto zone = decodeZone(evidence);
    CHECK(zone.text == kPassport);
    CHECK(zone.corrected == 1);
    CHECK(zone.allHold());
    CHECK(zone.confidence[44 + 1] < 0.5F);
}

TEST_CASE("exchange_that_no_check_digit_sees_is_called_certain") {
    auto evidence = seen(kPassport, 2, 0.999F);
    doubt(evidence, 44 + 5, '0', 'U', 0.6F); // in the document number: 0 and 30
    const auto zone = decodeZone(evidence);
    REQUIRE(zone.allHold());
    CHECK(zone.certainty.front() < 0.7F);
    CHECK(zone.certainty[1] > 0.95F); // the birth date is not touched by it
}

TEST_CASE("errors_that_make_up_for_each_other_are_called_certain") {
    auto evidence = seen(kPassport, 2, 0.999F);
    doubt(evidence, 44 + 5, '0', '8', 0.6F);
    CHECK(decodeZone(evidence).certainty.front() > 0.95F);
    doubt(evidence, 44 + 1, '8', 'B', 0.9F); // each alone would show, some together do not
    doubt(evidence, 44 + 2, '9', 'G', 0.9F);
    doubt(evidence, 44 + 6, '2', 'Z', 0.9F);
    doubt(evidence, 44 + 7, 'C', 'G', 0.9F);
    CHECK(decodeZone(evidence).certainty.front() < 0.95F);
}

TEST_CASE("printed_error_is_repaired_silently") {
    std::string wrong = kPassport;
    wrong[44 + 9] = '7'; // the document number's check digit is 6
    const auto zone = decodeZone(seen(wrong, 2, 0.999F));
    CHECK(zone.text == wrong);
    CHECK_FALSE(zone.allHold());
    CHECK_FALSE(zone.holds[0]);
    CHECK(zone.holds[1]);
}

TEST_CASE("one_of_two_equally_likely_corrections_is_chosen") {
    // 0 and O differ by 24 in value, 4 modulo 10, with the weights 7 and 3: two changes that cancel out.
    auto evidence = seen(kPassport, 2);
    doubt(evidence, 44 + 21, '4', '1', 0.9F); // the expiry date 120415, seen as 420415 …
    doubt(evidence, 44 + 27, '9', '0', 0.8F); // … whose check digit would be another
    const auto zone = decodeZone(evidence);
    CHECK((!zone.allHold() || zone.text == kPassport));
}

TEST_CASE("glare_over_a_check_digit_is_guessed_away_in_a_visa") {
    // Nothing is known of the character: all digits are as likely, and the check digits leave one of them.
    auto evidence = seen(kPassport, 2);
    evidence.glyphs[44 + 9].fill(std::log(1.F / 37));
    const auto zone = decodeZone(evidence);
    CHECK(zone.confidence[44 + 9] < 0.3F); // too little to be handed out: see kSureChecked
}

TEST_CASE("country_that_does_not_exist_is_read_where_a_real_one_is_nearly_as_likely") {
    auto evidence = seen(kPassport, 2);
    doubt(evidence, 2, 'O', 'U', 0.4F); // OTO
    CHECK(decodeZone(evidence).text == kPassport);
    CHECK(isCountryCode("SAU"));
    CHECK(isCountryCode("D<<"));
    CHECK_FALSE(isCountryCode("OTO"));
}

TEST_CASE("visa_and_french_card_are_taken_for_other_documents_of_their_size") {
    CHECK(decodeZone(
              seen("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L8988901C4XXX4009078F96121096ZE184226B<<<<<<",
                   2))
              .layout->layout == ZoneLayout::MrvA);
    CHECK(decodeZone(seen("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<L8988901C4XXX4009078F9612109<<<<<<<<", 2))
              .layout->layout == ZoneLayout::MrvB);
    CHECK(decodeZone(seen("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<D231458907UTO7408122F1204159<<<<<<<6", 2))
              .layout->layout == ZoneLayout::Td2);
}

TEST_CASE("long_document_number_fails_its_check") {
    // Doc 9303-5 section 4.2.2.1, as in kiosk/model: the number D23145890AB goes on in the optional field.
    const auto* layout = layoutsOf(3, 30).front();
    std::string text = "I<UTOD23145890<AB4<<<<<<<<<<<<";
    text += "7408122F1204159UTO<<<<<<<<<<<0ERIKSSON<<ANNA<MARIA<<<<<<<<<<";
    bool one = false;
    for (char digit = '0'; digit <= '9'; ++digit) {
        text[17] = digit;
        one = one != checkResults(*layout, text)[0];
    }
    CHECK(one); // exactly one digit fits
}

TEST_CASE("zone_of_no_known_size_is_read") {
    CHECK(decodeZone(seen("P<UTOERIKSSON", 1)).layout == nullptr);
}
