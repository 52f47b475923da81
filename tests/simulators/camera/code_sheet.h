// A sheet with one QR code, for showing the terminal any text as a code.
#pragma once

#include <QImage>
#include <string_view>

namespace balady::scenes {

/// The code is 90 mm wide, low on an A4 page. Nothing if the text is empty or longer than a code holds.
[[nodiscard]] std::optional<QImage> drawCodeSheet(const std::string& text);

} // namespace balady::scenes
