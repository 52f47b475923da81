// Sight: the camera and what reads its pictures, in a library of their own; private to kiosk/app.
#pragma once

#include "kiosk/ports/camera.h"
#include "kiosk/settings/settings.h"

#include <memory>

namespace balady::app {

/// Lives in balady-sight.so, because what it needs (OpenCV with its linear algebra, ZXing, a JPEG codec) is 5 MiB of
/// memory that a terminal does without until somebody is to be looked at (ADR 0014).
struct Sight {
    std::unique_ptr<ports::Camera> camera;
    ports::PageFinder* pageFinder = nullptr; ///< the camera, which sees to it on its own thread
    ports::FaceFinder* faceFinder = nullptr; ///< likewise
    std::unique_ptr<ports::CodeReader> codeReader;
    std::unique_ptr<ports::ZoneReader> zoneReader;
};

/// What the library offers, under a name without a mangled type. Opens no device.
using MakeSight = Sight(const settings::Camera& settings);
inline constexpr const char* kMakeSight = "baladyMakeSight";

} // namespace balady::app
