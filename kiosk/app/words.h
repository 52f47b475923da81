// Words: the translation of the interface, its numbers in the digits that the terminal shows; GUI thread.
#pragma once

#include "kiosk/model/digits.h"

#include <QTranslator>

namespace balady::app {

class Words final : public QTranslator {
    Q_OBJECT

  public:
    using QTranslator::QTranslator;

    /// For texts from now on; who shows some must ask for them again (QQmlEngine::retranslate).
    void useDigits(model::DigitStyle digits) { m_digits = digits; }

    /// As QTranslator; place markers ("%1", "%n") stay as they are.
    QString translate(const char* context, const char* sourceText, const char* disambiguation,
                      int n) const override;

  private:
    model::DigitStyle m_digits = model::DigitStyle::Latin;
};

} // namespace balady::app
