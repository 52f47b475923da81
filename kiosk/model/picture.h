// Picture: a still of a document or a place, and what it is not good enough for.
#pragma once

#include <cstdint>
#include <vector>

namespace balady::model {

/// What a picture is not good enough for; `None` means take it.
enum class PictureProblem {
    None,
    TooDark,
    TooBright,
    Blurred,
    Empty,
    CutOff,
    Glare,
    NoFace,
    SeveralFaces,
    TooFar,
    TooNear,
    OffCentre,
    Tilted,
    EyesShut,
    UnevenLight
};

/// What a picture is taken of. Of a page, only what is inside its edges is kept, as if seen from straight above; of a
/// person, the face, upright, as 35 by 45 parts.
enum class PictureSubject { Scene, Page, Portrait };

struct Still {
    std::vector<std::uint8_t> jpeg; ///< EXIF-free; at most 2 MiB, of a page 768 KiB, of a portrait 256 KiB
    PictureProblem problem = PictureProblem::None;
};

} // namespace balady::model
