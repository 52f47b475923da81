// Languages of the screen and the paper, and a text in each of them.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace balady::model {

/// In the order in which they are offered. A new language is a line here, in `code()` and in the catalogue.
enum class Language { Arabic, English };
inline constexpr std::array kLanguages{Language::Arabic, Language::English};

/// BCP 47 code ("ar", "en").
[[nodiscard]] constexpr std::string_view code(Language language) {
    return language == Language::Arabic ? "ar" : "en";
}
[[nodiscard]] constexpr std::optional<Language> languageFromCode(std::string_view text) {
    for (auto language : kLanguages)
        if (code(language) == text)
            return language;
    return std::nullopt;
}

/// One text in every language. Arabic is always there; another language falls back to it.
struct LocalizedText {
    std::array<std::string, kLanguages.size()> byLanguage;

    [[nodiscard]] const std::string& in(Language language) const {
        const auto& text = byLanguage[static_cast<std::size_t>(language)];
        return text.empty() ? byLanguage[0] : text;
    }
    [[nodiscard]] bool empty() const { return byLanguage[0].empty(); }
    friend bool operator==(const LocalizedText&, const LocalizedText&) = default;
};

/// A text of ours, from literals.
[[nodiscard]] inline LocalizedText text(std::string_view arabic, std::string_view english) {
    return {{std::string(arabic), std::string(english)}};
}

} // namespace balady::model
