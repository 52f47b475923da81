#include "tests/sandbox/faults.h"

#include "tests/sandbox/problem.h"

namespace balady::sandbox {
namespace {

bool takeOne(int& count) {
    if (count == 0)
        return false;
    --count;
    return true;
}

bool isChunk(const Request& request) {
    return request.method == "PATCH" && request.path.starts_with("/v1/attachments/") && !request.body.empty();
}

} // namespace

Reply answerWithFaults(FaultSwitches& switches, const Request& request,
                       const std::function<Response(const Request&)>& answer) {
    Reply reply;
    reply.delay = switches.latency;
    if (takeOne(switches.failCount)) {
        reply.response = failureResponse(switches.failStatus);
        return reply;
    }
    if (isChunk(request) && takeOne(switches.garbleUploads)) {
        auto garbled = request;
        garbled.body.back() = static_cast<char>(garbled.body.back() ^ 1);
        reply.response = answer(garbled);
    } else {
        reply.response = answer(request);
    }
    const bool committed = request.method != "GET" && request.method != "HEAD" && reply.response.status < 400;
    if (committed && takeOne(switches.dropAfterCommit))
        reply.delivery = Delivery::Reset;
    else if (takeOne(switches.garbage))
        reply.delivery = Delivery::Garbage;
    else if (!reply.response.body.empty() && takeOne(switches.wrongShape)) {
        reply.response.body = R"({"unexpected":true})";
        reply.wrongShape = true;
    }
    return reply;
}

} // namespace balady::sandbox
