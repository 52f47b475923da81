// Service: everything the terminal knows of one service, read from the catalogue; a service is data.
#pragma once

#include "kiosk/model/form.h"
#include "kiosk/model/language.h"
#include "kiosk/model/money.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace balady::model {

/// The home screen's three families (product.md).
enum class Family { Electronic, Interactive, Information };

/// Which of the engine's journeys runs the service.
enum class ServiceKind { Application, Inquiry, Report, Appointment, Conditions, Verification, Rating };

[[nodiscard]] std::string_view name(Family family);
[[nodiscard]] std::string_view name(ServiceKind kind);
[[nodiscard]] std::optional<Family> familyFromName(std::string_view text);
[[nodiscard]] std::optional<ServiceKind> serviceKindFromName(std::string_view text);

/// A document that the citizen shows to the camera.
struct RequiredDocument {
    std::string id;
    LocalizedText name;
    LocalizedText help;
    bool required = true;
    std::optional<Condition> askIf; ///< asked only with this answer in the form
    /// How many pages of paper it has at most; 0 is no paper but a thing or a place, photographed as the camera sees it.
    int pages = 0;
    /// The citizen's own face; never required, because who does not want it taken here has it taken at the counter.
    bool portrait = false;
};

/// The service promise (SLA). `days` is an upper bound; 0 is "at once"; nothing where none is published.
struct Promise {
    std::optional<int> days;
    LocalizedText note;
};

/// What the service costs, as far as known: nothing means "set by the municipality", never an invented figure.
struct Fee {
    std::optional<Money> amount;
    LocalizedText note;
};

/// A step that must be done before this one; `startHere` is a service that can be started there and then.
struct Gate {
    std::string id;
    LocalizedText reason;
    std::string startHere; ///< service id, or empty
};

/// What comes out on paper.
enum class OutputPaper { None, Receipt, Slip, Licence };
[[nodiscard]] std::string_view name(OutputPaper paper);
[[nodiscard]] std::optional<OutputPaper> outputPaperFromName(std::string_view text);
struct Output {
    OutputPaper paper = OutputPaper::Receipt;
    LocalizedText name;
};

/// Inquiry only: which question of the backend this asks, and whether it needs a signed-in citizen.
struct InquirySpec {
    std::string id; ///< contract: POST /v1/inquiries/{id}
};

/// The service may be accepted at the terminal without a network and sent later.
struct Offline {
    int priority = 5; ///< among what waits to be sent: 1 is sent first, 9 last
};

struct Service {
    std::string id;
    ServiceKind kind = ServiceKind::Application;
    Family family = Family::Electronic;
    LocalizedText name;
    LocalizedText summary;             ///< one sentence in plain words
    std::string icon;                  ///< name in the icon set (qml/Kiosk/Controls)
    std::vector<std::string> keywords; ///< what people type when they look for it, all languages
    std::vector<LocalizedText> conditions;
    std::vector<LocalizedText> steps;
    std::vector<RequiredDocument> documents;
    std::vector<FormPage> form;
    bool needsIdentity = false;
    Promise promise;
    Fee fee;
    std::vector<Gate> gates;
    Output output;
    std::optional<InquirySpec> inquiry;
    std::optional<Offline> offline; ///< nothing: without a network it cannot be begun
    /// Field that takes the number of a request past its promised day, for which this service is then offered; or empty.
    std::string lateRequestField;
};

/// All that the home screen offers, in its order. Immutable once read; shared by value of its pointer.
struct Catalogue {
    std::string version; ///< ETag of the contract
    std::vector<Service> services;

    /// The service that is offered for a request past its promised day, or null.
    [[nodiscard]] const Service* forLateRequests() const {
        for (const auto& service : services)
            if (!service.lateRequestField.empty())
                return &service;
        return nullptr;
    }

    [[nodiscard]] const Service* find(std::string_view id) const {
        for (const auto& service : services)
            if (service.id == id)
                return &service;
        return nullptr;
    }
};

} // namespace balady::model
