// What the process that sees for the terminal answers: the first byte says which question, the rest is its message.
#include "drivers/sight/messages.h"
#include "kiosk/model/mrz.h"
#include "tests/fuzz/target.h"

#include <algorithm>

namespace {

using namespace balady;
using namespace balady::sight;

constexpr std::size_t kRoom = 100'000;

bool fits(const Picture& picture, std::size_t room) {
    return picture.width > 0 && picture.height > 0 && picture.bytes() <= room;
}

void check(FaultCode code) {
    fuzz::mustHold(!name(code).empty(), "a fault has a name");
}
void check(const Picture& picture) {
    fuzz::mustHold(fits(picture, kRoom), "a picture lies in the room");
}
void check(const StillTaken& still) {
    fuzz::mustHold(still.jpegBytes <= kRoom && fits(still.shown, kRoom - still.jpegBytes),
                   "a still lies in the room");
    fuzz::mustHold(still.problem <= model::PictureProblem::UnevenLight, "a problem has a name");
}
void check(const model::PageSight& sight) {
    fuzz::mustHold(sight.flaw <= model::PageFlaw::UnevenLight, "a flaw has a name");
    if (sight.outline)
        for (const auto& corner : *sight.outline)
            fuzz::mustHold(corner.x > -10 && corner.x < 10 && corner.y > -10 && corner.y < 10,
                           "a corner is near the picture");
}
void check(const Codes& codes) {
    fuzz::mustHold(codes.texts.size() <= kMostCodes, "a picture has few codes");
    for (const auto& text : codes.texts)
        fuzz::mustHold(text.size() <= kLongestCode, "a code has an end");
}
void check(const Zone& zone) {
    fuzz::mustHold(zone.text.empty() || model::parseMrz(zone.text).has_value(), "a zone's digits fit");
}
void check(Forgotten) {}
void check(DeviceWanted) {}

void run(ByteView input) {
    if (input.empty())
        return;
    Request request;
    request.what = static_cast<Request::What>(input[0] % 7);
    const auto message = input.subspan(1);
    const auto reply = readReply(message, request, kRoom);
    if (!reply)
        return;
    std::visit([](const auto& it) { check(it); }, *reply);
    const auto again = replyMessage(*reply, 0);
    fuzz::mustHold(std::ranges::equal(again, message), "what is believed is said in one way only");
}

const fuzz::Registration kTarget("sight_answer", run);

} // namespace
