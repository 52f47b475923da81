// Service reader: one service of the document.
#pragma once

#include "kiosk/catalogue/option_lists.h"
#include "kiosk/model/service.h"
#include "kiosk/strictjson/object.h"

namespace balady::catalogue {

/// Everything but what depends on other services (the targets of gates).
[[nodiscard]] model::Service readService(strictjson::Object& object, const OptionLists& lists);

} // namespace balady::catalogue
