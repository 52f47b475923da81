import QtQuick
import Kiosk.Ink

/* A card's ground: rounded, bordered, with the one soft shadow when raised. */
Plate {
    /** Lies above the page; only on the page's own ground, whose colour the shadow is mixed with. */
    property bool raised: false

    borderColor: Theme.colours.borderQuiet
    borderWidth: Theme.colours.borderWidth
    color: Theme.colours.card
    farShadow: raised && Theme.colours.shadows ? Theme.colours.shadowFar : "transparent"
    nearShadow: raised && Theme.colours.shadows ? Theme.colours.shadowNear : "transparent"
    radius: Theme.radiusCard
}
