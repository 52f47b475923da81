// Scenes: photographs of invented documents as scanners, cameras and bad days make them.
#pragma once

#include "tests/mrz/documents.h"
#include "tests/mrz/specimen.h"

namespace balady::tests {

enum class Scene {
    Scan,   ///< upright and filling the picture, 5 to 26 pixels a character, as specimens on the web are
    Camera, ///< under a terminal's camera: any quarter turn, some tilt, a calm background
    Hard,   ///< the same with up to 25 degrees of tilt, glare, blur, shade, low contrast and busy grounds
    Askew,  ///< as Camera, but put down at any angle
    Soiled, ///< as Camera, with spots and strokes on the zone: some characters cannot be told any more
    Empty, ///< as Hard, but the zone is painted over, and the photograph has no lines: nothing is to be found
};

[[nodiscard]] Photograph inventScene(Scene scene, ZoneKind kind, const OcrB& font, Chance& chance);

} // namespace balady::tests
