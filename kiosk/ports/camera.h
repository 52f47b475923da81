// Camera: looks at documents, scenes and codes; core thread.
#pragma once

#include "kiosk/model/mrz.h"
#include "kiosk/model/page_sight.h"
#include "kiosk/model/picture.h"
#include "kiosk/ports/frame.h"
#include "kiosk/ports/task.h"

#include <optional>
#include <string>
#include <vector>

namespace balady::ports {

using model::PictureProblem;
using model::PictureSubject;
using model::Still;

class Camera {
  public:
    virtual ~Camera() = default;
    /// The next preview frame (about 15 a second). Faults: NoDevice, HardwareError, TimedOut.
    virtual Task<Frame> nextFrame() = 0;
    /// The present picture, judged and compressed. Where no page, or no face, is found, of all that is in sight.
    virtual Task<Still> takeStill(PictureSubject subject) = 0;
    /// The person before the camera has left: what is kept of them beyond its frames goes. What was begun is ended first.
    virtual void forget() {}
};

/// Finds the page that lies under a document camera.
class PageFinder {
  public:
    virtual ~PageFinder() = default;
    /// In this preview frame. Faults: HardwareError.
    virtual Task<model::PageSight> findPage(Frame frame) = 0;
};

/// Finds the person who sits before the camera.
class FaceFinder {
  public:
    virtual ~FaceFinder() = default;
    /// In this preview frame: the outline is that of their portrait. Faults: HardwareError.
    virtual Task<model::PageSight> findFace(Frame frame) = 0;
};

/// QR codes (ISO/IEC 18004) alone, or a Code 128 bar code (ISO/IEC 15417) too, of which the first one is told.
enum class CodeKinds { Squares, SquaresAndBars };

/// Finds codes in a picture.
class CodeReader {
  public:
    virtual ~CodeReader() = default;
    /// Texts of the codes in the frame, none if there is none. Never fails on a bad picture.
    virtual Task<std::vector<std::string>> read(Frame frame, CodeKinds kinds) = 0;
};

/// Reads the machine readable zone of a card (ICAO Doc 9303-3).
class ZoneReader {
  public:
    virtual ~ZoneReader() = default;
    /// What this frame and those before it say together; nothing: hold still. Every check digit holds, and every character is
    /// sure. Never fails on a bad picture.
    virtual Task<std::optional<model::Mrz>> readZone(Frame frame) = 0;
    /// The next frame is of another card, and nothing of this one is kept.
    virtual void forgetZone() = 0;
};

} // namespace balady::ports
