#include "kiosk/backend/client.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace balady::backend {

WipedText pathWith(std::string_view fixed, std::string_view variable, std::string_view rest) {
    return WipedText(fixed) + percentEncoded(variable) + WipedText(rest);
}

HttpRequest getRequest(WipedText target, const SecretText& token) {
    HttpRequest request;
    request.target = std::move(target);
    if (!token.empty())
        request.headers.push_back({"Authorization", WipedText("Bearer ").append(token.reveal())});
    return request;
}

HttpRequest postRequest(WipedText target, WipedText json, Repeat repeat, const SecretText& token) {
    auto request = getRequest(std::move(target), token);
    request.method = HttpMethod::Post;
    request.body = std::move(json);
    request.repeat = repeat;
    addHeader(request, "Content-Type", "application/json");
    return request;
}

void addHeader(HttpRequest& request, std::string_view name, std::string_view value) {
    request.headers.push_back({std::string(name), WipedText(value)});
}

bool isJsonSuccess(const HttpResponse& response) {
    const auto type = response.header("Content-Type");
    return (response.status == 200 || response.status == 201) &&
           (type.starts_with("application/json") || type.starts_with("application/jwk-set+json"));
}

Result<Done> isDone(const HttpResponse& response) {
    if (response.status != 204)
        return Fault{FaultCode::Malformed, "status " + std::to_string(response.status) + " instead of 204"};
    return Done{};
}

Fault faultOf(const HttpResponse& response) {
    auto refusal = decodeProblem(response);
    if (!refusal)
        return refusal.error();
    return {response.status == 429 ? FaultCode::RateLimited : FaultCode::Refused,
            "status " + std::to_string(response.status)};
}

Client::Client(std::unique_ptr<HttpTransport> transport, const RetrySettings& retry)
    : m_transport(std::move(transport)), m_retry(retry) {}

boost::asio::awaitable<bool> Client::mayTryAgain(AttemptEnd end, Repeat repeat, int made) {
    const auto bound = waitBound(m_retry, end, repeat, made);
    if (!bound)
        co_return false;
    boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor,
                                    jittered(*bound, std::uniform_real_distribution<>(0, 1)(m_random)));
    co_await timer.async_wait(boost::asio::use_awaitable);
    co_return true;
}

ports::Asked<Done> Client::tell(std::string_view operation, HttpRequest request) {
    const auto response = co_await send(std::move(request));
    if (!response)
        co_return response.error().within(operation);
    auto answer = refusedOr(*response, isDone);
    if (!answer)
        co_return answer.error().within(operation);
    co_return answer;
}

ports::Task<Done> Client::demand(std::string_view operation, HttpRequest request) {
    const auto response = co_await send(std::move(request));
    if (!response)
        co_return response.error().within(operation);
    if (response->status >= 400)
        co_return faultOf(*response).within(operation);
    if (auto done = isDone(*response); !done)
        co_return done.error().within(operation);
    co_return Done{};
}

ports::Task<HttpResponse> Client::sendPatiently(HttpRequest request) {
    for (int made = 1;; ++made) {
        auto attempt = request; // has a name because of GCC 12 (see task.h)
        auto outcome = co_await m_transport->send(std::move(attempt));
        if (!co_await mayTryAgain(attemptEnd(outcome), request.repeat, made))
            co_return outcome;
    }
}

} // namespace balady::backend
