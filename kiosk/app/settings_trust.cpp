#include "kiosk/app/settings_trust.h"

#include "kiosk/base/log.h"
#include "kiosk/crypto/crypto.h"
#include "kiosk/settings/kept_settings.h"
#include "kiosk/strictjson/parse.h"

namespace balady::app {

namespace fs = std::filesystem;

fs::path settingsKeysFile() {
    std::error_code error;
    return fs::read_symlink("/proc/self/exe", error).parent_path() / "settings-keys.json";
}

Result<Done> trustSettings(const settings::Settings& settings, const fs::path& keys, const fs::path& kept) {
    std::error_code error;
    if (const auto found = fs::symlink_status(keys, error); found.type() == fs::file_type::not_found) {
        if (!settings.development)
            return Fault{FaultCode::InvalidSettings,
                         "settings: nobody may sign them: settings-keys.json is not "
                         "beside the program"};
        log::write(log::Level::Info, "app", "settings_unsigned");
        return Done{};
    }
    const auto set = strictjson::readFile(keys);
    if (!set)
        return Fault{FaultCode::InvalidSettings, "settings: " + set.error().context};
    if (settings.signature.empty())
        return Fault{FaultCode::Tampered, "settings: signature: there is none beside the file (.jws)"};
    const auto signedAt = crypto::verifyDetachedJws(settings.signature, settings.document, *set);
    if (!signedAt)
        return signedAt.error().within("settings: signature");
    // What is kept by somebody else's hand, or under a key that signs no more, says nothing of a time.
    if (const auto before = settings::readKeptText(kept))
        if (const auto then = crypto::verifyDetachedJws(before->signature, before->document, *set);
            then && *then > *signedAt)
            return Fault{FaultCode::Refused, "settings: signature: older than those that served last"};
    log::write(log::Level::Info, "app", "settings_signed",
               {{"at", static_cast<long long>(signedAt->time_since_epoch().count())}});
    return Done{};
}

} // namespace balady::app
