// decodeZone: the likeliest text of a machine readable zone, and how sure that is.
#pragma once

#include "drivers/vision/glyph_grid.h"
#include "drivers/vision/mrz_layout.h"

#include <string>
#include <vector>

namespace balady::vision {

/// What was seen in every place of a zone, its lines one after the other.
struct ZoneEvidence {
    int lines = 0;
    int width = 0;
    std::vector<Glyph> glyphs;
};

struct DecodedZone {
    const MrzLayout* layout = nullptr;
    std::string text; ///< the lines glued together
    /// For each character: the probability that it is this one, from 0 to 1.
    std::vector<float> confidence;
    std::vector<bool> holds; ///< for each of the layout's checks
    /// For each of them: the probability that all characters that it covers, and its digit, are right, if it holds.
    std::vector<float> certainty;
    /// How well layout and evidence agree: the mean logarithm over all characters, 0 is best.
    float score = 0;
    /// The characters that were taken against the eye's first choice because only so the check digits fit.
    int corrected = 0;
    /// The characters that the layout has no place for: a digit in a name, a letter in a date.
    int misplaced = 0;

    [[nodiscard]] bool allHold() const;
    [[nodiscard]] float leastConfidence() const;
};

/// The best reading of the layout that explains the evidence best; layout is null if none has its size.
/// A character is corrected by check digits only if it was doubtful anyway and no other correction is nearly as
/// likely: printed errors stay errors.
[[nodiscard]] DecodedZone decodeZone(const ZoneEvidence& evidence);

/// Whether each check of the layout holds for a text.
[[nodiscard]] std::vector<bool> checkResults(const MrzLayout& layout, std::string_view text);

} // namespace balady::vision
