// Maintenance pages: the badge's PIN, why it was refused, and the technician's one page; GUI thread, pure.
#pragma once

#include "kiosk/view/page_model.h"

namespace balady::view {

[[nodiscard]] PageModel maintenancePage(const flow::Maintenance& maintenance, model::Language language,
                                        const flow::World& world);

} // namespace balady::view
