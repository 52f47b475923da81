// PageWatch: follows a sheet of paper, or a face, from picture to picture and says when it has been still for long enough.
#pragma once

#include "kiosk/model/page_sight.h"

#include <chrono>
#include <optional>

namespace balady::flow {

/// The one thing to tell the citizen about the page under the camera. `Taken` is a page whose picture was taken and
/// that lies there as it lay then.
enum class PageHint {
    None,
    NoPage,
    CutOff,
    TooDark,
    Glare,
    Blurred,
    HoldStill,
    Taking,
    Taken,
    NoFace,
    SeveralFaces,
    TooFar,
    TooNear,
    OffCentre,
    Tilted,
    EyesShut,
    UnevenLight
};

/// What the screen draws over the camera's picture.
struct PageCue {
    std::optional<model::Outline> outline;
    PageHint hint = PageHint::None;
    double progress = 0; ///< of the count-down to the picture, 0 to 1
    bool due = false;    ///< now is the moment
};

/// Fed with every picture that is looked at; pure but for what it remembers of them.
class PageWatch {
  public:
    using Time = std::chrono::steady_clock::time_point;
    /// From the first picture of a still page to the count-down, and how long that takes.
    static constexpr std::chrono::milliseconds kSettle{400}, kCountDown{1000};

    [[nodiscard]] PageCue see(const model::PageSight& sight, Time now);
    /// What the picture of a card or a licence lacks that a hand holds before the camera: TooDark, Glare or Blurred, once it
    /// has lacked that for a moment; else None. Nothing is followed: a hand is never still.
    [[nodiscard]] PageHint lacking(const model::PageSight& sight, Time now);
    /// Begins anew: another document is asked for, or something lies over the page on the screen.
    void restart();
    /// A picture is taken of what is in sight. It is not taken again by itself until that has moved or gone.
    void taken();

  private:
    void follow(const model::PageSight& sight, Time now);
    [[nodiscard]] PageHint hintFor(const model::PageSight& sight, Time now) const;
    /// The hint, once it has been the same for a moment: words that flicker cannot be read.
    PageHint settled(PageHint hint, Time now);

    std::optional<model::Outline> m_inSight;
    std::optional<model::Outline> m_taken;  ///< where the page lay whose picture was taken
    int m_away = 0;                         ///< pictures one after the other in which it does not lie there
    std::optional<model::Outline> m_anchor; ///< where a good page came to rest
    Time m_since{};                         ///< when it did
    Time m_good{};                          ///< when it was last seen there
    int m_pictures = 0;                     ///< of it there
    PageHint m_shown = PageHint::None;
    PageHint m_next = PageHint::None;
    Time m_nextSince{};
};

} // namespace balady::flow
