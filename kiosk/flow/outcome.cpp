#include "kiosk/flow/outcome.h"

namespace balady::flow::outcome {
namespace {

/// The answers that a complaint begins with: the number, and every answer on which its question depends.
model::Answers aboutRequest(const model::Service& complaint, const std::string& number) {
    model::Answers given{{complaint.lateRequestField, number}};
    for (auto page = complaint.form.rbegin(); page != complaint.form.rend(); ++page)
        for (auto field = page->fields.rbegin(); field != page->fields.rend(); ++field)
            if (given.contains(field->id) && field->showIf) // it depends on an earlier question only
                given[field->showIf->field] = field->showIf->equals;
    return given;
}

} // namespace

const model::Service* complaintFor(const Folder& folder) {
    return folder.submission && folder.submission->late && folder.catalogue
               ? folder.catalogue->forLateRequests()
               : nullptr;
}

Move enter(State&, Desk&) {
    return Remain{};
}

Move step(State&, const Event& event, Desk& desk) {
    if (std::holds_alternative<Next>(event))
        return Forward{};
    if (std::holds_alternative<Back>(event))
        return Backward{}; // only where the journey allows it: an opened request of an inquiry
    if (std::holds_alternative<Complain>(event))
        if (const auto* complaint = complaintFor(desk.folder))
            return Begin{complaint->id, aboutRequest(*complaint, desk.folder.submission->number)};
    return Remain{};
}

} // namespace balady::flow::outcome
