// Names: reads an enumerator back from its name(); for the model's own .cpp files.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace balady::model {

/// The enumerator among `all` whose name() is `text`.
template <class Enum, std::size_t N>
[[nodiscard]] std::optional<Enum> fromName(const std::array<Enum, N>& all, std::string_view text) {
    const auto it = std::find_if(all.begin(), all.end(), [&](Enum e) { return name(e) == text; });
    return it == all.end() ? std::nullopt : std::optional(*it);
}

} // namespace balady::model
