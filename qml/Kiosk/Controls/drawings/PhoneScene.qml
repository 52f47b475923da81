pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

/* A phone on which a message arrives. */
Scene {
    id: root

    Sketch {
        fill: Theme.colours.card
        path: "M142 62h116a20 20 0 0 1 20 20v236a20 20 0 0 1-20 20H142a20 20 0 0 1-20-20V82a20 20 0 0 1 20-20z"
    }
    Sketch {
        path: "M182 314h36M184 84h32"
        thickness: 6
    }
    Item {
        opacity: root.part(0.12, 0.3)
        y: 24 * (1 - root.part(0.12, 0.34))
        Sketch {
            fill: Theme.colours.drawingGround
            ink: Theme.colours.drawingAccent
            path: "M104 128h192a14 14 0 0 1 14 14v74a14 14 0 0 1-14 14H152l-30 26v-26h-18a14 14 0 0 1-14-14v-74a14 14 0 0 1 14-14z"
        }
    }
    Repeater {
        model: 4
        Rectangle {
            required property int index
            color: Theme.colours.drawingInk
            height: 22
            opacity: root.part(0.4 + 0.08 * index, 0.46 + 0.08 * index)
            radius: 11
            width: 22
            x: 127 + 42 * index
            y: 168
        }
    }
    Sketch {
        ink: Theme.colours.drawingAccent
        opacity: root.part(0.15, 0.25) * (1 - root.part(0.7, 0.8))
        path: "M328 96c14 12 20 30 18 48M72 96c-14 12-20 30-18 48"
    }
}
