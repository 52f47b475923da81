// Stage: the vocabulary that all stages of a journey share: what was collected so far, and where to go next.
#pragma once

#include "kiosk/flow/effect.h"
#include "kiosk/flow/world.h"
#include "kiosk/model/service.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace balady::flow {

/// What is known of the request after it was sent. `Unknown` is honest: an answer never came. `Kept` was accepted by the
/// terminal and certainly did not reach the platform yet.
enum class Sent { No, Accepted, Unknown, Kept };

/// All that one journey collects; dies with it.
struct Folder {
    model::Language language = model::Language::Arabic;
    std::shared_ptr<const model::Catalogue> catalogue; ///< keeps `service` alive when a newer one arrives
    const model::Service* service = nullptr;
    std::optional<model::Citizen> citizen;
    model::Answers answers;
    std::map<std::string, model::Options> options; ///< by field id, as the backend gave them
    std::vector<Picture> pictures;
    std::string idempotencyKey; ///< one journey, one key, one request
    Sent sent = Sent::No;
    std::string keptReference; ///< of Kept
    std::optional<model::Submission> submission;
    std::vector<model::Finding> findings; ///< what an inquiry brought
    bool listOnly = false;                ///< the citizen wants only the list of conditions on paper
};

/// What a stage says after an event.
struct Remain {};
struct Forward {};
struct Backward {};
struct ToForm {
    std::size_t page = 0;
    std::string problemField;
    model::LocalizedText sentence;
};
struct ToDocuments {
    std::string documentId;
    model::LocalizedText sentence;
};
struct ToPapers {}; ///< from an inquiry: print what was found
/// Another service instead, with what is known already filled in.
struct Begin {
    std::string serviceId;
    model::Answers given{};
};
using Move = std::variant<Remain, Forward, Backward, ToForm, ToDocuments, ToPapers, Begin>;

/// What a stage works with while it handles one event.
struct Desk {
    const World& world;
    Folder& folder;
    Effects& effects;

    void ask(Effect effect) { effects.push_back(std::move(effect)); }
};

template <class... F>
struct Overloaded : F... {
    using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>; // clang 14, which lint uses, cannot deduce it for an aggregate

/// The key of the sentence for a fault that ended a backend call ("network_gone", "backend_busy"…).
[[nodiscard]] std::string problemOf(const Fault& fault);

/// The service may be accepted at this terminal now and sent later: the catalogue allows it, and the outbox works.
[[nodiscard]] bool mayBeKept(const model::Service& service, const World& world);

/// The form's fields that are asked, over all pages, given the answers.
[[nodiscard]] std::vector<const model::Field*> askedFields(const model::Service& service,
                                                           const model::Answers& answers);
/// The documents that are asked for, given the answers.
[[nodiscard]] std::vector<const model::RequiredDocument*> askedDocuments(const model::Service& service,
                                                                         const model::Answers& answers);
/// What a person reads for an answer: an option's label instead of its code, dates in both calendars.
[[nodiscard]] std::string answerText(const Folder& folder, const model::Field& field);

} // namespace balady::flow
