// regularityOf: whether a line is of characters that are all equally wide, told before anything of it is read.
#pragma once

#include "drivers/vision/pyramid.h"
#include "drivers/vision/text_line.h"

namespace balady::vision {

/// How well a roughly found line's ink agrees with itself a character further, whichever way up it is: 1 where all characters
/// are alike, less where no distance is that of OCR-B's (other print, edges, faces), 0 where it is merely smooth.
[[nodiscard]] float regularityOf(const Pyramid& picture, const TextLine& line);

} // namespace balady::vision
