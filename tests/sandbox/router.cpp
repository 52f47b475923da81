#include "tests/sandbox/router.h"

#include "kiosk/base/log.h"
#include "tests/sandbox/json_in.h"
#include "tests/sandbox/problem.h"

#include <string_view>

namespace balady::sandbox {
namespace {

constexpr std::size_t kJsonLimit = 64UL * 1024;

/// Takes the first segment off: "/v1/x" gives "v1" and leaves "/x".
std::string_view segment(std::string_view& path) {
    if (!path.empty() && path.front() == '/')
        path.remove_prefix(1);
    const auto part = path.substr(0, path.find('/'));
    path.remove_prefix(part.size());
    return part;
}

std::optional<std::map<std::string, std::string>> match(std::string_view pattern, std::string_view path) {
    std::map<std::string, std::string> parameters;
    while (!pattern.empty() && !path.empty()) {
        const auto expected = segment(pattern);
        const auto actual = segment(path);
        if (expected.size() > 2 && expected.front() == '{')
            parameters.emplace(expected.substr(1, expected.size() - 2), actual);
        else if (expected != actual)
            return std::nullopt;
    }
    return pattern.empty() && path.empty() ? std::optional(std::move(parameters)) : std::nullopt;
}

std::string header(const Request& request, const char* name) {
    const auto it = request.headers.find(name);
    return it == request.headers.end() ? std::string{} : it->second;
}

std::string_view mediaType(std::string_view contentType) {
    auto type = contentType.substr(0, contentType.find(';'));
    while (!type.empty() && type.back() == ' ')
        type.remove_suffix(1);
    return type;
}

json::object checkedBody(const Route& route, const Request& request) {
    const auto type = header(request, "content-type");
    switch (route.body) {
    case BodyKind::None:
        if (!request.body.empty())
            refuse(ProblemType::Malformed, "the operation takes no body");
        return {};
    case BodyKind::OptionalJson:
        if (request.body.empty())
            return {};
        [[fallthrough]];
    case BodyKind::Json:
        if (mediaType(type) != "application/json")
            refuse(ProblemType::UnsupportedMediaType, "application/json is asked for");
        if (request.body.size() > kJsonLimit)
            refuse(ProblemType::TooLarge, "a JSON body is at most 64 KiB");
        return parseBody(request.body);
    case BodyKind::Octets:
        if (mediaType(type) != "application/octet-stream")
            refuse(ProblemType::UnsupportedMediaType, "application/octet-stream is asked for");
        return {};
    case BodyKind::Pkcs10:
        if (mediaType(type) != "application/pkcs10")
            refuse(ProblemType::UnsupportedMediaType, "application/pkcs10 is asked for");
        return {};
    }
    return {};
}

} // namespace

Response Router::answer(const Request& request) const {
    try {
        return dispatch(request);
    } catch (const Refusal& refusal) {
        return toResponse(refusal.problem);
    } catch (const std::exception& error) {
        log::write(log::Level::Error, "sandbox", "handler_failed", {{"what", log::Plain{error.what()}}});
        return toResponse(Problem{});
    }
}

Response Router::dispatch(const Request& request) const {
    bool pathKnown = false;
    for (const auto& route : m_routes) {
        auto path = match(route.pattern, request.path);
        pathKnown = pathKnown || path;
        if (path && route.method == request.method)
            return call(route, request, std::move(*path));
    }
    refuse(pathKnown ? ProblemType::MethodNotAllowed : ProblemType::NotFound,
           pathKnown ? "the path has other operations" : "no such path");
}

Response Router::call(const Route& route, const Request& request,
                      std::map<std::string, std::string> path) const {
    if (request.bodyTooLarge)
        refuse(ProblemType::TooLarge, "a body is at most 256 KiB");
    for (const auto& [name, value] : request.query)
        if (!route.query.contains(name))
            refuse(ProblemType::Malformed, "a query parameter that the contract does not name");

    Call call{request, std::move(path), {}, std::nullopt};
    if (const auto authorization = header(request, "authorization"); !authorization.empty()) {
        constexpr std::string_view kScheme = "Bearer ";
        if (authorization.starts_with(kScheme))
            call.identity = m_tokenCheck(authorization.substr(kScheme.size()));
        if (!call.identity)
            refuse(ProblemType::Unauthorised, "the token has ended");
    }
    if (route.caller == Caller::Citizen && !call.identity)
        refuse(ProblemType::Unauthorised, "a token is needed");
    call.body = checkedBody(route, request);
    return route.handle(call);
}

} // namespace balady::sandbox
