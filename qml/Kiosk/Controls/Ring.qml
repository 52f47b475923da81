import QtQuick
import Kiosk.Ink

/* A part of a circle as a thick line: `from` and `sweep` in degrees, from the top, with the clock. */
Item {
    id: root

    property real size: 96
    property real thickness: size / 12
    property real from: 0
    property real sweep: 360
    property color color: Theme.colours.primary
    property color track: Theme.colours.borderQuiet

    implicitHeight: size
    implicitWidth: size
    Accessible.ignored: true

    /** SVG path data of an arc with radius 42 about the middle of a 100-unit grid. */
    function arc(start: real, span: real): string {
        const point = degrees => {
            const a = (degrees - 90) * Math.PI / 180;
            return (50 + 42 * Math.cos(a)).toFixed(2) + " " + (50 + 42 * Math.sin(a)).toFixed(2);
        };
        if (span <= 0)
            return "";
        const part = Math.min(span, 359.9);
        return "M" + point(start) + "A42 42 0 " + (part > 180 ? 1 : 0) + " 1 " + point(start + part);
    }

    StrokePath {
        anchors.fill: parent
        ink: root.track
        path: root.arc(0, 360) + "Z"
        thickness: root.thickness
        units: 100
    }
    StrokePath {
        anchors.fill: parent
        ink: root.color
        path: root.arc(0, root.sweep)
        rotation: root.from
        thickness: root.thickness
        units: 100
    }
}
