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

/// A picture as a screen shows it: 8-bit BGR, rows without padding. 0 by 0: there is none.
struct Shown {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> bgr{};
};

struct Still {
    std::vector<std::uint8_t> jpeg; ///< EXIF-free; at most 2 MiB, of a page 768 KiB, of a portrait 256 KiB
    PictureProblem problem = PictureProblem::None;
    Shown
        shown{}; ///< what is in `jpeg`, a side at most 1280 px: where that was made, and nowhere else, it is decoded
};

} // namespace balady::model
