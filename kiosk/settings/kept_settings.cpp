#include "kiosk/settings/kept_settings.h"

#include "kiosk/base/replace_file.h"
#include "kiosk/settings/parse_settings.h"
#include "kiosk/strictjson/parse.h"

#include <cstdlib>
#include <string_view>

namespace balady::settings {

namespace fs = std::filesystem;

fs::path keptSettingsFile() {
    const char* folders = std::getenv("STATE_DIRECTORY");
    if (folders == nullptr || *folders == '\0')
        return {};
    const std::string_view all(folders); // a unit may have several, with colons between them
    return fs::path(all.substr(0, all.find(':'))) / "settings-in-use";
}

Result<KeptText> readKeptText(const fs::path& kept) {
    if (kept.empty())
        return Fault{FaultCode::NotFound, "kept settings: there is no place for them"};
    auto text = strictjson::readFile(kept);
    if (!text)
        return text.error();
    const auto end = text->find('\n'); // of the signature
    if (end == std::string::npos)
        return Fault{FaultCode::Malformed, "kept settings: not two parts"};
    return KeptText{text->substr(0, end), text->substr(end + 1)};
}

Result<Settings> readKeptSettings(const fs::path& kept, const fs::path& given) {
    auto text = readKeptText(kept);
    if (!text)
        return text.error();
    auto settings =
        parseSettings(std::move(text->document), fs::absolute(given).parent_path(), kept.filename().string());
    if (settings)
        settings->signature = std::move(text->signature);
    return settings;
}

Result<Done> keepSettings(const fs::path& kept, const Settings& settings) {
    if (kept.empty())
        return Done{};
    if (const auto now = readKeptText(kept);
        now && now->signature == settings.signature && now->document == settings.document)
        return Done{};
    return replaceFile(kept, settings.signature + '\n' + settings.document, 0600);
}

} // namespace balady::settings
