pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

/* A finger touches the screen; rings spread from it. */
Scene {
    id: root
    still: 0.55

    Repeater {
        model: 2
        Rectangle {
            required property int index
            readonly property real grown: root.part(0.35 + 0.15 * index, 0.95)
            border.color: Theme.colours.drawingAccent
            border.width: 7
            color: "transparent"
            height: 60 + 150 * grown - 40 * index
            opacity: root.beat < 0.35 + 0.15 * index ? 0 : 1 - 0.75 * grown
            radius: height / 2
            width: height
            x: 200 - width / 2
            y: 150 - height / 2
        }
    }
    Item {
        y: 44 * (1 - root.part(0.05, 0.35)) + 30 * root.part(0.8, 1)
        Sketch {
            fill: Theme.colours.card
            path: "M178 262V152a22 22 0 0 1 44 0v84c0 0 4-16 22-14 16 2 16 18 16 18s6-10 20-6c14 4 14 20 14 20s6-6 16 0c10 6 10 14 10 30 0 34-10 56-30 76h-96c-24-14-50-62-62-88-8-18 10-30 24-20z"
        }
    }
}
