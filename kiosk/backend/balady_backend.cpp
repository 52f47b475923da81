#include "kiosk/backend/balady_backend.h"

#include "kiosk/backend/cancellation.h"
#include "kiosk/backend/codec_identity.h"
#include "kiosk/backend/codec_problem.h"
#include "kiosk/backend/codec_submission.h"
#include "kiosk/backend/codec_upload.h"
#include "kiosk/crypto/crypto.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <random>

namespace balady::backend {
namespace {

namespace asio = boost::asio;
using ports::Answer;
using ports::Asked;
using ports::Task;

constexpr std::size_t kChunk = std::size_t{256} << 10;

// --- requests
// ----------------------------------------------------------------------------------------------------

void addHeader(HttpRequest& request, std::string_view name, std::string_view value) {
    request.headers.push_back({std::string(name), WipedText(value)});
}

WipedText path(std::string_view fixed, std::string_view variable, std::string_view rest = {}) {
    return WipedText(fixed) + percentEncoded(variable) + WipedText(rest);
}

HttpRequest get(WipedText target, const SecretText& token = {}) {
    HttpRequest request;
    request.target = std::move(target);
    if (!token.empty())
        addHeader(request, "Authorization", "Bearer " + token.reveal());
    return request;
}

HttpRequest post(WipedText target, WipedText json, Repeat repeat, const SecretText& token = {}) {
    auto request = get(std::move(target), token);
    request.method = HttpMethod::Post;
    request.body = std::move(json);
    request.repeat = repeat;
    addHeader(request, "Content-Type", "application/json");
    return request;
}

// --- replies
// -----------------------------------------------------------------------------------------------------

bool isJson(const HttpResponse& response) {
    const auto type = response.header("Content-Type");
    return type.starts_with("application/json") || type.starts_with("application/jwk-set+json");
}

/// A value if the platform did what was asked, a refusal if a rule said no.
template <class Decode>
auto understood(const HttpResponse& response, Decode& decode)
    -> Result<Answer<typename std::invoke_result_t<Decode&, std::string_view>::value_type>> {
    Answer<typename std::invoke_result_t<Decode&, std::string_view>::value_type> answer;
    if (response.status >= 400) {
        auto refusal = decodeProblem(response);
        if (!refusal)
            return refusal.error();
        answer.refusal = std::move(*refusal);
        return answer;
    }
    if ((response.status != 200 && response.status != 201) || !isJson(response))
        return Fault{FaultCode::Malformed, "status " + std::to_string(response.status) + " without JSON"};
    auto value = decode(std::string_view{response.body});
    if (!value)
        return value.error();
    answer.value = std::move(*value);
    return answer;
}

/// For operations whose answer has no room for a refusal: nobody is there to read it.
Fault faultOf(const HttpResponse& response) {
    auto refusal = decodeProblem(response);
    if (!refusal)
        return refusal.error();
    return {response.status == 429 ? FaultCode::RateLimited : FaultCode::Refused,
            "refused: " + refusal->type};
}

/// An entity tag that may stand in a header of ours again (RFC 9110 8.8.3).
bool isEntityTag(std::string_view tag) {
    return tag.size() >= 3 && tag.size() <= 130 && tag.front() == '"' && tag.back() == '"' &&
           std::all_of(tag.begin() + 1, tag.end() - 1,
                       [](char c) { return c > ' ' && c <= '~' && c != '"'; });
}

std::optional<std::string_view> submissionPath(model::ServiceKind kind) {
    switch (kind) {
    case model::ServiceKind::Application:
        return "/v1/requests";
    case model::ServiceKind::Report:
        return "/v1/reports";
    case model::ServiceKind::Appointment:
        return "/v1/appointments";
    case model::ServiceKind::Inquiry:
    case model::ServiceKind::Conditions:
    case model::ServiceKind::Verification:
    case model::ServiceKind::Rating:
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

class BaladyBackend::Client {
  public:
    Client(std::unique_ptr<HttpTransport> transport, const RetrySettings& retry)
        : m_transport(std::move(transport)), m_retry(retry) {}

    /// Sends, and tries again as the policy says.
    Task<HttpResponse> send(HttpRequest request) {
        return cancelledAsFault(sendPatiently(std::move(request)));
    }

    Asked<std::string> upload(SecretText token, model::Attachment attachment) {
        return cancelledAsFault(uploadInChunks(std::move(token), std::move(attachment)));
    }

    template <class Decode>
    auto ask(std::string_view operation, HttpRequest request, Decode decode)
        -> Asked<typename std::invoke_result_t<Decode&, std::string_view>::value_type> {
        auto response = co_await send(std::move(request));
        if (!response)
            co_return response.error().within(operation);
        auto answer = understood(*response, decode);
        if (!answer)
            co_return answer.error().within(operation);
        co_return answer;
    }

  private:
    Task<HttpResponse> sendPatiently(HttpRequest request) {
        for (int made = 1;; ++made) {
            auto attempt = request;
            auto outcome = co_await m_transport->send(std::move(attempt));
            const auto bound = waitBound(m_retry, attemptEnd(outcome), request.repeat, made);
            if (!bound)
                co_return outcome;
            co_await pause(*bound);
        }
    }

    Asked<std::string> uploadInChunks(SecretText token, model::Attachment attachment) {
        const auto size = attachment.content.size();
        const auto decode = [size](std::string_view body) { return decodeUpload(body, size); };
        // Safe to repeat: an upload that nothing names is deleted by the platform.
        auto start = post("/v1/attachments", encodeUploadStart(attachment), Repeat::Safe, token);
        auto standing = co_await ask("upload: start", std::move(start), decode);
        if (!standing)
            co_return standing.error();
        const auto id = standing->value ? standing->value->id : std::string{};
        for (int stuck = 0; standing->value && !standing->value->complete;) {
            const auto offset = standing->value->offset;
            if (offset >= size)
                co_return Fault{FaultCode::Malformed, "upload: whole, but not complete"};
            auto sent = co_await sendChunk(token, id, attachment.content, offset, decode);
            if (isInterrupted(sent)) {
                const auto bound = waitBound(m_retry, AttemptEnd::NoEffect, Repeat::Safe, ++stuck);
                if (!bound && !sent)
                    co_return sent.error();
                if (!bound)
                    co_return Fault{FaultCode::Malformed, "upload: the offset is refused again and again"};
                co_await pause(*bound);
                auto question = get(path("/v1/attachments/", id), token);
                sent = co_await ask("upload: resume", std::move(question), decode);
            } else if (sent && sent->value && sent->value->offset <= offset) {
                co_return Fault{FaultCode::Malformed, "upload: no progress"};
            }
            if (!sent)
                co_return sent.error();
            if (sent->value && sent->value->offset > offset)
                stuck = 0;
            standing = std::move(sent);
        }
        Answer<std::string> answer;
        if (standing->value)
            answer.value = id;
        answer.refusal = std::move(standing->refusal);
        co_return answer;
    }

    asio::awaitable<void> pause(std::chrono::milliseconds bound) {
        asio::steady_timer timer(co_await asio::this_coro::executor,
                                 jittered(bound, std::uniform_real_distribution<>(0, 1)(m_random)));
        co_await timer.async_wait(asio::use_awaitable);
    }

    template <class Decode>
    Asked<UploadProgress> sendChunk(const SecretText& token, const std::string& id,
                                    const std::vector<std::uint8_t>& content, std::size_t offset,
                                    Decode decode) {
        auto request = get(path("/v1/attachments/", id), token);
        request.method = HttpMethod::Patch;
        addHeader(request, "Content-Type", "application/octet-stream");
        addHeader(request, "Upload-Offset", std::to_string(offset));
        const auto chunk = ByteView(content).subspan(offset, std::min(kChunk, content.size() - offset));
        request.body.assign(reinterpret_cast<const char*>(chunk.data()), chunk.size());
        // Not through the retry policy: what to send next depends on how far this one got.
        const auto response = co_await m_transport->send(std::move(request));
        if (!response)
            co_return response.error().within("upload: chunk");
        auto answer = understood(*response, decode);
        if (!answer)
            co_return answer.error().within("upload: chunk");
        co_return answer;
    }

    /// The chunk may or may not have arrived: ask where the upload stands.
    static bool isInterrupted(const Result<Answer<UploadProgress>>& sent) {
        if (sent)
            return !sent->value && sent->refusal.type == "upload-offset-mismatch";
        switch (sent.error().code) {
        case FaultCode::Unreachable:
        case FaultCode::ConnectionLost:
        case FaultCode::TimedOut:
        case FaultCode::Overloaded:
            return true;
        default:
            return false;
        }
    }

    std::unique_ptr<HttpTransport> m_transport;
    RetrySettings m_retry;
    std::mt19937 m_random{std::random_device{}()};
};

Result<std::unique_ptr<BaladyBackend>> BaladyBackend::create(asio::any_io_executor executor,
                                                             BackendSettings settings) {
    auto transport = HttpTransport::create(std::move(executor), std::move(settings.transport));
    if (!transport)
        return transport.error();
    auto client = std::make_unique<Client>(std::move(*transport), settings.retry);
    return std::unique_ptr<BaladyBackend>(new BaladyBackend(std::move(client)));
}

BaladyBackend::BaladyBackend(std::unique_ptr<Client> client) : m_client(std::move(client)) {}
BaladyBackend::~BaladyBackend() = default;

Task<ports::CatalogueReply> BaladyBackend::catalogue(std::string knownEtag) {
    auto request = get("/v1/catalogue");
    if (isEntityTag(knownEtag))
        addHeader(request, "If-None-Match", knownEtag);
    auto response = co_await m_client->send(std::move(request));
    if (!response)
        co_return response.error().within("catalogue");
    if (response->status >= 400)
        co_return faultOf(*response).within("catalogue");
    const auto etag = response->header("ETag");
    if (!isEntityTag(etag))
        co_return Fault{FaultCode::Malformed, "catalogue: no entity tag"};
    ports::CatalogueReply reply;
    reply.etag = etag;
    if (response->status == 304 && etag == knownEtag)
        co_return reply;
    if (response->status != 200 || !isJson(*response))
        co_return Fault{FaultCode::Malformed, "catalogue: status " + std::to_string(response->status)};
    reply.json.emplace(response->body);
    co_return reply;
}

Asked<model::Challenge> BaladyBackend::startChallenge(model::IdentityNumber who, model::ChallengeKind kind) {
    auto request = post("/v1/identity/challenges", encodeChallengeStart(who, kind), Repeat::Never);
    return m_client->ask("start challenge", std::move(request), decodeChallenge);
}

Asked<model::Challenge> BaladyBackend::challenge(std::string id) {
    return m_client->ask("challenge", get(path("/v1/identity/challenges/", id)), decodeChallenge);
}

Asked<model::Challenge> BaladyBackend::answerChallenge(std::string id, SecretText code) {
    auto request =
        post(path("/v1/identity/challenges/", id, "/answer"), encodeChallengeAnswer(code), Repeat::Never);
    return m_client->ask("answer challenge", std::move(request), decodeChallenge);
}

Asked<model::Citizen> BaladyBackend::signIn(std::string challengeId) {
    auto request = post("/v1/identity/sessions", encodeSessionStart(challengeId), Repeat::Never);
    return m_client->ask("sign in", std::move(request), decodeSession);
}

Task<Done> BaladyBackend::signOut(SecretText token) {
    auto request = get("/v1/identity/sessions/current", token);
    request.method = HttpMethod::Delete;
    const auto response = co_await m_client->send(std::move(request));
    if (!response)
        co_return response.error().within("sign out");
    if (response->status >= 400)
        co_return faultOf(*response).within("sign out");
    co_return Done{};
}

Asked<std::vector<model::Option>> BaladyBackend::options(SecretText token, std::string source,
                                                         std::string serviceId) {
    auto request = get(path("/v1/options/", source) + path("?serviceId=", serviceId), token);
    return m_client->ask("options", std::move(request), decodeOptions);
}

Asked<std::string> BaladyBackend::upload(SecretText token, model::Attachment attachment) {
    if (attachment.sha256Hex.empty())
        attachment.sha256Hex = toHex(crypto::sha256(attachment.content));
    return m_client->upload(std::move(token), std::move(attachment));
}

Asked<model::Submission> BaladyBackend::submit(SecretText token, model::Draft draft,
                                               std::string idempotencyKey) {
    const auto target = submissionPath(draft.kind);
    if (!target)
        co_return Fault{FaultCode::Bug, "submit: a service of this kind submits nothing"};
    auto request = post(WipedText(*target), encodeDraft(draft), Repeat::Never, token);
    addHeader(request, "Idempotency-Key", idempotencyKey);
    const auto response = co_await m_client->send(std::move(request));
    if (!response)
        co_return response.error().within("submit");
    if (response->status == 503)
        co_return Fault{FaultCode::Unreachable, "submit: the platform is not serving"};
    auto answer = understood(*response, decodeSubmission);
    if (!answer)
        co_return answer.error().within("submit");
    co_return answer;
}

Asked<model::Submission> BaladyBackend::submissionByKey(SecretText token, std::string idempotencyKey) {
    return m_client->ask("submission by key", get(path("/v1/submissions/by-key/", idempotencyKey), token),
                         decodeSubmission);
}

Asked<model::Submission> BaladyBackend::request(SecretText token, std::string number) {
    return m_client->ask("request", get(path("/v1/requests/", number), token), decodeSubmission);
}

Asked<std::vector<model::Finding>> BaladyBackend::inquire(SecretText token, std::string inquiryId,
                                                          model::Answers answers) {
    // Safe: an inquiry has no effect, it is a POST only to keep numbers out of URLs.
    auto request = post(path("/v1/inquiries/", inquiryId), encodeQuestion(answers), Repeat::Safe, token);
    return m_client->ask("inquire", std::move(request), decodeFindings);
}

Asked<model::SignedLicence> BaladyBackend::licence(SecretText token, std::string licenceNumber) {
    return m_client->ask("licence", get(path("/v1/licences/", licenceNumber), token), decodeLicence);
}

Task<std::string> BaladyBackend::verificationKeys() {
    const auto response = co_await m_client->send(get("/v1/verification-keys"));
    if (!response)
        co_return response.error().within("verification keys");
    if (response->status >= 400)
        co_return faultOf(*response).within("verification keys");
    if (response->status != 200 || !isJson(*response))
        co_return Fault{FaultCode::Malformed,
                        "verification keys: status " + std::to_string(response->status)};
    if (auto set = checkKeySet(response->body); !set)
        co_return set.error().within("verification keys");
    co_return std::string(response->body);
}

Asked<Done> BaladyBackend::rate(std::string serviceId, std::string requestNumber, int stars,
                                std::string idempotencyKey) {
    auto request = post("/v1/ratings", encodeRating(serviceId, requestNumber, stars), Repeat::Safe);
    addHeader(request, "Idempotency-Key", idempotencyKey);
    const auto response = co_await m_client->send(std::move(request));
    if (!response)
        co_return response.error().within("rate");
    Answer<Done> answer;
    if (response->status >= 400) {
        auto refusal = decodeProblem(*response);
        if (!refusal)
            co_return refusal.error().within("rate");
        answer.refusal = std::move(*refusal);
        co_return answer;
    }
    answer.value = Done{};
    co_return answer;
}

} // namespace balady::backend
