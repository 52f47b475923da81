import QtQuick
import QtQuick.Shapes

/* One star, empty or full. */
Shape {
    id: root

    property bool filled: false
    property real size: 80

    implicitHeight: size
    implicitWidth: size
    Accessible.ignored: true

    ShapePath {
        fillColor: root.filled ? Theme.colours.accent : "transparent"
        joinStyle: ShapePath.RoundJoin
        scale: Qt.size(root.size / 24, root.size / 24)
        strokeColor: root.filled ? (Theme.highContrast ? Theme.colours.text : "#93370D") : Theme.colours.textTertiary
        strokeWidth: 4
        PathSvg { path: "M12 2.8l2.9 5.9 6.5.9-4.7 4.6 1.1 6.5L12 17.6l-5.8 3.1 1.1-6.5L2.6 9.6l6.5-.9z" }
    }
}
