// A process that sees for the terminal and is in the hands of somebody else.
// usage: liar LIE      one of those below; it answers every question with it
#include "drivers/sight/sight_process.h"

#include <csignal>
#include <cstdio>
#include <functional>
#include <map>

using namespace balady;
using namespace balady::sight;

namespace {

const Channel& terminal() {
    static const Channel kChannel{Descriptor(kSocketOfProcess)};
    return kChannel;
}

void say(const Reply& reply, std::uint32_t number) {
    (void)terminal().send(replyMessage(reply, number));
}

using Lie = std::function<void(std::uint32_t number)>;
const std::map<std::string, Lie> kLies{
    {"crash", [](std::uint32_t) { ::raise(SIGSEGV); }},
    {"leave", [](std::uint32_t) { ::_exit(0); }},
    {"giant",
     [](std::uint32_t number) {
         say(Picture{kLongestSide, kLongestSide}, number);
     }},
    {"nothing",
     [](std::uint32_t number) {
         say(Picture{0, 0}, number);
     }},
    {"giant still",
     [](std::uint32_t number) {
         say(StillTaken{std::size_t{2} << 20, model::PictureProblem::None, {kLongestSide, 1000}}, number);
     }},
    {"another number",
     [](std::uint32_t number) {
         say(Picture{4, 4}, number + 1);
     }},
    {"another answer", [](std::uint32_t number) { say(Codes{{"text"}}, number); }},
    {"short", [](std::uint32_t) { (void)terminal().send(asBytes("x")); }},
    {"long", [](std::uint32_t) { (void)terminal().send(Bytes(kLongestMessage + 1)); }},
    {"camera again and again",
     [](std::uint32_t number) {
         for (int i = 0; i < 100; ++i)
             say(DeviceWanted{}, number);
     }},
    // Not a lie: only bytes that nobody else looks at.
    {"honest",
     [](std::uint32_t number) {
         say(Picture{4, 4}, number);
     }},
};

} // namespace

int main(int argc, char** argv) {
    const auto lie = kLies.find(argc > 1 ? argv[1] : "");
    if (lie == kLies.end() || !terminal().receive(std::nullopt))
        return 2;
    while (const auto message = terminal().receive(std::nullopt))
        if (const auto request = readRequest(message->bytes))
            lie->second(request->number);
    return 0;
}
