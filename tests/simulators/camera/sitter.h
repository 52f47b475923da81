// Somebody who sits before the camera for a portrait: a drawn face, nobody's.
#pragma once

#include <QImage>
#include <QPointF>
#include <vector>

namespace balady::scenes {

/// How a person is to be seen; px of the frame.
struct Sitter {
    double eyeDistance = 165; ///< between the pupils
    QPointF middle{960, 512}; ///< between the eyes
    double degrees = 0;       ///< the head leans, clockwise
    bool eyesOpen = true;
    double lampFromTheSide = 0; ///< 0: light from the front; 1: half of the face is in the dark
};

/// Before a plain wall, those in front last.
[[nodiscard]] QImage drawSitters(const std::vector<Sitter>& sitters);

} // namespace balady::scenes
