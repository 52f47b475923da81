#include "kiosk/app/words.h"

namespace balady::app {

QString Words::translate(const char* context, const char* sourceText, const char* disambiguation,
                         int n) const {
    auto text = QTranslator::translate(context, sourceText, disambiguation, n);
    if (m_digits == model::DigitStyle::Latin)
        return text;
    constexpr char16_t kArabicZero = 0x0660;
    bool marker = false; // inside "%1", "%12", "%L1"
    for (auto& letter : text) {
        const bool digit = letter >= u'0' && letter <= u'9';
        if (digit && !marker)
            letter = QChar(static_cast<char16_t>(kArabicZero + (letter.unicode() - u'0')));
        marker = letter == u'%' || (marker && (digit || letter == u'L'));
    }
    return text;
}

} // namespace balady::app
