import QtQuick
import Kiosk.Ink

/* The ring around what a key would press. */
Plate {
    property bool shown: false

    anchors.fill: parent
    anchors.margins: -6
    borderColor: Theme.colours.focus
    borderWidth: 4
    color: "transparent"
    radius: Theme.radiusControl + 6
    visible: shown
    z: 10
}
