// Replies as bytes, however they are cut on their way.
#include "kiosk/backend/http_message.h"
#include "tests/fuzz/target.h"

#include <algorithm>
#include <cstring>
#include <optional>

namespace {

using namespace balady;
using namespace balady::backend;

constexpr ReplyLimits kLimits{2048, 4096};

/// What came of all the bytes, arriving `step` at a time.
struct Outcome {
    std::optional<FaultCode> fault;
    bool reusable = false;
    HttpResponse reply;
};

Outcome parse(ByteView input, std::size_t step) {
    ReplyParser parser(kLimits);
    bool complete = false;
    while (!input.empty() && !complete) {
        const auto room = parser.space();
        fuzz::mustHold(!room.empty(), "there is room for more");
        const auto count = std::min({step, input.size(), room.size()});
        std::memcpy(room.data(), input.data(), count);
        input = input.subspan(count);
        const auto progress = parser.commit(count);
        if (!progress)
            return {progress.error().code, false, {}};
        complete = *progress == ReplyParser::Progress::Complete;
    }
    if (!complete)
        if (const auto end = parser.end(); !end)
            return {end.error().code, false, {}};
    const bool reusable = parser.reusable() && input.empty();
    return {{}, reusable, parser.take()};
}

void run(ByteView input) {
    const auto whole = parse(input, input.size());
    const auto cut = parse(input, 1);
    fuzz::mustHold(whole.fault.has_value() == cut.fault.has_value(),
                   "whether a reply is read is no question of how it is cut");
    if (whole.fault) {
        for (const auto fault : {*whole.fault, *cut.fault})
            fuzz::mustHold(fault == FaultCode::Malformed || fault == FaultCode::ConnectionLost,
                           "a reply is malformed or lost, nothing else");
        return;
    }
    fuzz::mustHold(whole.reply.status == cut.reply.status && whole.reply.body == cut.reply.body &&
                       whole.reply.headers.size() == cut.reply.headers.size(),
                   "a reply says the same however it is cut");
    fuzz::mustHold(whole.reply.status >= 200 || whole.reply.status < 100,
                   "an interim reply is not the answer");
    fuzz::mustHold(whole.reply.body.size() <= kLimits.bodyBytes, "a body keeps its limit");
    std::size_t headerBytes = 0;
    for (const auto& header : whole.reply.headers) {
        headerBytes += header.name.size() + header.value.size();
        fuzz::mustHold(whole.reply.header(header.name).data() != nullptr, "a header is found by its name");
    }
    fuzz::mustHold(headerBytes <= kLimits.headerBytes, "headers keep their limit");
}

const fuzz::Registration kTarget("http_message", run);

} // namespace
