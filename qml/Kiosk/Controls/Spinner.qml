import QtQuick
import QtQuick.Layouts
import QtQuick.Shapes

/* A turning mark, with the word that says what we wait for. In reduced motion it stands still and the word remains. */
ColumnLayout {
    id: root

    property string text
    property bool running: true
    property int size: 96
    property color color: Theme.colours.primary

    spacing: Theme.space24
    Accessible.role: Accessible.Indicator
    Accessible.name: text

    Shape {
        id: mark
        Layout.alignment: Qt.AlignHCenter
        implicitHeight: root.size
        implicitWidth: root.size
        ShapePath {
            fillColor: "transparent"
            strokeColor: Theme.colours.borderQuiet
            strokeWidth: root.size / 12
            PathAngleArc { centerX: root.size / 2; centerY: root.size / 2; radiusX: root.size * 0.42; radiusY: radiusX; sweepAngle: 360 }
        }
        ShapePath {
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"
            strokeColor: root.color
            strokeWidth: root.size / 12
            PathAngleArc { id: arc; centerX: root.size / 2; centerY: root.size / 2; radiusX: root.size * 0.42; radiusY: radiusX; startAngle: -90; sweepAngle: 100 }
        }
        // Twelve steps a turn: the eye sees motion, the processor paints twelve small frames a second and no more.
        Timer {
            interval: 90
            repeat: true
            running: root.running && root.visible && !Theme.reducedMotion
            onTriggered: arc.startAngle = (arc.startAngle + 30) % 360
        }
    }
    KioskText {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        text: root.text
        visible: text !== ""
    }
}
