// The embedded type family: link balady_fonts and these resources are there, on screen and on paper.
#pragma once

#include <array>

namespace balady::fonts {

/// Resource paths by rising weight: 400, 500, 600, 700. One family, Arabic and Latin.
inline constexpr std::array kFiles{":/fonts/text-400.ttf", ":/fonts/text-500.ttf", ":/fonts/text-600.ttf",
                                   ":/fonts/text-700.ttf"};

} // namespace balady::fonts
