// Picture: a still of a document or a place, and what it is not good enough for.
#pragma once

#include <cstdint>
#include <vector>

namespace balady::model {

/// What a picture is not good enough for; `None` means take it.
enum class PictureProblem { None, TooDark, TooBright, Blurred, Empty, CutOff, Glare };

/// What a picture is taken of. Of a page, only what is inside its edges is kept, as if seen from straight above.
enum class PictureSubject { Scene, Page };

struct Still {
    std::vector<std::uint8_t> jpeg; ///< EXIF-free; at most 2 MiB, of a page 768 KiB
    PictureProblem problem = PictureProblem::None;
};

} // namespace balady::model
