// Icons: the names that the icon set of qml/Kiosk/Controls draws; a catalogue may use no other.
#pragma once

#include <span>
#include <string_view>

namespace balady::catalogue {

/// Every icon that a service or an option may carry, sorted.
[[nodiscard]] std::span<const std::string_view> icons();

[[nodiscard]] bool isIcon(std::string_view name);

} // namespace balady::catalogue
