// Licence ornaments: the line work of a printed licence (border, rosette, mark), drawn by formula; pure.
//
// Fine interlaced lines of this kind are what copying machines and simple forgeries lose first. Nothing here imitates
// the emblem of the state.
#pragma once

#include "printing/pdf/path.h"

namespace balady::layout {

/// Interlaced waves along the four sides of a frame whose band lies `inset` to `inset + breadth` from the edges of a
/// sheet, with a rosette in each corner. Millimetres.
[[nodiscard]] pdf::Path guillocheFrame(double sheetWidth, double sheetHeight, double inset, double breadth);

/// A flower of `petals` closed waves that swing between `inner` and `outer` about `centre`.
[[nodiscard]] pdf::Path rosette(pdf::Point centre, double inner, double outer, int petals, int strands);

/// Parallel waves that fill a rectangle.
[[nodiscard]] pdf::Path waves(pdf::Point corner, double width, double height, double spacing);

/// Our own mark: eight-pointed stars (two squares each) in one another, and a disc in their middle.
struct Mark {
    pdf::Path outline; ///< to be stroked
    pdf::Path solid;   ///< to be filled
    pdf::Path heart;   ///< to be filled over it
};
[[nodiscard]] Mark municipalMark(pdf::Point centre, double radius);

} // namespace balady::layout
