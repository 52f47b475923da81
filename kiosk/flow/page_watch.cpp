#include "kiosk/flow/page_watch.h"

#include <algorithm>
#include <cmath>

namespace balady::flow {
namespace {

using namespace std::chrono_literals;
using model::Outline;
using model::PageFlaw;

constexpr float kElsewhere = 0.03F; ///< share of the picture: what is another place for a page
/// A good page that is not seen as one for a moment (a camera that adjusts itself) has not gone.
constexpr auto kForgiven = 200ms;
constexpr auto kReadable = 300ms;  ///< a hint stays away until it has been the same for so long
constexpr auto kCalm = 700ms;      ///< who brings a card to the camera passes through blur and shade
constexpr int kFewestPictures = 5; ///< a slow camera proves less with each second
constexpr int kSurelyAway = 2;

bool within(float share, const Outline& a, const Outline& b) {
    return std::ranges::equal(a, b, [share](const model::Spot& one, const model::Spot& other) {
        return std::hypot(one.x - other.x, one.y - other.y) <= share;
    });
}

PageHint hintOf(PageFlaw flaw) {
    switch (flaw) {
    case PageFlaw::None: return PageHint::HoldStill;
    case PageFlaw::NoPage: return PageHint::NoPage;
    case PageFlaw::CutOff: return PageHint::CutOff;
    case PageFlaw::TooDark: return PageHint::TooDark;
    case PageFlaw::Glare: return PageHint::Glare;
    case PageFlaw::Blurred: return PageHint::Blurred;
    case PageFlaw::NoFace: return PageHint::NoFace;
    case PageFlaw::SeveralFaces: return PageHint::SeveralFaces;
    case PageFlaw::TooFar: return PageHint::TooFar;
    case PageFlaw::TooNear: return PageHint::TooNear;
    case PageFlaw::OffCentre: return PageHint::OffCentre;
    case PageFlaw::Tilted: return PageHint::Tilted;
    case PageFlaw::EyesShut: return PageHint::EyesShut;
    case PageFlaw::UnevenLight: return PageHint::UnevenLight;
    }
    return PageHint::None;
}

} // namespace

void PageWatch::restart() {
    m_anchor.reset();
    m_shown = m_next = PageHint::None; // the first thing to say is said at once
}

void PageWatch::taken() {
    m_taken = m_inSight;
    m_away = 0;
    restart();
}

void PageWatch::follow(const model::PageSight& sight, Time now) {
    m_inSight = sight.outline;
    if (m_taken) {
        m_away = sight.outline && within(kElsewhere, *m_taken, *sight.outline) ? 0 : m_away + 1;
        if (m_away >= kSurelyAway)
            m_taken.reset();
    }
    if (sight.outline && sight.flaw == PageFlaw::None) {
        if (!m_anchor || !within(sight.sway, *m_anchor, *sight.outline)) {
            m_anchor = sight.outline;
            m_since = now;
            m_pictures = 0;
        }
        m_good = now;
        ++m_pictures;
    } else if (m_anchor && now - m_good > kForgiven) {
        m_anchor.reset();
    }
}

PageHint PageWatch::hintFor(const model::PageSight& sight, Time now) const {
    if (m_taken)
        return PageHint::Taken;
    if (!m_anchor)
        return hintOf(sight.flaw);
    return now - m_since < kSettle ? PageHint::HoldStill : PageHint::Taking;
}

PageHint PageWatch::settled(PageHint hint, Time now) {
    if (hint != m_next) {
        m_next = hint;
        m_nextSince = now;
    }
    if (m_shown == PageHint::None || hint == PageHint::Taking || now - m_nextSince >= kReadable)
        m_shown = hint;
    return m_shown;
}

PageCue PageWatch::see(const model::PageSight& sight, Time now) {
    follow(sight, now);
    PageCue cue{sight.outline, settled(hintFor(sight, now), now), 0, false};
    if (m_anchor && !m_taken) {
        using Seconds = std::chrono::duration<double>;
        cue.progress = std::clamp(Seconds(now - m_since - kSettle) / Seconds(kCountDown), 0.0, 1.0);
        cue.due = cue.progress >= 1 && m_pictures >= kFewestPictures;
    }
    return cue;
}

PageHint PageWatch::lacking(const model::PageSight& sight, Time now) {
    const bool said =
        sight.flaw == PageFlaw::TooDark || sight.flaw == PageFlaw::Glare || sight.flaw == PageFlaw::Blurred;
    const auto hint = said ? hintOf(sight.flaw) : PageHint::None;
    if (hint != m_next || m_nextSince == Time{}) {
        m_next = hint;
        m_nextSince = now;
    }
    if (now - m_nextSince >= kCalm)
        m_shown = hint;
    return m_shown;
}

} // namespace balady::flow
