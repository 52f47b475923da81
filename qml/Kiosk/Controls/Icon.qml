import QtQuick
import Kiosk.Ink
import "icons.js" as Icons

/* One of our icons by name, drawn with one stroke on a 24-unit grid. Icons that mean a direction mirror with the layout. */
StrokePath {
    property string name
    property int size: 40
    property color color: Theme.colours.text

    flipped: LayoutMirroring.enabled && Icons.directional.includes(name)
    implicitHeight: size
    implicitWidth: size
    ink: color
    path: Icons.paths[name] ?? (name === "" ? "" : Icons.paths["help"])
    thickness: Math.max(2.5, size * 1.75 / 24)
    units: 24
    Accessible.ignored: true
}
