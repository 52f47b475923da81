// balady-torture-citizen: the terminal without its screen: the core as it ships (balady-core.so), and a citizen who posts
// what the pages would post. Meant to be killed at any moment.
// usage: balady-torture-citizen --settings FILE [--errand FILE]
// Prints a JSON line for each new place and each claim of the screen, at once. Without an errand nobody comes: the core
// settles what is open, until the standard input ends. Ends with 0 when the citizen is served or has given up.
#include "kiosk/app/core.h"
#include "kiosk/app/fonts.h"
#include "kiosk/base/log.h"
#include "tests/support/offscreen_gui.h"
#include "tests/torture/citizen/visit.h"

#include <boost/json.hpp>
#include <unistd.h>

#include <QFontDatabase>
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <fstream>
#include <iostream>
#include <iterator>
#include <mutex>

#include "qml/fonts/fonts.h"

namespace {

using namespace balady;
using namespace balady::torture;

/// How long the citizen looks at a page on which nothing happens before doing the same once more.
constexpr std::chrono::milliseconds kStare{400};

/// The newest snapshot, from the core thread to the citizen's.
class Window {
  public:
    using Seen = std::shared_ptr<const service::Snapshot>;
    void show(Seen snapshot) {
        const std::scoped_lock lock(m_mutex);
        m_newest = std::move(snapshot);
        m_fresh = true;
        m_changed.notify_one();
    }
    /// What is on show: at once if it is new, else after a stare.
    Seen look() {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, kStare, [this] { return m_fresh; });
        m_fresh = false;
        return m_newest;
    }

  private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    Seen m_newest;
    bool m_fresh = false;
};

/// One write, so that what was said is said when this process is killed.
void say(const boost::json::object& line) {
    const auto text = boost::json::serialize(line) + "\n";
    if (::write(STDOUT_FILENO, text.data(), text.size()) < 0)
        std::_Exit(3); // nobody listens any more
}

flow::Terminal terminalOf(const settings::Settings& settings) {
    flow::Terminal terminal;
    terminal.id = settings.terminal.id;
    terminal.amana = settings.terminal.amana;
    terminal.municipality = settings.terminal.municipality;
    terminal.municipalityCode = settings.terminal.municipalityCode;
    terminal.languages = settings.languages;
    return terminal;
}

Errand readErrand(const std::string& file) {
    std::ifstream in(file);
    const auto value = boost::json::parse(std::string(std::istreambuf_iterator<char>(in), {}));
    const auto& object = value.as_object();
    Errand errand;
    errand.service = object.at("service").as_string().c_str();
    errand.identity = object.at("identity").as_string().c_str();
    errand.patience = static_cast<int>(object.at("patience").as_int64());
    for (const auto& [field, answer] : object.at("answers").as_object())
        errand.answers[field] = answer.as_string().c_str();
    return errand;
}

void walk(app::Core& core, Window& window, Visit visit) {
    std::string stoodAt;
    std::vector<Claim> claimed;
    auto acted = std::chrono::steady_clock::time_point{};
    while (!visit.over()) {
        const auto seen = window.look();
        if (!seen)
            continue;
        for (auto& claim : Visit::claims(*seen))
            if (std::ranges::find(claimed, claim) == claimed.end()) {
                say({{"claim", claim.what}, {"number", claim.number}, {"key", claim.key}});
                claimed.push_back(std::move(claim));
            }
        const auto place = Visit::place(*seen);
        const auto now = std::chrono::steady_clock::now();
        if (place == stoodAt && now - acted < kStare)
            continue;
        if (place != stoodAt)
            say({{"at", place}});
        stoodAt = place;
        acted = now;
        for (auto& event : visit.act(*seen))
            core.post(std::move(event));
    }
    say({{"over", true}});
}

} // namespace

int main(int argc, char** argv) {
    std::string settingsFile;
    std::string errandFile;
    for (int i = 1; i + 1 < argc; i += 2) {
        if (argv[i] == std::string_view("--settings"))
            settingsFile = argv[i + 1];
        else if (argv[i] == std::string_view("--errand"))
            errandFile = argv[i + 1];
    }
    const auto settings = settings::readSettings(settingsFile);
    if (!settings) {
        std::cerr << "usage: balady-torture-citizen --settings FILE [--errand FILE]\n"
                  << settings.error().context << '\n';
        return 2;
    }
    app::chooseFonts(); // papers are drawn with them
    tests::offscreenGui();
    for (const auto* file : fonts::kFiles)
        QFontDatabase::addApplicationFont(QString::fromLatin1(file));
    Window window;
    auto core = app::loadCore(
        *settings, terminalOf(*settings),
        {[&](std::shared_ptr<const service::Snapshot> snapshot) { window.show(std::move(snapshot)); },
         [](const ports::Frame&, const flow::PageCue&) {}, [] {}});
    if (!core) {
        balady::log::fault("torture", "core", core.error());
        return 1;
    }
    say({{"at", "started"}});
    if (!errandFile.empty()) {
        walk(**core, window, Visit(readErrand(errandFile)));
    } else {
        char ignored = 0;
        while (::read(STDIN_FILENO, &ignored, 1) > 0) {
        }
    }
    return 0;
}
