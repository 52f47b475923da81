// The back of an identity card, with its machine readable zone.
#pragma once

#include <QImage>
#include <QStringList>

namespace balady::scenes {

/// The three lines of a TD1 zone (Doc 9303-5, 4.2.1) of a simulated chip's card file (tests/simulators/chip/cards); none if it
/// has no such lines.
[[nodiscard]] QStringList zoneOf(const QString& cardFile);
/// A card held under the camera. Null where OCR-B (fonts-ocr-b) is not installed: another font would be read by nobody.
[[nodiscard]] QImage drawCardBack(const QStringList& zone);

} // namespace balady::scenes
