#include "drivers/smartcard/access_key.h"

#include "kiosk/base/secret.h"

namespace balady::smartcard {

void wipeKey(ports::AccessKey& key) noexcept {
    for (auto* text : {&key.documentNumber, &key.birthDate, &key.expiryDate, &key.cardAccessNumber}) {
        wipe(text->data(), text->capacity());
        text->clear();
    }
}

} // namespace balady::smartcard
