// What a plate looks like, as a picture that is as small as its corners allow. GUI thread.
#pragma once

#include <QColor>
#include <QImage>
#include <QMargins>
#include <compare>

namespace balady::ink {

/// All that a plate's picture depends on. Lengths in px of the item.
struct PlateLook {
    QRgb ground = 0;
    QRgb border = 0;
    QRgb nearShadow = 0; ///< transparent: none
    QRgb farShadow = 0;
    qreal borderWidth = 0;
    qreal radius = 0;
    int width = 0; ///< of the plate without its shadow
    int height = 0;
    qreal pixelRatio = 1; ///< px of the picture in one of the item

    friend auto operator<=>(const PlateLook&, const PlateLook&) = default;

    [[nodiscard]] bool isRaised() const { return qAlpha(nearShadow) != 0 || qAlpha(farShadow) != 0; }
    /// How far the shadow reaches out of the plate.
    [[nodiscard]] QMargins reach() const { return isRaised() ? QMargins(2, 0, 2, 9) : QMargins(); }
    /// Behind so many px from its sides a plate looks the same everywhere.
    [[nodiscard]] int corner() const;
};

/// The plate and its shadow, from the shared pictures of the last looks where it is among them.
QImage platePicture(const PlateLook& look);

} // namespace balady::ink
