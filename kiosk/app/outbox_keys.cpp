#include "kiosk/app/outbox_keys.h"

#include "kiosk/app/key_text.h"

namespace balady::app {

Result<crypto::Keyring> readOutboxKeys(const settings::KeySource& from) {
    const auto text = readKeyText(from);
    if (!text)
        return text.error();
    return crypto::Keyring::parse({reinterpret_cast<const char*>(text->data()), text->size()});
}

} // namespace balady::app
