// PageSight: where a sheet of paper, or a portrait, is in a camera's picture, and what a photograph of it would lack.
#pragma once

#include <array>
#include <optional>

namespace balady::model {

/// A place in a picture, as shares of its width and height from the top left corner.
struct Spot {
    float x = 0;
    float y = 0;
    friend bool operator==(const Spot&, const Spot&) = default;
};

/// A sheet's or a portrait's corners, clockwise as the picture shows them, from the one that is nearest to the picture's top left.
using Outline = std::array<Spot, 4>;

/// The first thing that a photograph would lack, or None. From NoFace on, of faces alone.
enum class PageFlaw {
    None,
    NoPage,
    CutOff,
    TooDark,
    Glare,
    Blurred,
    NoFace,
    SeveralFaces,
    TooFar,
    TooNear,
    OffCentre,
    Tilted,
    EyesShut,
    UnevenLight
};

struct PageSight {
    std::optional<Outline> outline; ///< also of a sheet that is cut off, where four corners can be guessed
    PageFlaw flaw = PageFlaw::NoPage;
    float sway = 0.008F; ///< share of the picture that a corner seems to move by though it lies still
};

} // namespace balady::model
