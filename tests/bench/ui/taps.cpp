#include "tests/bench/ui/taps.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
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
    {"language", {540, 1500}},      // the attract page can be touched anywhere
    {"home", {540, 1060}},          // Arabic
    {"service", {760, 760}},        // the first service
    {"identify", {220, 1830}},      // start it
    {"service_again", {930, 1830}}, // back
    {"home_again", {930, 1830}},    // back
    {"attract", {740, 1830}},       // cancel: everything of this citizen is destroyed
};

/// Part of every page, below the band with its clock. No control that is tapped is here, so what changes is another
/// page and not the control's own answer to the finger.
constexpr Area kWatched{380, 260, 80, 700};

constexpr int kWarmUp = 2; ///< citizens; meanwhile the terminal learns what of its devices is there
constexpr auto kTouch =
    40ms; ///< from press to release, a quick finger; the answer to the press is painted meanwhile
constexpr auto kRest = 700ms; ///< without change: longer than a fade, and than making what may come next
constexpr auto kLimit = 10s;

/// The terminal did something by itself while it was measured: news from the network or a device, the attract page's
/// other language. That citizen is not counted.
struct Disturbed : std::runtime_error {
    using std::runtime_error::runtime_error;
};

void write(const Picture& picture, Area area, const std::filesystem::path& file) {
    std::ofstream out(file, std::ios::binary);
    out << "P6\n" << area.width << ' ' << area.height << "\n255\n";
    for (const auto pixel : picture)
        out.put(static_cast<char>(pixel >> 16))
            .put(static_cast<char>(pixel >> 8))
            .put(static_cast<char>(pixel));
}

int difference(std::uint32_t a, std::uint32_t b) {
    int most = 0;
    for (const int shift : {0, 8, 16})
        most = std::max(most,
                        std::abs(static_cast<int>(a >> shift & 0xff) - static_cast<int>(b >> shift & 0xff)));
    return most;
}

/// Where two pictures of the watched area are not alike; "" where they are. The end of a fade may leave a pixel one
/// step beside its colour.
std::string whereDifferent(const Picture& one, const Picture& other) {
    constexpr int kTolerance = 3; // of 255
    int count = 0;
    int top = kWatched.height;
    int bottom = 0;
    for (std::size_t i = 0; i < one.size(); ++i)
        if (difference(one[i], other[i]) > kTolerance) {
            const int y = static_cast<int>(i) / kWatched.width;
            ++count;
            top = std::min(top, y);
            bottom = std::max(bottom, y);
        }
    if (count == 0)
        return "";
    return std::to_string(count) + " pixels differ between y " + std::to_string(kWatched.y + top) + " and " +
           std::to_string(kWatched.y + bottom);
}

/// One terminal from its start on, touched by one citizen after the other.
class Session {
  public:
    Session(const Subject& kiosk, XScreen& screen, const std::filesystem::path& log,
            std::filesystem::path pictures)
        : m_screen(screen), m_pictures(std::move(pictures)), m_tree(kiosk.command, kiosk.environment, log) {
        untilFirstPage(kiosk, screen);
        m_picture = screen.capture(kWatched);
        untilSettled(screen, kWatched, m_picture, kRest);
        for (int citizen = 0; citizen < kWarmUp; ++citizen)
            for (const auto& tap : kJourney) {
                carryOut(tap);
                m_seen[tap.leadsTo] = m_picture;
                keepPicture(tap.leadsTo);
            }
    }

    /// A whole journey, or nothing: throws Disturbed.
    void visit(Taps& taps) {
        Taps mine;
        for (const auto& tap : kJourney) {
            const auto [painted, settled, waited] = carryOut(tap);
            if (const auto where = whereDifferent(m_picture, m_seen[tap.leadsTo]); !where.empty())
                fail(tap, "is another page than before: " + where);
            mine.painted[tap.leadsTo].push_back(painted);
            mine.settled[tap.leadsTo].push_back(settled);
            mine.waited[tap.leadsTo].push_back(waited);
        }
        for (const auto& tap : kJourney) {
            taps.painted[tap.leadsTo].push_back(mine.painted[tap.leadsTo].back());
            taps.settled[tap.leadsTo].push_back(mine.settled[tap.leadsTo].back());
            taps.waited[tap.leadsTo].push_back(mine.waited[tap.leadsTo].back());
        }
    }

  private:
    struct Times {
        double painted = 0;
        double settled = 0;
        double waited = 0;
    };

    Times carryOut(const Tap& tap) {
        std::this_thread::sleep_for(std::chrono::milliseconds(m_pause(m_jitter)));
        m_screen.press(tap.at);
        const auto before = m_picture;
        if (untilSettled(m_screen, kWatched, m_picture, kTouch))
            fail(tap,
                 "came before its tap, or the page before it changed: " + whereDifferent(before, m_picture));
        const auto waitedBefore = m_tree.waitedForProcessor();
        const auto released = m_screen.release();
        const auto painted = untilChanged(tap);
        const std::chrono::duration<double, std::milli> waited = m_tree.waitedForProcessor() - waitedBefore;
        const auto settled = untilSettled(m_screen, kWatched, m_picture, kRest).value_or(painted);
        return {between(released, painted), between(released, settled), waited.count()};
    }

    /// The moment of the first paint after which the area no longer looks as it did.
    Moment untilChanged(const Tap& tap) {
        const auto deadline = std::chrono::steady_clock::now() + kLimit;
        while (const auto paint = m_screen.nextPaint(deadline))
            if (auto now = m_screen.capture(kWatched); now != m_picture) {
                m_picture = std::move(now);
                return *paint;
            }
        fail(tap, "did not come within " + std::to_string(std::chrono::seconds(kLimit).count()) + " s");
    }

    [[noreturn]] void fail(const Tap& tap, const std::string& what) {
        keepPicture("unexpected");
        throw Disturbed(std::string(tap.leadsTo) + " " + what);
    }

    void keepPicture(const std::string& name) const {
        if (!m_pictures.empty())
            write(m_screen.capture(m_screen.all()), m_screen.all(), m_pictures / (name + ".ppm"));
    }

    XScreen& m_screen;
    std::filesystem::path m_pictures;
    ProcessTree m_tree;
    Picture m_picture; ///< what the watched area shows
    std::map<std::string, Picture> m_seen;
    std::minstd_rand m_jitter{1}; // taps must not fall into step with anything that ticks
    std::uniform_int_distribution<int> m_pause{0, 50};
};

} // namespace

Taps measureTaps(const Subject& kiosk, XScreen& screen, int citizens, const std::filesystem::path& log,
                 const std::filesystem::path& pictures) {
    Taps taps;
    for (int counted = 0; counted < citizens;) {
        try {
            Session session(kiosk, screen, log, pictures);
            for (; counted < citizens; ++counted)
                session.visit(taps);
        } catch (const Disturbed& why) {
            std::cerr << "bench_ui: a citizen is not counted: " << why.what() << '\n';
            taps.disturbances.emplace_back(why.what());
            if (std::ssize(taps.disturbances) > std::max(1, citizens / 5))
                throw std::runtime_error("the terminal does not come to rest; see above");
        }
    }
    return taps;
}

} // namespace balady::bench
