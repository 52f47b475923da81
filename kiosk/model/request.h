// Request: what the citizen sends, what the backend says of it, and what is known when nothing was said.
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/model/date.h"
#include "kiosk/model/form.h"
#include "kiosk/model/money.h"
#include "kiosk/model/service.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace balady::model {

/// Where a request stands, in the contract's words.
enum class RequestState { AwaitingPayment, UnderReview, Approved, Rejected, Issued, Completed };
[[nodiscard]] std::string_view name(RequestState state);
[[nodiscard]] std::optional<RequestState> requestStateFromName(std::string_view text);

/// SADAD: biller + bill number + amount; the terminal shows it and watches it become paid.
struct Bill {
    std::string biller; ///< three digits
    std::string number;
    Money amount;
    bool paid = false;
    friend bool operator==(const Bill&, const Bill&) = default;
};

/// What the backend says of one request, report or appointment.
struct Submission {
    std::string number; ///< the reference that the citizen keeps
    std::string serviceId;
    RequestState state = RequestState::UnderReview;
    WallTime submittedAt{};
    std::optional<Date> promisedBy; ///< last day of the service promise
    std::optional<Bill> bill;
    std::optional<std::string> licenceNumber; ///< set once issued
    LocalizedText unit;                       ///< who has it now ("West Dammam Municipality, licences")
    LocalizedText statusNote; ///< a sentence for the citizen ("Rejected: the lease has ended"), or empty
    bool late = false;        ///< the promise is broken; a 940 complaint is offered
    friend bool operator==(const Submission&, const Submission&) = default;
};

/// A captured page, ready to be sent. `sha256` is of `content`.
struct Attachment {
    std::string documentId;
    std::string mediaType; ///< "image/jpeg", or "application/pdf" of several pages
    std::vector<std::uint8_t> content;
    std::string sha256Hex;
};

/// A request that the terminal accepted without a network says so when it is sent at last.
struct Deferred {
    WallTime acceptedAt{};
    std::string reference; ///< terminalReference(): it stands on the citizen's receipt
};

/// What is sent when the citizen says "submit". `attachmentIds` are the backend's, after upload.
/// `kind` decides where it goes: requests, reports or appointments.
struct Draft {
    ServiceKind kind = ServiceKind::Application;
    std::string serviceId;
    Answers answers;
    std::vector<std::string> attachmentIds;
    std::optional<Deferred> deferred{}; ///< set where it was accepted before it could be sent
};

/// One line of an answer to an inquiry.
enum class FactKind { Text, Reference, Date, Money, State };
struct Fact {
    LocalizedText label;
    std::string value;       ///< Text: as is; Date: ISO 8601; Money: halalas; State: RequestState's name
    LocalizedText localized; ///< used instead of `value` where not empty
    FactKind kind = FactKind::Text;
};
/// One thing found by an inquiry.
struct Finding {
    LocalizedText title;
    std::vector<Fact> facts;
    std::optional<std::string> requestNumber; ///< set where the citizen may open the request
    bool printable = false;                   ///< an issued licence that may be printed now
};

/// An issued licence as the backend signed it: JWS compact serialisation (RFC 7515), EdDSA (RFC 8037).
struct SignedLicence {
    std::string number;
    std::string jws;
};

/// The claims of a licence's JWS.
struct Licence {
    std::string number;
    std::string serviceId;
    LocalizedText title;      ///< "رخصة تجارية"
    LocalizedText holder;     ///< the establishment's or person's name
    std::string holderNumber; ///< establishment number, or a masked identity number
    LocalizedText activity;
    LocalizedText municipality;
    LocalizedText amana;
    std::string address; ///< short national address, or empty
    Date issued{};
    Date expires{};
};

} // namespace balady::model
