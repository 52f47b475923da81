#include "kiosk/model/request.h"

#include <array>

namespace balady::model {

std::string_view name(RequestState state) {
    switch (state) {
    case RequestState::AwaitingPayment: return "awaiting-payment";
    case RequestState::UnderReview: return "under-review";
    case RequestState::Approved: return "approved";
    case RequestState::Rejected: return "rejected";
    case RequestState::Issued: return "issued";
    case RequestState::Completed: return "completed";
    }
    return "";
}

std::optional<RequestState> requestStateFromName(std::string_view text) {
    using enum RequestState;
    for (auto state : {AwaitingPayment, UnderReview, Approved, Rejected, Issued, Completed})
        if (name(state) == text)
            return state;
    return std::nullopt;
}

} // namespace balady::model
