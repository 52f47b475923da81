// Client: one question to the platform: built, sent as the retry policy says, its reply understood; core thread.
// Private to this folder.
#pragma once

#include "kiosk/backend/cancellation.h"
#include "kiosk/backend/codec_problem.h"
#include "kiosk/backend/http_transport.h"
#include "kiosk/backend/retry_policy.h"
#include "kiosk/ports/backend.h"

#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <type_traits>

namespace balady::backend {

// --- questions -----------------------------------------------------------------------------------------------------

/// `fixed` and `rest` as they are, `variable` percent-encoded between them.
[[nodiscard]] WipedText pathWith(std::string_view fixed, std::string_view variable,
                                 std::string_view rest = {});
/// With the bearer token, unless it is empty.
[[nodiscard]] HttpRequest getRequest(WipedText target, const SecretText& token = {});
[[nodiscard]] HttpRequest postRequest(WipedText target, WipedText json, Repeat repeat,
                                      const SecretText& token = {});
void addHeader(HttpRequest& request, std::string_view name, std::string_view value);

// --- replies -------------------------------------------------------------------------------------------------------

/// Whether the reply is what a successful operation answers with; problem details are not.
[[nodiscard]] bool isJsonSuccess(const HttpResponse& response);
/// Done if the reply is a yes that has nothing else to say (204, RFC 9110 15.3.5); Malformed for any other that is no
/// error: a gateway's own page is not the platform's word.
[[nodiscard]] Result<Done> isDone(const HttpResponse& response);
/// An error reply to an operation whose answer has no room for a refusal: nobody is there to read it.
[[nodiscard]] Fault faultOf(const HttpResponse& response);

/// What `Decode` makes of a body.
template <class Decode>
using Decoded = typename std::invoke_result_t<const Decode&, std::string_view>::value_type;

/// What `read` makes of a reply that is no error, or the platform's refusal; the faults of both.
template <class Read>
[[nodiscard]] auto refusedOr(const HttpResponse& response, const Read& read) {
    using Value = typename std::invoke_result_t<const Read&, const HttpResponse&>::value_type;
    using Answered = Result<ports::Answer<Value>>;
    ports::Answer<Value> answer;
    if (response.status >= 400) {
        auto refusal = decodeProblem(response);
        if (!refusal)
            return Answered(refusal.error());
        answer.refusal = std::move(*refusal);
        return Answered(std::move(answer));
    }
    auto value = read(response);
    if (!value)
        return Answered(value.error());
    answer.value = std::move(*value);
    return Answered(std::move(answer));
}

/// A value if the platform did what was asked, a refusal if a rule said no.
template <class Decode>
[[nodiscard]] Result<ports::Answer<Decoded<Decode>>> understood(const HttpResponse& response,
                                                                const Decode& decode) {
    return refusedOr(response, [&](const HttpResponse& reply) -> Result<Decoded<Decode>> {
        if (!isJsonSuccess(reply))
            return Fault{FaultCode::Malformed, "status " + std::to_string(reply.status) + " without JSON"};
        return decode(std::string_view{reply.body});
    });
}

class Client {
  public:
    Client(std::unique_ptr<HttpTransport> transport, const RetrySettings& retry);

    /// As often as the policy allows.
    ports::Task<HttpResponse> send(HttpRequest request) {
        return cancelledAsFault(sendPatiently(std::move(request)));
    }
    /// Once, for callers with a policy of their own.
    ports::Task<HttpResponse> sendOnce(HttpRequest request) { return m_transport->send(std::move(request)); }

    /// The terminal's own certificate, as HttpTransport::showCertificate() says.
    [[nodiscard]] Result<Done> showCertificate(const std::string& pem) {
        return m_transport->showCertificate(pem);
    }

    /// send() and understood(); `operation`, a literal, prefixes the fault.
    template <class Decode>
    ports::Asked<Decoded<Decode>> ask(std::string_view operation, HttpRequest request, Decode decode) {
        const auto response = co_await send(std::move(request));
        if (!response)
            co_return response.error().within(operation);
        auto answer = understood(*response, decode);
        if (!answer)
            co_return answer.error().within(operation);
        co_return answer;
    }

    /// send() for an operation that answers nothing but yes or no.
    ports::Asked<Done> tell(std::string_view operation, HttpRequest request);
    /// The same where a no has no reader: it is a fault as faultOf() says.
    ports::Task<Done> demand(std::string_view operation, HttpRequest request);

    /// Waits after the attempt number `made`, or answers false if there is to be no other.
    boost::asio::awaitable<bool> mayTryAgain(AttemptEnd end, Repeat repeat, int made);

  private:
    ports::Task<HttpResponse> sendPatiently(HttpRequest request);

    std::unique_ptr<HttpTransport> m_transport;
    RetrySettings m_retry;
    std::mt19937 m_random{std::random_device{}()};
};

} // namespace balady::backend
