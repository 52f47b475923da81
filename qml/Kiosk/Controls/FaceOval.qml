import QtQuick
import Kiosk.Ink

/* Where a face belongs in a camera's picture, drawn over it, and a ring that fills while the picture is about to be taken. */
Item {
    id: root

    /** Nothing is wrong with what is seen. */
    property bool good: false
    /** Of the count-down, 0 to 1; 0 shows no ring. */
    property real progress: 0
    /** A head whose portrait fills four fifths of the picture's height: as high as that, and narrower. */
    readonly property real down: 0.55 * height
    readonly property real across: 0.72 * down

    Accessible.ignored: true

    Item {
        anchors.centerIn: parent
        height: root.down
        width: root.across

        StrokePath {
            // pale under the colour: it shows on any ground
            anchors.fill: parent
            ink: Theme.colours.card
            path: oval.path
            thickness: 14
            units: oval.units
        }
        StrokePath {
            id: oval
            anchors.fill: parent
            ink: root.good ? Theme.colours.primary : Theme.colours.warning
            objectName: "document.ovalLine"
            path: {
                const x = Math.round(width / 2), y = Math.round(height / 2);
                return "M0 " + y + "A" + x + " " + y + " 0 1 1 " + 2 * x + " " + y + "A" + x + " " + y + " 0 1 1 0 " + y + "Z";
            }
            thickness: 8
            units: Math.max(1, width)
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space16
        anchors.horizontalCenter: parent.horizontalCenter
        color: Theme.colours.card
        height: width
        objectName: "document.ovalRing"
        radius: width / 2
        visible: root.progress > 0
        width: 96

        Ring {
            anchors.centerIn: parent
            size: 88
            sweep: 360 * root.progress
            thickness: 8
        }
        Icon {
            anchors.centerIn: parent
            color: Theme.colours.primary
            name: "camera"
            size: 40
        }
    }
}
