// What the terminal believes of a process that may be in the hands of somebody else.
#include "drivers/sight/messages.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace balady;
using namespace balady::sight;
using What = Request::What;

namespace {

constexpr std::size_t kRoom = 1'000'000;
/// ICAO Doc 9303-5, appendix B.
constexpr const char* kZone = "I<UTOD231458907<<<<<<<<<<<<<<<"
                              "7408122F1204159UTO<<<<<<<<<<<6"
                              "ERIKSSON<<ANNA<MARIA<<<<<<<<<<";

Request asked(What what) {
    return {what, 7, 42, model::PictureSubject::Page};
}

bool believed(const Reply& reply, What what, std::size_t room = kRoom) {
    return readReply(replyMessage(reply, 7), asked(what), room).has_value();
}

model::PageSight sightWith(float place) {
    model::PageSight sight;
    sight.flaw = model::PageFlaw::Tilted;
    sight.outline = model::Outline{{{0, 0}, {1, 0}, {1, place}, {0, 1}}};
    return sight;
}

struct Answer {
    What what;
    Reply reply;
};
const std::vector<Answer>& answers() {
    static const std::vector<Answer> kAnswers{
        {What::NextFrame, Picture{640, 480}},
        {What::NextFrame, FaultCode::NoDevice},
        {What::NextFrame, DeviceWanted{}},
        {What::TakeStill, StillTaken{1000, model::PictureProblem::Glare, {32, 20}}},
        {What::FindPage, sightWith(0.5F)},
        {What::FindFace, model::PageSight{}},
        {What::ReadCodes, Codes{{"https://example.org", ""}}},
        {What::ReadZone, Zone{kZone}},
        {What::ReadZone, Zone{}},
        {What::ForgetZone, Forgotten{}},
    };
    return kAnswers;
}

} // namespace

TEST_CASE("answer_arrives_as_another") {
    const auto still = readReply(replyMessage(answers()[3].reply, 7), asked(What::TakeStill), kRoom);
    const auto& taken = std::get<StillTaken>(still.value());
    CHECK(taken.jpegBytes == 1000);
    CHECK(taken.problem == model::PictureProblem::Glare);
    CHECK(taken.shown.width == 32);
    CHECK(taken.shown.height == 20);
    const auto sight = readReply(replyMessage(sightWith(0.5F), 7), asked(What::FindPage), kRoom);
    CHECK(std::get<model::PageSight>(sight.value()).flaw == model::PageFlaw::Tilted);
    CHECK(std::get<model::PageSight>(sight.value()).outline == sightWith(0.5F).outline);
    const auto codes = readReply(replyMessage(answers()[6].reply, 7), asked(What::ReadCodes), kRoom);
    CHECK(std::get<Codes>(codes.value()).texts == std::vector<std::string>{"https://example.org", ""});
    const auto zone = readReply(replyMessage(Zone{kZone}, 7), asked(What::ReadZone), kRoom);
    CHECK(std::get<Zone>(zone.value()).text == kZone);

    const auto request = readRequest(requestMessage(asked(What::TakeStill))).value();
    CHECK(request.what == What::TakeStill);
    CHECK(request.number == 7);
    CHECK(request.picture == 42);
    CHECK(request.subject == model::PictureSubject::Page);
    CHECK_FALSE(request.bars);
    CHECK(readRequest(requestMessage({.what = What::ReadCodes, .bars = true})).value().bars);
    CHECK(readDevice(deviceMessage(13)).value() == 13);
}

TEST_CASE("answer_that_is_cut_off_is_believed") {
    for (const auto& [what, reply] : answers()) {
        auto message = replyMessage(reply, 7);
        REQUIRE(readReply(message, asked(what), kRoom).has_value());
        for (std::size_t length = 0; length < message.size(); ++length) {
            CAPTURE(length);
            CHECK_FALSE(readReply(ByteView(message).first(length), asked(what), kRoom).has_value());
        }
        message.push_back(0);
        CHECK_FALSE(readReply(message, asked(what), kRoom).has_value());
    }
    auto request = requestMessage(asked(What::ReadZone));
    for (std::size_t length = 0; length < request.size(); ++length)
        CHECK_FALSE(readRequest(ByteView(request).first(length)).has_value());
}

TEST_CASE("answer_to_something_else_is_believed") {
    for (const auto& [what, reply] : answers())
        CHECK_FALSE(readReply(replyMessage(reply, 8), asked(what), kRoom).has_value());
    CHECK_FALSE(believed(Picture{640, 480}, What::ReadCodes));
    CHECK_FALSE(believed(Codes{{"text"}}, What::NextFrame));
    CHECK_FALSE(believed(DeviceWanted{}, What::ReadZone));
    CHECK_FALSE(believed(Forgotten{}, What::TakeStill));
    Bytes unknown = replyMessage(Picture{640, 480}, 7);
    unknown[0] = 8;
    CHECK_FALSE(readReply(unknown, asked(What::NextFrame), kRoom).has_value());
}

TEST_CASE("picture_larger_than_the_memory_is_believed") {
    CHECK(believed(Picture{100, 100}, What::NextFrame, 30'000));
    CHECK_FALSE(believed(Picture{100, 101}, What::NextFrame, 30'000));
    CHECK_FALSE(believed(Picture{0, 480}, What::NextFrame));
    CHECK_FALSE(believed(Picture{640, -1}, What::NextFrame));
    CHECK_FALSE(believed(Picture{kLongestSide + 1, 1}, What::NextFrame));
    // The product of the sides is 0 modulo 2^32 and modulo 2^64.
    CHECK_FALSE(believed(Picture{1 << 30, 1 << 30}, What::NextFrame));
    CHECK_FALSE(believed(Picture{std::numeric_limits<int>::min(), 1 << 30}, What::NextFrame));

    const auto none = model::PictureProblem::None;
    CHECK(believed(StillTaken{400, none, {10, 20}}, What::TakeStill, 1000));
    CHECK_FALSE(believed(StillTaken{401, none, {10, 20}}, What::TakeStill, 1000));
    CHECK_FALSE(believed(StillTaken{1001, none, {1, 1}}, What::TakeStill, 1000));
    CHECK_FALSE(believed(StillTaken{0, none, {10, 20}}, What::TakeStill));
    CHECK_FALSE(believed(StillTaken{(std::size_t{2} << 20) + 1, none, {1, 1}}, What::TakeStill, 48 << 20));
}

TEST_CASE("word_that_nobody_knows_is_believed") {
    Bytes still = replyMessage(StillTaken{400, model::PictureProblem::UnevenLight, {10, 20}}, 7);
    REQUIRE(readReply(still, asked(What::TakeStill), kRoom).has_value());
    ++still[9]; // the problem behind kind, number and length
    CHECK_FALSE(readReply(still, asked(What::TakeStill), kRoom).has_value());
    Bytes fault = replyMessage(FaultCode::NoDevice, 7);
    for (const auto other : {FaultCode::Cancelled, FaultCode::Tampered, FaultCode::Bug}) {
        fault.back() = static_cast<std::uint8_t>(other);
        CHECK_FALSE(readReply(fault, asked(What::NextFrame), kRoom).has_value());
    }
    fault.back() = 255;
    CHECK_FALSE(readReply(fault, asked(What::NextFrame), kRoom).has_value());
    // Told by an honest process, such a fault is the nearest that a camera has.
    CHECK(believed(FaultCode::Malformed, What::NextFrame));
}

TEST_CASE("page_somewhere_else_is_believed") {
    CHECK(believed(sightWith(1.2F), What::FindPage));
    for (const float place : {6.0F, -6.0F, std::numeric_limits<float>::infinity(),
                              std::numeric_limits<float>::quiet_NaN(), 1e30F})
        CHECK_FALSE(believed(sightWith(place), What::FindPage));
    auto swaying = sightWith(0.5F);
    swaying.sway = std::numeric_limits<float>::quiet_NaN();
    CHECK_FALSE(believed(swaying, What::FindPage));
}

TEST_CASE("zone_whose_digits_do_not_fit_is_believed") {
    std::string wrong = kZone;
    wrong[6] = '3';
    CHECK_FALSE(believed(Zone{wrong}, What::ReadZone));
    CHECK_FALSE(believed(Zone{"I<UTO"}, What::ReadZone));
}

TEST_CASE("more_codes_than_a_picture_holds_are_believed") {
    const std::vector<std::string> many(kMostCodes + 3, std::string(kLongestCode, 'x'));
    const auto told = replyMessage(Codes{many}, 7);
    CHECK(told.size() <= kLongestMessage);
    CHECK(std::get<Codes>(readReply(told, asked(What::ReadCodes), kRoom).value()).texts.size() == kMostCodes);
    const auto one = replyMessage(Codes{{std::string(kLongestCode + 1, 'x'), "short"}}, 7);
    CHECK(std::get<Codes>(readReply(one, asked(What::ReadCodes), kRoom).value()).texts ==
          std::vector<std::string>{"short"});
    auto lie = replyMessage(Codes{{"text"}}, 7);
    lie[5] = kMostCodes + 1;
    CHECK_FALSE(readReply(lie, asked(What::ReadCodes), kRoom).has_value());
}
