import QtQuick
import QtQuick.Shapes

/* How much time is left, as a ring that empties and a number. Shown only when it matters. */
Item {
    id: root

    property int total: 30
    property int remaining: total
    property int size: 160

    implicitHeight: size
    implicitWidth: size
    Accessible.role: Accessible.ProgressBar
    //: Spoken: seconds that are left before the session ends
    Accessible.name: qsTr("%n second(s) left", "", remaining)

    Shape {
        anchors.fill: parent
        ShapePath {
            fillColor: "transparent"
            strokeColor: Theme.colours.borderQuiet
            strokeWidth: 12
            PathAngleArc { centerX: root.size / 2; centerY: root.size / 2; radiusX: root.size / 2 - 8; radiusY: radiusX; sweepAngle: 360 }
        }
        ShapePath {
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"
            strokeColor: root.remaining * 4 <= root.total ? Theme.colours.danger : Theme.colours.primary
            strokeWidth: 12
            PathAngleArc {
                centerX: root.size / 2
                centerY: root.size / 2
                radiusX: root.size / 2 - 8
                radiusY: radiusX
                startAngle: -90
                sweepAngle: -360 * Math.max(0, Math.min(1, root.remaining / Math.max(1, root.total)))
            }
        }
    }
    KioskText {
        anchors.centerIn: parent
        kind: KioskText.Kind.Title
        text: Theme.shownDigits(String(Math.max(0, root.remaining)))
        Accessible.ignored: true
    }
}
