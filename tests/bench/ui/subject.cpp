#include "tests/bench/ui/subject.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <stdexcept>

namespace balady::bench {
namespace {

using namespace std::chrono_literals;

constexpr auto kStartLimit = 60s;
/// The screen rests when it has not changed for so long. The attract page turns every 8 s.
constexpr auto kRestAfterStart = 3s;

/// From top to bottom, through the words and surfaces of the attract page.
Area spine(const XScreen& screen) {
    return {screen.all().width / 2 - 20, 0, 40, screen.all().height};
}

bool showsPage(const Subject& subject, const Picture& picture) {
    std::set<std::uint32_t> colours(picture.begin(), picture.end());
    colours.erase(XScreen::kEmpty);
    // Chromium leaves a line of the screen free; a window that is not yet at its size leaves more.
    const auto empty = std::ranges::count(picture, XScreen::kEmpty);
    return empty * 50 < std::ssize(picture) && colours.size() >= subject.colours;
}

} // namespace

double between(Moment from, Moment to) {
    return std::chrono::duration<double, std::milli>(to - from).count();
}

Moment untilFirstPage(const Subject& subject, XScreen& screen) {
    const auto deadline = std::chrono::steady_clock::now() + kStartLimit;
    while (const auto paint = screen.nextPaint(deadline))
        if (showsPage(subject, screen.capture(spine(screen))))
            return *paint;
    throw std::runtime_error(subject.name + " showed no page");
}

std::optional<Moment> untilSettled(XScreen& screen, Area area, Picture& picture,
                                   std::chrono::milliseconds rest) {
    std::optional<Moment> last;
    auto deadline = std::chrono::steady_clock::now() + rest;
    while (const auto paint = screen.nextPaint(deadline)) {
        auto now = screen.capture(area);
        if (now == picture)
            continue;
        picture = std::move(now);
        last = paint;
        deadline = *paint + rest;
    }
    return last;
}

Start measureStart(const Subject& subject, XScreen& screen, const std::filesystem::path& log) {
    Start start;
    {
        const ProcessTree tree(subject.command, subject.environment, log);
        const auto first = untilFirstPage(subject, screen);
        auto picture = screen.capture(spine(screen));
        const auto last = untilSettled(screen, spine(screen), picture, kRestAfterStart);
        start.firstPage = between(tree.started(), first);
        start.settled = between(tree.started(), last.value_or(first));
        start.processor = static_cast<double>(tree.processorTime().count());
        start.memory = tree.memory();
    }
    // The next one begins on an empty screen.
    const auto deadline = std::chrono::steady_clock::now() + 5s;
    const auto isEmpty = [&] {
        return std::ranges::all_of(screen.capture(spine(screen)),
                                   [](auto p) { return p == XScreen::kEmpty; });
    };
    while (!isEmpty())
        if (!screen.nextPaint(deadline))
            throw std::runtime_error(subject.name + " left something on the screen");
    return start;
}

} // namespace balady::bench
