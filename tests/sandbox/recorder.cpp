#include "tests/sandbox/recorder.h"

#include "kiosk/base/bytes.h"

#include <boost/json.hpp>

namespace balady::sandbox {
namespace {

namespace json = boost::json;

/// Has the form of a token, so that the record still fits the contract.
constexpr std::string_view kInsteadOfToken = "kept-out-of-the-record";

template <class Map>
json::object toObject(const Map& map) {
    json::object object;
    for (const auto& [name, value] : map)
        object[name] = value;
    return object;
}

void addBody(json::object& line, const std::string& name, const Headers& headers, const std::string& body) {
    if (body.empty())
        return;
    const auto type = headers.find("content-type");
    if (type != headers.end() && type->second.find("json") != std::string::npos) {
        json::error_code error;
        auto value = json::parse(body, error);
        if (!error) {
            if (auto* object = value.if_object(); object != nullptr && object->contains("token"))
                (*object)["token"] = kInsteadOfToken;
            line[name] = std::move(value);
            return;
        }
    }
    line[name + "Base64Url"] = toBase64Url(asBytes(body));
}

std::string_view faultName(const Reply& reply) {
    switch (reply.delivery) {
    case Delivery::Reset: return "reset";
    case Delivery::Garbage: return "garbage";
    case Delivery::Send: return reply.wrongShape ? "wrong-shape" : "";
    }
    return "";
}

} // namespace

Recorder::Recorder(const std::filesystem::path& file) {
    m_file.exceptions(std::ios::failbit | std::ios::badbit);
    m_file.open(file, std::ios::app);
}

void Recorder::record(const Request& request, const Reply& reply) {
    auto requestHeaders = request.headers;
    if (auto authorization = requestHeaders.find("authorization"); authorization != requestHeaders.end())
        authorization->second = "Bearer " + std::string(kInsteadOfToken);
    json::object line{
        {"method", request.method},         {"path", request.path},
        {"query", toObject(request.query)}, {"requestHeaders", toObject(requestHeaders)},
        {"status", reply.response.status},  {"responseHeaders", toObject(reply.response.headers)}};
    addBody(line, "requestBody", request.headers, request.body);
    if (request.method != "HEAD")
        addBody(line, "responseBody", reply.response.headers, reply.response.body);
    if (const auto fault = faultName(reply); !fault.empty())
        line["fault"] = fault;
    m_file << json::serialize(line) << '\n' << std::flush;
}

} // namespace balady::sandbox
