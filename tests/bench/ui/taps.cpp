#include "tests/bench/ui/taps.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <random>
#include <stdexcept>
#include <thread>

namespace balady::bench {
namespace {

using namespace std::chrono_literals;

struct Tap {
    const char* leadsTo;
    Point at;
};
/// In the middle of large controls, so that a layout may move by half a control before this must follow.
constexpr Tap kJourney[] = {
    {"language", {540, 1500}},   // the attract page can be touched anywhere
    {"home", {540, 1060}},       // Arabic
    {"service", {760, 760}},     // the first service
    {"home_again", {930, 1830}}, // back
    {"attract", {740, 1830}},    // cancel: everything of this citizen is destroyed and built anew
};

/// Part of every page, below the band with its clock. No control that is tapped is here, so what changes is another
/// page and not the control's own answer to the finger.
constexpr Area kWatched{380, 260, 80, 700};

constexpr int kWarmUp = 2;    ///< citizens; meanwhile the terminal learns what of its devices is there
constexpr auto kTouch = 40ms; ///< from press to release; the answer to the press is painted meanwhile
constexpr auto kRest = 500ms; ///< without change: longer than the pages' fade
constexpr auto kLimit = 10s;

void write(const Picture& picture, Area area, const std::filesystem::path& file) {
    std::ofstream out(file, std::ios::binary);
    out << "P6\n" << area.width << ' ' << area.height << "\n255\n";
    for (const auto pixel : picture)
        out.put(static_cast<char>(pixel >> 16))
            .put(static_cast<char>(pixel >> 8))
            .put(static_cast<char>(pixel));
}

/// The end of a fade may leave a pixel one step beside its colour.
bool alike(const Picture& one, const Picture& other) {
    constexpr int kTolerance = 3; // of 255
    return std::ranges::equal(one, other, [](std::uint32_t a, std::uint32_t b) {
        for (const int shift : {0, 8, 16})
            if (std::abs(static_cast<int>(a >> shift & 0xff) - static_cast<int>(b >> shift & 0xff)) >
                kTolerance)
                return false;
        return true;
    });
}

/// The moment of the first paint after which the area no longer looks like `picture`, which then is what it shows.
Moment untilChanged(XScreen& screen, Picture& picture, const char* page) {
    const auto deadline = std::chrono::steady_clock::now() + kLimit;
    while (const auto paint = screen.nextPaint(deadline))
        if (auto now = screen.capture(kWatched); now != picture) {
            picture = std::move(now);
            return *paint;
        }
    throw std::runtime_error(std::string("no page came where '") + page + "' was expected");
}

} // namespace

Taps measureTaps(const Subject& kiosk, XScreen& screen, int citizens, const std::filesystem::path& log,
                 const std::filesystem::path& pictures) {
    Taps taps;
    std::map<std::string, Picture> seen;
    std::minstd_rand jitter(1); // taps must not fall into step with anything that ticks
    std::uniform_int_distribution<int> pause(0, 50);

    const ProcessTree tree(kiosk.command, kiosk.environment, log);
    untilFirstPage(kiosk, screen);
    auto picture = screen.capture(kWatched);
    untilSettled(screen, kWatched, picture, kRest);
    for (int citizen = 0; citizen < kWarmUp + citizens; ++citizen)
        for (const auto& tap : kJourney) {
            std::this_thread::sleep_for(std::chrono::milliseconds(pause(jitter)));
            screen.press(tap.at);
            if (untilSettled(screen, kWatched, picture, kTouch))
                throw std::runtime_error(std::string("the page changed before the tap to '") + tap.leadsTo +
                                         "'");
            const auto released = screen.release();
            const auto painted = untilChanged(screen, picture, tap.leadsTo);
            const auto settled = untilSettled(screen, kWatched, picture, kRest).value_or(painted);
            if (citizen < kWarmUp) {
                seen[tap.leadsTo] = picture;
                if (!pictures.empty())
                    write(screen.capture(screen.all()), screen.all(),
                          pictures / (std::string(tap.leadsTo) + ".ppm"));
                continue;
            }
            if (!alike(picture, seen[tap.leadsTo])) {
                if (!pictures.empty())
                    write(screen.capture(screen.all()), screen.all(), pictures / "unexpected.ppm");
                throw std::runtime_error(std::string("another page than before where '") + tap.leadsTo +
                                         "' was expected");
            }
            taps.painted[tap.leadsTo].push_back(between(released, painted));
            taps.settled[tap.leadsTo].push_back(between(released, settled));
        }
    return taps;
}

} // namespace balady::bench
