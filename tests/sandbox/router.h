// Router: finds the operation for a request, checks what every operation has in common, and calls its handler.
#pragma once

#include "kiosk/base/clock.h"
#include "tests/sandbox/http.h"

#include <boost/json/object.hpp>

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace balady::sandbox {

/// What the operation takes as a body.
enum class BodyKind { None, Json, OptionalJson, Octets, Pkcs10 };
/// Who may call it. A token that is sent must be good everywhere.
enum class Caller { Anybody, Citizen };

/// One call of an operation, checked as far as all operations are alike.
struct Call {
    const Request& request;
    std::map<std::string, std::string> path; ///< path parameters by name
    boost::json::object body;                ///< Json; OptionalJson, where no body is {}
    std::optional<std::string> identity;     ///< of the signed-in citizen
};

struct Route {
    std::string method;
    std::string pattern; ///< "/v1/requests/{number}"
    BodyKind body = BodyKind::None;
    Caller caller = Caller::Anybody;
    std::function<Response(Call&)> handle;
    std::set<std::string> query; ///< parameters that the operation knows
};

/// Who the token belongs to, or nothing when it has ended or never was.
using TokenCheck = std::function<std::optional<std::string>(const std::string& token)>;

class Router {
  public:
    explicit Router(TokenCheck tokenCheck) : m_tokenCheck(std::move(tokenCheck)) {}

    void add(Route route) { m_routes.push_back(std::move(route)); }
    /// Always an answer: a Refusal becomes problem details, an error of ours "internal".
    [[nodiscard]] Response answer(const Request& request) const;

  private:
    [[nodiscard]] Response dispatch(const Request& request) const;
    [[nodiscard]] Response call(const Route& route, const Request& request,
                                std::map<std::string, std::string> path) const;

    TokenCheck m_tokenCheck;
    std::vector<Route> m_routes;
};

} // namespace balady::sandbox
