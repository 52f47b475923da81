// Form reader: the pages and questions of a service, and the conditions that hang on their answers.
#pragma once

#include "kiosk/catalogue/option_lists.h"
#include "kiosk/model/form.h"
#include "kiosk/strictjson/object.h"

#include <string_view>
#include <vector>

namespace balady::catalogue {

/// The "form" of a service. A question may depend only on one that was asked before it.
[[nodiscard]] std::vector<model::FormPage> readForm(strictjson::Object& service, const OptionLists& lists);

/// {"field", "equals"} under `key`: a question of `form` that has this answer (yes or no, or one of its
/// options).
[[nodiscard]] model::Condition readCondition(strictjson::Object& owner, std::string_view key,
                                             const std::vector<model::FormPage>& form);

/// The id under `key`: a question of `form` that takes a reference.
[[nodiscard]] std::string readReferenceField(strictjson::Object& owner, std::string_view key,
                                             const std::vector<model::FormPage>& form);

} // namespace balady::catalogue
