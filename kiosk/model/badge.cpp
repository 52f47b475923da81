#include "kiosk/model/badge.h"

#include <algorithm>

namespace balady::model {

std::string_view name(BadgeState state) {
    switch (state) {
    case BadgeState::None: return "none";
    case BadgeState::Waiting: return "waiting";
    case BadgeState::Proven: return "proven";
    case BadgeState::WrongPin: return "wrong_pin";
    case BadgeState::Blocked: return "blocked";
    case BadgeState::Expired: return "expired";
    case BadgeState::Unknown: return "unknown";
    case BadgeState::Withdrawn: return "withdrawn";
    case BadgeState::ListOld: return "list_old";
    case BadgeState::Forged: return "forged";
    }
    return "none";
}

bool mayBePin(std::string_view text) {
    return text.size() >= 6 && text.size() <= 8 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace balady::model
