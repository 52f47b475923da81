pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

/* A terminal and a cloud; the line between them is broken and the terminal keeps what it was given. */
Scene {
    id: root
    still: 0.4

    Sketch {
        fill: Theme.colours.card
        path: "M226 148a44 44 0 0 1 84-14 38 38 0 0 1 12 74H222a32 32 0 0 1 4-60z"
    }
    Sketch {
        fill: Theme.colours.card
        path: "M84 196h72a12 12 0 0 1 12 12v96a12 12 0 0 1-12 12H84a12 12 0 0 1-12-12v-96a12 12 0 0 1 12-12zM120 316v26M92 342h56"
    }
    Sketch {
        ink: Theme.colours.drawingAccent
        path: "M96 252l16 16 32-34"
        thickness: 9
    }
    Repeater {
        model: 3
        Rectangle {
            required property int index
            color: Theme.colours.drawingInk
            height: 12
            opacity: root.part(0.1 + 0.12 * index, 0.2 + 0.12 * index) * (1 - root.part(0.8, 0.95))
            radius: 6
            width: 12
            x: 184 + 20 * index
            y: 252 - 4 * index
        }
    }
    Sketch {
        ink: Theme.colours.error
        path: "M252 232l36 36M288 232l-36 36"
        thickness: 10
    }
}
