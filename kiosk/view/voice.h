// Voice: how this citizen reads: a language and its digits, and texts in them for QML; GUI thread, pure.
#pragma once

#include "kiosk/flow/session.h"

#include <QString>
#include <string_view>

namespace balady::view {

[[nodiscard]] QString qt(std::string_view utf8);

struct Voice {
    model::Language language;
    model::DigitStyle digits;

    /// Words of ours or of the catalogue, their numbers in this citizen's digits.
    [[nodiscard]] QString say(std::string_view words) const;
};

[[nodiscard]] Voice voiceOf(model::Language language, const flow::World& world);
[[nodiscard]] QString qt(const model::LocalizedText& text, const Voice& voice);

} // namespace balady::view
