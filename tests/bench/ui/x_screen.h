// XScreen: the screen as an X server has it, seen and touched from outside the programs that paint it.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace balady::bench {

using Moment = std::chrono::steady_clock::time_point;

/// Pixels from the upper left corner of the screen.
struct Point {
    int x = 0;
    int y = 0;
};
struct Area {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
};
/// The pixels of an area, row by row, 0xRRGGBB.
using Picture = std::vector<std::uint32_t>;

/// One connection; one thread. The X server pushes a word about each change (DAMAGE), so watching costs the
/// programs that are measured nothing, as polling would on a machine of two cores.
class XScreen {
  public:
    /// What is seen where no program has painted. No page has this colour.
    static constexpr std::uint32_t kEmpty = 0xff00ff;

    /// Throws when the server is not there or lacks MIT-SHM, DAMAGE or XTEST.
    explicit XScreen(const std::string& display);
    XScreen(const XScreen&) = delete;
    XScreen& operator=(const XScreen&) = delete;
    ~XScreen();

    [[nodiscard]] Area all() const;
    [[nodiscard]] Picture capture(Area area) const;

    /// When the word of the next paint came in; nothing if none came until `deadline`. What was painted may look
    /// as before. Paints until the next call are told as one, with the time of the first.
    [[nodiscard]] std::optional<Moment> nextPaint(Moment deadline);

    void press(Point at);
    /// Lets go; returns when the server had been told.
    Moment release();

  private:
    class Connection;
    std::unique_ptr<Connection> m_connection;
};

} // namespace balady::bench
