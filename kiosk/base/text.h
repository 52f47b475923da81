// Text: what can be said of UTF-8 without knowing its language.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace balady {

/// Characters (code points) of well-formed UTF-8: the bytes that are no continuation (RFC 3629 section 3).
[[nodiscard]] inline std::size_t characterCount(std::string_view utf8) {
    const auto starts = [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; };
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), starts));
}

} // namespace balady
