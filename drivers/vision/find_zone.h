// findZone: from a picture to what stands in each place of its machine readable zone.
#pragma once

#include "drivers/vision/mrz_decode.h"
#include "drivers/vision/text_line.h"

#include <optional>

namespace balady::vision {

struct FoundZone {
    ZoneEvidence evidence;
    DecodedZone decoded;
    std::vector<TextLine> places; ///< of the lines
    float fit = 0;                ///< of the worst line; see GlyphGrid::fit
};

/// Looks for lines of print in all four directions, the likeliest first, and reads them until two or three of them
/// are a zone. Nothing if there is none.
[[nodiscard]] std::optional<FoundZone> findZone(const cv::Mat1b& grey);

} // namespace balady::vision
