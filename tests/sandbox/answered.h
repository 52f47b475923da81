// Answered: what the answers of a form mean to the sandbox: the field with a role, and the label of a choice.
#pragma once

#include "kiosk/model/form.h"
#include "kiosk/model/service.h"

#include <functional>
#include <string>
#include <vector>

namespace balady::sandbox {

/// The answer of the first of these fields that has one, or "".
[[nodiscard]] std::string answerOf(const model::Answers& answers, const std::vector<std::string>& fieldIds);
/// The option that was chosen in the first of these fields that is answered; an answer that is on no list of the
/// catalogue is its own label; an option without a label where nothing is answered.
[[nodiscard]] model::Option optionOf(const model::Service& service, const model::Answers& answers,
                                     const std::vector<std::string>& fieldIds);
/// Every field that is asked with these answers, in order.
void forAskedFields(const model::Service& service, const model::Answers& answers,
                    const std::function<void(const model::Field&)>& visit);

} // namespace balady::sandbox
