// Actions: the one table that turns what a page says ("tryAgain", "typed") into an event of the flow.
#pragma once

#include "kiosk/flow/event.h"

#include <QString>
#include <QVariant>
#include <optional>

namespace balady::view {

/// Nothing for a name that is not in the table or a value of the wrong shape: a page may not invent actions.
[[nodiscard]] std::optional<flow::Event> eventFor(const QString& action, const QVariant& value);

} // namespace balady::view
