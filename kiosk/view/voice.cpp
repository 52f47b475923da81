#include "kiosk/view/voice.h"

#include "kiosk/model/date.h"

namespace balady::view {

QString qt(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString Voice::say(std::string_view words) const {
    return qt(model::inDigits(words, digits));
}

Voice voiceOf(model::Language language, const flow::World& world) {
    return {language, digitsIn(language, world.terminal)};
}

QString qt(const model::LocalizedText& text, const Voice& voice) {
    return voice.say(text.in(voice.language));
}

} // namespace balady::view
