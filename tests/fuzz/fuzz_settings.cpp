// The file with everything that differs from one terminal to the next.
#include "kiosk/settings/settings.h"
#include "tests/fuzz/target.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <string>

namespace {

using namespace balady;

/// A file that nobody else sees and that goes with its descriptor.
class Unseen {
  public:
    explicit Unseen(ByteView content) : m_file(memfd_create("settings", MFD_CLOEXEC)) {
        fuzz::mustHold(m_file >= 0 && write(m_file, content.data(), content.size()) ==
                                          static_cast<ssize_t>(content.size()),
                       "the file can be written");
    }
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;
    ~Unseen() { close(m_file); }
    [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(m_file); }

  private:
    int m_file;
};

void run(ByteView input) {
    const Unseen file(input);
    const auto settings = settings::readSettings(file.path());
    if (!settings) {
        fuzz::mustHold(settings.error().code == FaultCode::InvalidSettings,
                       "a file that is refused is invalid settings");
        return;
    }
    fuzz::mustHold(!settings->terminal.id.empty() && !settings->terminal.amana.empty(),
                   "a terminal is named");
    fuzz::mustHold(!settings->backend.host.empty() && settings->backend.port != 0,
                   "a backend has an address");
    for (const auto* path :
         {&settings->backend.ca, &settings->backend.clientCertificate, &settings->backend.catalogueKeys,
          &settings->stateDirectory, &settings->catalogueDirectory})
        fuzz::mustHold(path->is_absolute(), "paths are absolute");
    const auto& key = settings->backend.clientKey;
    const bool inFile = key.source == settings::KeySource::Source::File;
    fuzz::mustHold(inFile ? settings->development && key.file.is_absolute()
                          : key.name.find('/') == std::string::npos,
                   "a terminal's key is a credential");
    fuzz::mustHold(settings->receiptPrinter.widthDots > 0 && settings->receiptPrinter.widthDots % 8 == 0,
                   "a line of dots is whole bytes");
    fuzz::mustHold(settings->session.idle > settings->session.idle.zero() &&
                       settings->session.warning > settings->session.warning.zero(),
                   "a session that nobody uses ends");
    const auto& languages = settings->languages;
    fuzz::mustHold(std::ranges::count(languages, model::Language::Arabic) == 1 &&
                       languages.size() <= model::kLanguages.size(),
                   "Arabic is among the languages, each of which is there once");
}

const fuzz::Registration kTarget("settings", run);

} // namespace
