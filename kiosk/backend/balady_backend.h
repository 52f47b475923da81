// BaladyBackend: the platform over HTTPS, as config/api/balady-kiosk.openapi.yaml describes it; core thread.
#pragma once

#include "kiosk/backend/http_transport.h"
#include "kiosk/backend/retry_policy.h"
#include "kiosk/ports/backend.h"
#include "kiosk/ports/head_register.h"
#include "kiosk/ports/sheet_register.h"
#include "kiosk/ports/terminal_certificate.h"

namespace balady::backend {

struct BackendSettings {
    TransportSettings transport;
    RetrySettings retry;
    /// Where the successor of `transport.certificate` is put, and looked for at the start; empty: it is never renewed.
    std::filesystem::path renewedCertificate{};
};

class CertificateRenewal;
class Client;

/// Requests without an effect, or with the same one however often they arrive, are tried again by the retry
/// policy. submit(), startChallenge(), answerChallenge() and signIn() are sent once: only where the platform
/// certainly did nothing (unreachable, 503) are they tried again.
///
/// Faults of every method: those of HttpTransport::send(); Unauthorised (401), NotFound (404), Overloaded
/// (5xx), Refused (our request breaks the contract), Malformed (the reply does). Rules that say no (409, 413,
/// 422, 429) are refusals where the port has room for them; catalogue(), verificationKeys() and signOut()
/// answer RateLimited (429) or Refused.
class BaladyBackend final : public ports::Backend, public ports::HeadRegister, public ports::SheetRegister {
  public:
    /// Faults as HttpTransport::create(). `executor` must be the core thread's; `clock` judges certificates, and must outlive
    /// it.
    [[nodiscard]] static Result<std::unique_ptr<BaladyBackend>>
    create(boost::asio::any_io_executor executor, BackendSettings settings, const Clock& clock);
    ~BaladyBackend() override;

    /// The terminal's own; lives as long as this.
    [[nodiscard]] ports::TerminalCertificate& certificate();

    ports::Task<ports::CatalogueReply> catalogue(std::string knownEtag) override;

    ports::Asked<model::Challenge> startChallenge(model::IdentityNumber who,
                                                  model::ChallengeKind kind) override;
    ports::Asked<model::Challenge> challenge(std::string id) override;
    ports::Asked<model::Challenge> answerChallenge(std::string id, SecretText code) override;
    ports::Asked<model::Citizen> signIn(std::string challengeId) override;
    ports::Task<Done> signOut(SecretText token) override;

    ports::Asked<std::vector<model::Option>> options(SecretText token, std::string source,
                                                     std::string serviceId) override;

    /// Chunks of 256 KiB; after a broken connection it goes on where the platform stands. The checksum is
    /// computed here if the attachment has none.
    ports::Asked<std::string> upload(SecretText token, model::Attachment attachment) override;

    ports::Asked<model::UploadTicket> startTicket(SecretText token, std::string serviceId,
                                                  std::string documentId) override;
    ports::Asked<model::UploadTicket> ticket(SecretText token, std::string id) override;

    /// The path follows from the draft's kind; Bug for a kind that submits nothing. Unreachable also where
    /// the platform answered 503, which the contract defines as "no effect". After any fault but Unreachable,
    /// Unauthorised, Refused and RateLimited the effect is unknown.
    ports::Asked<model::Submission> submit(SecretText token, model::Draft draft,
                                           std::string idempotencyKey) override;
    ports::Asked<model::Submission> submissionByKey(SecretText token, std::string idempotencyKey) override;
    ports::Asked<model::Submission> request(SecretText token, std::string number) override;

    ports::Asked<std::vector<model::Finding>> inquire(SecretText token, std::string inquiryId,
                                                      model::Answers answers) override;

    ports::Asked<model::SignedLicence> licence(SecretText token, std::string licenceNumber) override;
    ports::Task<std::string> verificationKeys() override;

    /// What the platform says no to is Refused: an earlier head (422), a request that breaks the contract.
    ports::Task<Done> noteAuditHead(ports::AuditHead head) override;

    ports::Asked<Done> bindSheet(model::SheetBinding binding) override;

    ports::Asked<Done> rate(std::string serviceId, std::string requestNumber, int stars,
                            std::string idempotencyKey) override;

  private:
    BaladyBackend(std::unique_ptr<Client> client, std::unique_ptr<CertificateRenewal> certificate);
    std::unique_ptr<Client> m_client;
    std::unique_ptr<CertificateRenewal> m_certificate; ///< uses m_client
};

} // namespace balady::backend
