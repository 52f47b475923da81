// balady-torture-citizen: the terminal without its screen: the core as it ships (balady-core.so), and a citizen who posts
// what the pages would post. Meant to be killed at any moment.
// usage: balady-torture-citizen --settings FILE [--errand FILE | --errands -]
// Prints a JSON line for each new place and each claim of the screen, at once. Without an errand nobody comes: the core
// settles what is open, until the standard input ends. Ends with 0 when the citizen is served or has given up. With
// --errands, each line of the standard input is one: the citizens come one after the other, to the same process.
#include "kiosk/app/core.h"
#include "kiosk/app/fonts.h"
#include "kiosk/base/log.h"
#include "tests/support/offscreen_gui.h"
#include "tests/torture/citizen/visit.h"

#include <boost/json.hpp>
#include <malloc.h>
#include <unistd.h>

#include <QFontDatabase>
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <fstream>
#include <iostream>
#include <iterator>
#include <mutex>
#include <sstream>

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

Errand readErrand(std::istream& in) {
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

/// The citizen has what they came for, and leaves by what every page offers, so that the next one finds the welcoming page.
void leave(app::Core& core, Window& window) {
    for (auto seen = window.look(); !std::holds_alternative<flow::Attract>(seen->session.place);
         seen = window.look()) {
        if (seen->session.overlay != flow::Overlay::None)
            core.post(flow::LeaveConfirmed{});
        else if (std::holds_alternative<flow::Farewell>(seen->session.place))
            core.post(flow::Next{});
        else
            core.post(flow::Leave{});
    }
}

/// Says after each that it is over.
void serveAll(app::Core& core, Window& window) {
    for (std::string line; std::getline(std::cin, line);) {
        std::istringstream errand(line);
        walk(core, window, Visit(readErrand(errand)));
        leave(core, window);
        say({{"left", true}});
    }
}

} // namespace

int main(int argc, char** argv) {
    std::string settingsFile;
    std::string errandFile;
    bool many = false;
    for (int i = 1; i + 1 < argc; i += 2) {
        if (argv[i] == std::string_view("--settings"))
            settingsFile = argv[i + 1];
        else if (argv[i] == std::string_view("--errand"))
            errandFile = argv[i + 1];
        else if (argv[i] == std::string_view("--errands"))
            many = true;
    }
    mallopt(M_ARENA_MAX, 1); // as kiosk/app/main.cpp does
    const auto settings = settings::readSettings(settingsFile);
    if (!settings) {
        std::cerr << "usage: balady-torture-citizen --settings FILE [--errand FILE | --errands -]\n"
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
    if (many) {
        serveAll(**core, window);
    } else if (!errandFile.empty()) {
        std::ifstream errand(errandFile);
        walk(**core, window, Visit(readErrand(errand)));
    } else {
        char ignored = 0;
        while (::read(STDIN_FILENO, &ignored, 1) > 0) {
        }
    }
    return 0;
}
