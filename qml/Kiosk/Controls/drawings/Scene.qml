import QtQuick
import Kiosk.Controls

/*
 * The sheet of a drawing: 400 x 400 units on a tinted disc. `beat` runs from 0 to 1 and back to the start again and
 * again; a scene places its parts by it. In reduced motion the beat stands at `still`, where the picture says most.
 */
Item {
    id: root

    property bool playing: false
    /** The beat that the still picture shows. */
    property real still: 1
    property real beat: still
    /** ms of one telling. */
    property int span: 2600
    default property alias strokes: sheet.data

    /** Progress of a part that moves between two beats: 0 before, 1 after, eased between. */
    function part(from: real, to: real): real {
        const t = Math.max(0, Math.min(1, (beat - from) / (to - from)));
        return t * t * (3 - 2 * t);
    }

    height: 400
    width: 400
    onPlayingChanged: if (!playing)
        beat = still

    Rectangle {
        anchors.fill: parent
        border.color: Theme.colours.tintBorder
        border.width: Theme.highContrast ? 3 : 0
        color: Theme.colours.drawingGround
        radius: 200
    }
    Item {
        id: sheet
        anchors.fill: parent
    }
    SequentialAnimation {
        loops: Animation.Infinite
        running: root.playing
        NumberAnimation {
            target: root
            property: "beat"
            from: 0
            to: 1
            duration: root.span
        }
        PauseAnimation {
            duration: 900
        }
    }
}
