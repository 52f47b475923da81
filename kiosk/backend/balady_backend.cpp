#include "kiosk/backend/balady_backend.h"

#include "kiosk/backend/certificate_renewal.h"
#include "kiosk/backend/client.h"
#include "kiosk/backend/codec_identity.h"
#include "kiosk/backend/codec_submission.h"
#include "kiosk/backend/codec_upload.h"
#include "kiosk/backend/upload.h"
#include "kiosk/crypto/crypto.h"

#include <algorithm>

namespace balady::backend {
namespace {

namespace asio = boost::asio;
using ports::Asked;
using ports::Task;

/// An entity tag that may stand in a header of ours again (RFC 9110 8.8.3).
bool isEntityTag(std::string_view tag) {
    return tag.size() >= 3 && tag.size() <= 130 && tag.front() == '"' && tag.back() == '"' &&
           std::all_of(tag.begin() + 1, tag.end() - 1,
                       [](char c) { return c > ' ' && c <= '~' && c != '"'; });
}

std::optional<std::string_view> submissionPath(model::ServiceKind kind) {
    switch (kind) {
    case model::ServiceKind::Application: return "/v1/requests";
    case model::ServiceKind::Report: return "/v1/reports";
    case model::ServiceKind::Appointment: return "/v1/appointments";
    case model::ServiceKind::Inquiry:
    case model::ServiceKind::Conditions:
    case model::ServiceKind::Verification:
    case model::ServiceKind::Rating: return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

Result<std::unique_ptr<BaladyBackend>> BaladyBackend::create(asio::any_io_executor executor,
                                                             BackendSettings settings, const Clock& clock) {
    CertificateFiles files{settings.transport.certificate, settings.transport.privateKey,
                           settings.transport.trustedCa, std::move(settings.renewedCertificate)};
    auto inUse = certificateInUse(files);
    if (!inUse)
        return inUse.error();
    settings.transport.certificateInUse = *inUse;
    auto transport = HttpTransport::create(std::move(executor), std::move(settings.transport));
    if (!transport)
        return transport.error();
    auto client = std::make_unique<Client>(std::move(*transport), settings.retry);
    auto certificate = CertificateRenewal::create(*client, clock, std::move(files), std::move(*inUse));
    if (!certificate)
        return certificate.error();
    return std::unique_ptr<BaladyBackend>(new BaladyBackend(std::move(client), std::move(*certificate)));
}

BaladyBackend::BaladyBackend(std::unique_ptr<Client> client, std::unique_ptr<CertificateRenewal> certificate)
    : m_client(std::move(client)), m_certificate(std::move(certificate)) {}
BaladyBackend::~BaladyBackend() = default;

ports::TerminalCertificate& BaladyBackend::certificate() {
    return *m_certificate;
}

Task<ports::CatalogueReply> BaladyBackend::catalogue(std::string knownEtag) {
    auto request = getRequest("/v1/catalogue");
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
    if (!isJsonSuccess(*response))
        co_return Fault{FaultCode::Malformed, "catalogue: status " + std::to_string(response->status)};
    reply.json.emplace(response->body);
    reply.signature = response->header("Catalogue-Signature");
    co_return reply;
}

Asked<model::Challenge> BaladyBackend::startChallenge(model::IdentityNumber who, model::ChallengeKind kind) {
    auto request = postRequest("/v1/identity/challenges", encodeChallengeStart(who, kind), Repeat::Safe);
    addHeader(request, "Idempotency-Key",
              crypto::uuid4()); // one message, however often it has to be asked for
    return m_client->ask("start challenge", std::move(request), decodeChallenge);
}

Asked<model::Challenge> BaladyBackend::challenge(std::string id) {
    return m_client->ask("challenge", getRequest(pathWith("/v1/identity/challenges/", id)), decodeChallenge);
}

Asked<model::Challenge> BaladyBackend::answerChallenge(std::string id, SecretText code) {
    auto request = postRequest(pathWith("/v1/identity/challenges/", id, "/answer"),
                               encodeChallengeAnswer(code), Repeat::Never);
    return m_client->ask("answer challenge", std::move(request), decodeChallenge);
}

Asked<model::Citizen> BaladyBackend::signIn(std::string challengeId) {
    auto request = postRequest("/v1/identity/sessions", encodeSessionStart(challengeId), Repeat::Never);
    return m_client->ask("sign in", std::move(request), decodeSession);
}

Task<Done> BaladyBackend::signOut(SecretText token) {
    auto request = getRequest("/v1/identity/sessions/current", token);
    request.method = HttpMethod::Delete;
    return m_client->demand("sign out", std::move(request));
}

Asked<std::vector<model::Option>> BaladyBackend::options(SecretText token, std::string source,
                                                         std::string serviceId) {
    auto request = getRequest(pathWith("/v1/options/", source) + pathWith("?serviceId=", serviceId), token);
    return m_client->ask("options", std::move(request), decodeOptions);
}

Asked<std::string> BaladyBackend::upload(SecretText token, model::Attachment attachment) {
    if (attachment.sha256Hex.empty())
        attachment.sha256Hex = toHex(crypto::sha256(attachment.content));
    return backend::upload(*m_client, std::move(token), std::move(attachment));
}

Asked<model::UploadTicket> BaladyBackend::startTicket(SecretText token, std::string serviceId,
                                                      std::string documentId) {
    // Safe to repeat: the platform ends the ticket whose answer was lost.
    auto request =
        postRequest("/v1/attachment-tickets", encodeTicketStart(serviceId, documentId), Repeat::Safe, token);
    return m_client->ask("start ticket", std::move(request), decodeTicket);
}

Asked<model::UploadTicket> BaladyBackend::ticket(SecretText token, std::string id) {
    return m_client->ask("ticket", getRequest(pathWith("/v1/attachment-tickets/", id), token), decodeTicket);
}

Asked<model::Submission> BaladyBackend::submit(SecretText token, model::Draft draft,
                                               std::string idempotencyKey) {
    const auto target = submissionPath(draft.kind);
    if (!target)
        co_return Fault{FaultCode::Bug, "submit: a service of this kind submits nothing"};
    auto request = postRequest(WipedText(*target), encodeDraft(draft), Repeat::Never, token);
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
    return m_client->ask("submission by key",
                         getRequest(pathWith("/v1/submissions/by-key/", idempotencyKey), token),
                         decodeSubmission);
}

Asked<model::Submission> BaladyBackend::request(SecretText token, std::string number) {
    return m_client->ask("request", getRequest(pathWith("/v1/requests/", number), token), decodeSubmission);
}

Asked<std::vector<model::Finding>> BaladyBackend::inquire(SecretText token, std::string inquiryId,
                                                          model::Answers answers) {
    // Safe: an inquiry has no effect, it is a POST only to keep numbers out of URLs.
    auto request =
        postRequest(pathWith("/v1/inquiries/", inquiryId), encodeQuestion(answers), Repeat::Safe, token);
    return m_client->ask("inquire", std::move(request), decodeFindings);
}

Asked<model::SignedLicence> BaladyBackend::licence(SecretText token, std::string licenceNumber) {
    return m_client->ask("licence", getRequest(pathWith("/v1/licences/", licenceNumber), token),
                         decodeLicence);
}

Task<std::string> BaladyBackend::verificationKeys() {
    auto request = getRequest("/v1/verification-keys");
    const auto response = co_await m_client->send(std::move(request));
    if (!response)
        co_return response.error().within("verification keys");
    if (response->status >= 400)
        co_return faultOf(*response).within("verification keys");
    if (!isJsonSuccess(*response))
        co_return Fault{FaultCode::Malformed,
                        "verification keys: status " + std::to_string(response->status)};
    if (auto set = checkKeySet(response->body); !set)
        co_return set.error().within("verification keys");
    co_return std::string(response->body);
}

Task<Done> BaladyBackend::noteAuditHead(ports::AuditHead head) {
    // Numbers and hexadecimal digits: nothing to escape.
    const auto body = R"({"sequence":)" + std::to_string(head.sequence) + R"(,"hash":")" + head.hash + "\"}";
    auto request = postRequest("/v1/terminals/self/audit-head", WipedText(body), Repeat::Safe);
    request.method = HttpMethod::Put;
    return m_client->demand("audit head", std::move(request));
}

Asked<Done> BaladyBackend::rate(std::string serviceId, std::string requestNumber, int stars,
                                std::string idempotencyKey) {
    auto request = postRequest("/v1/ratings", encodeRating(serviceId, requestNumber, stars), Repeat::Safe);
    addHeader(request, "Idempotency-Key", idempotencyKey);
    return m_client->tell("rate", std::move(request));
}

Asked<Done> BaladyBackend::bindSheet(model::SheetBinding binding) {
    auto request = postRequest("/v1/licence-sheets", encodeSheet(binding), Repeat::Safe);
    addHeader(request, "Idempotency-Key", binding.idempotencyKey);
    return m_client->tell("bind sheet", std::move(request));
}

} // namespace balady::backend
