import QtQuick
import Kiosk.Ink

/* Where a camera sees a page, drawn over its picture, and a ring that fills while the picture is about to be taken. */
Item {
    id: root

    /** Eight shares of the width and the height, clockwise as the picture shows them; none draws nothing. */
    property var corners: []
    /** Nothing is wrong with the page. */
    property bool good: false
    /** Of the count-down, 0 to 1; 0 shows no ring. */
    property real progress: 0
    readonly property color ink: good ? Theme.colours.primary : Theme.colours.warning
    readonly property point middle: {
        let x = 0, y = 0;
        for (let i = 0; i < 8 && corners.length === 8; i += 2) {
            x += corners[i] * width / 4;
            y += corners[i + 1] * height / 4;
        }
        return Qt.point(x, y);
    }

    function figure(): string {
        const spots = [];
        for (let i = 0; i < corners.length; i += 2)
            spots.push(Math.round(corners[i] * width) + " " + Math.round(corners[i + 1] * height));
        return spots.length < 4 ? "" : "M" + spots.join("L") + "Z";
    }

    Accessible.ignored: true
    visible: corners.length === 8

    StrokePath {
        // pale under the colour: it shows on any ground
        anchors.fill: parent
        ink: Theme.colours.card
        path: outline.path
        thickness: 14
        units: outline.units
    }
    StrokePath {
        id: outline
        anchors.fill: parent
        ink: root.ink
        path: root.figure()
        thickness: 8
        units: Math.max(1, width)
    }
    Rectangle {
        color: Theme.colours.card
        height: width
        objectName: "document.ring"
        radius: width / 2
        visible: root.progress > 0
        width: 176
        x: root.middle.x - width / 2
        y: root.middle.y - height / 2

        Ring {
            anchors.centerIn: parent
            color: root.ink
            size: 160
            sweep: 360 * root.progress
            thickness: 12
        }
        Icon {
            anchors.centerIn: parent
            color: root.ink
            name: "camera"
            size: 72
        }
    }
}
