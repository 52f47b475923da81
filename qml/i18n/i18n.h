// The embedded translations: link balady_i18n and load the one for the session's language into a QTranslator.
#pragma once

#include <string>
#include <string_view>

namespace balady::i18n {

/// Resource path of the translation for a BCP 47 code ("ar", "en").
[[nodiscard]] inline std::string translationFile(std::string_view language) {
    return ":/i18n/balady_" + std::string(language) + ".qm";
}

} // namespace balady::i18n
