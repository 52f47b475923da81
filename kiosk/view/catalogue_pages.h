// Catalogue pages: the home page and the page of a service; GUI thread, pure.
#pragma once

#include "kiosk/view/page_model.h"

namespace balady::view {

[[nodiscard]] PageModel homePage(const flow::Session& session, const flow::World& world);
[[nodiscard]] PageModel servicePage(const model::Service& service, model::Language language,
                                    const flow::World& world);

} // namespace balady::view
