// The mat under the document camera, with whatever lies on it.
#pragma once

#include <QImage>

namespace balady::scenes {

/// How a sheet of A4 lies under the camera.
struct Placing {
    double pixelsPerMillimetre = 3.5; ///< 3.5 shows the whole sheet; a page held closer is larger
    double degrees = 0;
    QPointF shift{0, 0}; ///< of the sheet's middle from the frame's
};

/// Nothing but the mat: what the camera sees before somebody puts something down.
[[nodiscard]] QImage drawEmptyDesk();
/// A sheet of paper that shows `sheet` (any size; stretched to A4).
[[nodiscard]] QImage drawSheetOnDesk(const QImage& sheet, const Placing& placing);
/// The same, held in its place: a hand lies on a corner.
[[nodiscard]] QImage drawHeldSheetOnDesk(const QImage& sheet, const Placing& placing);
/// A card that shows `card`, held nearer to the lens than paper lies.
[[nodiscard]] QImage drawCardOnDesk(const QImage& card);
/// A telephone that shows `photo` (16:9): how a citizen brings a picture of a place to a terminal.
[[nodiscard]] QImage drawPhoneOnDesk(const QImage& photo);

} // namespace balady::scenes
