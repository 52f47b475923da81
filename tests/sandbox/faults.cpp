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

/// As somebody on the way would: still a good catalogue, but not the platform's. True if there was something to alter.
bool alterPrice(std::string& catalogue) {
    constexpr std::string_view kPrice = "\"halalas\":";
    for (auto at = catalogue.find(kPrice); at != std::string::npos; at = catalogue.find(kPrice, at)) {
        at += kPrice.size();
        if (at < catalogue.size() && catalogue[at] >= '0' && catalogue[at] <= '9') {
            catalogue.insert(at, "1");
            return true;
        }
    }
    return false;
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
    if (request.path == "/v1/catalogue" && switches.alterCatalogues > 0 && alterPrice(reply.response.body))
        --switches.alterCatalogues;
    // PUT is the terminal's own health, which is told whenever it comes: a switch waits for what a citizen does.
    const bool committed = request.method != "GET" && request.method != "HEAD" && request.method != "PUT" &&
                           reply.response.status < 400;
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
