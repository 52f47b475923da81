import QtQuick
import QtQuick.Shapes
import "icons.js" as Icons

/* One of our icons by name, drawn with one stroke on a 24-unit grid. Icons that mean a direction mirror with the layout. */
Item {
    id: root

    property string name
    property int size: 40
    property color color: Theme.colours.text
    /** px; two units of the grid by default, never so thin that it vanishes at arm's length. */
    property real stroke: Math.max(2.5, size * 1.75 / 24)

    implicitHeight: size
    implicitWidth: size
    Accessible.ignored: true

    Shape {
        anchors.fill: parent
        transform: Scale {
            origin.x: root.size / 2
            xScale: root.LayoutMirroring.enabled && Icons.directional.includes(root.name) ? -1 : 1
        }
        ShapePath {
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"
            joinStyle: ShapePath.RoundJoin
            scale: Qt.size(root.size / 24, root.size / 24)
            strokeColor: root.color
            strokeWidth: root.stroke
            PathSvg { path: Icons.paths[root.name] ?? Icons.paths["help"] }
        }
    }
}
