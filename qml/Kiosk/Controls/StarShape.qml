import QtQuick
import Kiosk.Ink
import "icons.js" as Icons

/* One star, empty or full. */
StrokePath {
    property bool filled: false
    property real size: 80

    fill: filled ? Theme.colours.accent : "transparent"
    implicitHeight: size
    implicitWidth: size
    ink: filled ? Theme.colours.accentInk : Theme.colours.textTertiary
    path: Icons.paths["star"]
    thickness: 4
    units: 24
    Accessible.ignored: true
}
