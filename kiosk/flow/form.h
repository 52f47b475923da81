// Form: the service's questions, one page at a time, generated from the catalogue.
#pragma once

#include "kiosk/flow/stage.h"

#include <set>
#include <string>
#include <vector>

namespace balady::flow::form {

struct State {
    std::size_t page = 0;
    std::vector<model::FieldProblem> problems;
    model::LocalizedText sentence; ///< the backend's own words about a refused answer
    std::set<std::string> loading; ///< fields whose options are being asked for
    std::string loadProblem;       ///< why they did not come
};

/// Starts at the first page that asks something, or goes on at once where none does.
Move enter(State& state, Desk& desk);
/// Opens one page again (from the review, or because the backend refused an answer).
Move open(State& state, Desk& desk, const ToForm& where);
/// The last page that asks something (coming back from a later stage).
Move reenter(State& state, Desk& desk);
Move step(State& state, const Event& event, Desk& desk);

} // namespace balady::flow::form
