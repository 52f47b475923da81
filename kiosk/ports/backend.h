// Backend: the Balady platform as the terminal sees it (config/api/balady-kiosk.openapi.yaml); core thread.
#pragma once

#include "kiosk/model/citizen.h"
#include "kiosk/model/refusal.h"
#include "kiosk/model/request.h"
#include "kiosk/model/service.h"
#include "kiosk/model/upload_ticket.h"
#include "kiosk/ports/task.h"

#include <optional>
#include <string>
#include <vector>

namespace balady::ports {

/// A reply to "is there a newer catalogue?": nothing when it is still the one with our ETag.
struct CatalogueReply {
    std::optional<std::string> json; ///< the whole catalogue document
    std::string etag;
    std::string signature{}; ///< of `json`: detached JWS, not verified; empty if there was none
};

template <class T>
using Answer = model::Answer<T>;
using model::Refusal;

template <class T>
using Asked = Task<Answer<T>>;

class Backend {
  public:
    virtual ~Backend() = default;

    virtual Task<CatalogueReply> catalogue(std::string knownEtag) = 0;

    /// Asks the citizen to prove who they are: a number to choose in the app, or a code by SMS.
    virtual Asked<model::Challenge> startChallenge(model::IdentityNumber who, model::ChallengeKind kind) = 0;
    /// Poll (App). When approved, signIn() gives the citizen.
    virtual Asked<model::Challenge> challenge(std::string id) = 0;
    /// The SMS code; a wrong one is a refusal "wrong-code" with attemptsLeft.
    virtual Asked<model::Challenge> answerChallenge(std::string id, SecretText code) = 0;
    /// Turns an approved challenge into a signed-in citizen.
    virtual Asked<model::Citizen> signIn(std::string challengeId) = 0;
    /// Ends the session on the platform's side too. Signing out twice is no fault.
    virtual Task<Done> signOut(SecretText token) = 0;

    /// Options of a field with `optionsFrom`: "establishments", "licences", "slots".
    virtual Asked<std::vector<model::Option>> options(SecretText token, std::string source,
                                                      std::string serviceId) = 0;

    /// Resumable upload in chunks with SHA-256; answers the backend's attachment id.
    virtual Asked<std::string> upload(SecretText token, model::Attachment attachment) = 0;

    /// An address to which the citizen's telephone may send that document, once; ends the one that was given before.
    virtual Asked<model::UploadTicket> startTicket(SecretText token, std::string serviceId,
                                                   std::string documentId) = 0;
    /// How it stands (poll): without its address.
    virtual Asked<model::UploadTicket> ticket(SecretText token, std::string id) = 0;

    /// Sends once. After TimedOut or ConnectionLost the effect is unknown: ask submissionByKey() with the same key.
    /// `token` is empty for services that need no identity.
    virtual Asked<model::Submission> submit(SecretText token, model::Draft draft,
                                            std::string idempotencyKey) = 0;
    /// What became of a key; NotFound if the backend never saw it.
    virtual Asked<model::Submission> submissionByKey(SecretText token, std::string idempotencyKey) = 0;
    /// One request of the signed-in citizen; also how a bill is watched.
    virtual Asked<model::Submission> request(SecretText token, std::string number) = 0;

    virtual Asked<std::vector<model::Finding>> inquire(SecretText token, std::string inquiryId,
                                                       model::Answers answers) = 0;

    virtual Asked<model::SignedLicence> licence(SecretText token, std::string licenceNumber) = 0;
    /// JWK Set (RFC 7517) that verifies licences; kept for use without a network.
    virtual Task<std::string> verificationKeys() = 0;

    /// 1 to 5 stars for a service or a request; no identity.
    virtual Asked<Done> rate(std::string serviceId, std::string requestNumber, int stars,
                             std::string idempotencyKey) = 0;
};

} // namespace balady::ports
